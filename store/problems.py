"""What the store can say to a person; `str(error)` is the sentence."""


class WorkflowProblem(Exception):
    """Base of every error that a page or command shows as it is; here because the store raises the first of them."""


class StoreUnavailable(WorkflowProblem):
    """The store did not answer, or could not be opened."""


class RevisionTaken(Exception):
    """Somebody else wrote this revision first; the caller says to whom that happened."""
