"""The buyer's own side: query logs, marked training data, duties and dates."""
