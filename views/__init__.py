"""The pages of the app: widgets, one call of the workflow, display."""
