"""Checks of the family `anti_distillation`, one a file."""
