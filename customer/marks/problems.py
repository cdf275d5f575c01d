"""What can go wrong with marked data; `str(error)` is the sentence for the person."""


class MarksProblem(Exception):
    """A key, manifest, data set or suspect cannot be used; the message says why and what to do."""
