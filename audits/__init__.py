"""What audit reports and certificates say: documents in, facts, tested controls and credibility signals out."""
