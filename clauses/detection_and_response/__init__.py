"""Checks of the family `detection_and_response`, one a file."""
