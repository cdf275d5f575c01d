"""What can go wrong with a log; `str(error)` is the sentence for the person."""


class UsageProblem(Exception):
    """A log cannot be read; the message says why and what to do."""
