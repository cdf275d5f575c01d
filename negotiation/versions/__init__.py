"""Two versions of a document: what changed clause by clause, and what that did to the findings and the score."""
