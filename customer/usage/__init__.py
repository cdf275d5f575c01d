"""Query logs: what a vendor would see in them, and whether use keeps to what was signed."""
