"""Vendors side by side: dated facts of the catalogue, controls, comparison, and the replay of a campaign."""
