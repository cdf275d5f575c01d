"""Trains the clause scorer from public terms and our labels; nothing here is needed at run time."""
