"""The open store, settings and background jobs of one process: what every workflow function takes first."""
