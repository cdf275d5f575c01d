"""Bytes in, documents with numbered blocks out; knows no check."""
