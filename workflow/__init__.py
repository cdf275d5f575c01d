"""The one way to do each job, with progress; the command line and the pages call only this package."""
