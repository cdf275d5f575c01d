"""A data set and a key in, one marked copy per recipient out; later a suspect and the key in, an exact test out."""
