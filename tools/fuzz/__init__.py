"""Feeds broken files to the readers: made, changed, read in a process that may die, and counted."""
