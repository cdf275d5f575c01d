"""Speed and accuracy on the public data."""
