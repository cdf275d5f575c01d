"""Checks of the family `access_and_quotas`, one a file."""
