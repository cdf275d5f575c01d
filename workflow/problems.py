"""What can go wrong in a job; `str(error)` is the sentence for the person, saying what is wrong and what to do."""

from datetime import datetime

from scoring.model import Decision
from store.problems import StoreUnavailable, WorkflowProblem

__all__ = ["StoreUnavailable", "WorkflowProblem"]


class UnknownVendor(WorkflowProblem):
    """There is no vendor of this slug."""


class UnknownDocument(WorkflowProblem):
    """There is no document of this hash."""


class UnknownAssessment(WorkflowProblem):
    """There is no assessment of this number."""


class UnknownPolicy(WorkflowProblem):
    """There is no policy of this id and version."""


class NameTaken(WorkflowProblem):
    """Another vendor or policy has this name."""


class BadName(WorkflowProblem):
    """The name is empty, too long or made of signs only."""


class NotScored(WorkflowProblem):
    """There is no assessment to work with: nothing was read yet, or too few vendors were picked."""


class QuoteNotInDocument(WorkflowProblem):
    """The words that a reviewer marked do not stand in the document letter by letter."""


class ReasonNeeded(WorkflowProblem):
    """A critical check is rejected or edited only with a reason."""


class PageUnavailable(WorkflowProblem):
    """The page cannot be drawn: not a PDF, no such page, or it took too long."""


class PolicyChanged(WorkflowProblem):
    """Somebody saved a newer version of the policy meanwhile."""


class ExportFailed(WorkflowProblem):
    """A file could not be made."""


class BackupProblem(WorkflowProblem):
    """A backup could not be written or restored; nothing was changed."""


class DecidedByAnother(WorkflowProblem):
    """Another reviewer was faster; `decision` is None when they took a decision back."""

    def __init__(self, *, who: str, at: datetime, decision: Decision | None) -> None:
        words = {"accept": "accepted", "reject": "rejected", "edit": "edited"}
        done = words[decision.action] if decision else "taken back"
        super().__init__(
            f"{who} decided this finding at {at:%H:%M} ({done}). Your choice was not saved. Look again and decide."
        )
        self.who, self.at, self.decision = who, at, decision
