"""The words, icons and colours of every status; only a verdict has a colour of its own."""

from dataclasses import dataclass
from typing import Literal

from clauses.model import Outcome
from scoring.model import Action, Proof, Verdict
from store.records import JobState

Colour = Literal["green", "orange", "red", "violet", "gray", "blue"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """How a status is shown: its word, its icon, its colour in the theme, and a sign for plain text."""

    word: str
    icon: str
    colour: Colour = "gray"
    sign: str = ""

    @property
    def markdown(self) -> str:
        """The badge as Markdown, for tables."""
        return f":{self.colour}-badge[{self.icon} {self.word}]"

    @property
    def plain(self) -> str:
        """The sign and the word, for cells without icons."""
        return f"{self.sign} {self.word}".strip()


def _icon(name: str) -> str:
    return f":material/{name}:"


VERDICTS: dict[Verdict, Status] = {
    Verdict.MEETS: Status(word="Meets policy", icon=_icon("check_circle"), colour="green", sign="●"),
    Verdict.PARTLY: Status(word="Partly", icon=_icon("contrast"), colour="orange", sign="◐"),
    Verdict.GAP: Status(word="Gap", icon=_icon("cancel"), colour="red", sign="○"),
    Verdict.REVIEW: Status(word="Please review", icon=_icon("flag"), colour="violet", sign="?"),
    Verdict.UNDECIDED: Status(word="Could not decide", icon=_icon("help"), sign="–"),
    Verdict.NOT_APPLICABLE: Status(word="Does not apply", icon=_icon("remove"), sign="·"),
}

OUTCOMES: dict[Outcome, Status] = {
    Outcome.PRESENT: Status(word="Found", icon=_icon("search_check")),
    Outcome.ABSENT: Status(word="Not found", icon=_icon("search_off")),
    Outcome.CONFLICTING: Status(word="Conflicting", icon=_icon("call_split")),
    Outcome.NOT_READABLE: Status(word="Could not read", icon=_icon("visibility_off")),
    Outcome.ERROR: Status(word="Check failed", icon=_icon("error")),
    Outcome.NOT_APPLICABLE: Status(word="Does not apply", icon=_icon("remove")),
}

JOBS: dict[JobState, Status] = {
    JobState.QUEUED: Status(word="Waiting", icon=_icon("schedule")),
    JobState.WORKING: Status(word="Reading", icon=_icon("progress_activity"), colour="blue"),
    JobState.DONE: Status(word="Done", icon=_icon("check_circle"), colour="green"),
    JobState.PARTLY: Status(word="Partly read", icon=_icon("warning"), colour="orange"),
    JobState.FAILED: Status(word="Could not read", icon=_icon("error"), colour="red"),
    JobState.CANCELLED: Status(word="Cancelled", icon=_icon("block")),
}

PROOFS: dict[Proof, Status] = {
    Proof.AUDITED: Status(word="Audited", icon=_icon("verified")),
    Proof.PROMISED: Status(word="Promised", icon=_icon("description")),
    Proof.STATED: Status(word="Stated", icon=_icon("campaign")),
    Proof.NONE: Status(word="None", icon=_icon("remove")),
}

DECISIONS: dict[Action, Status] = {
    Action.ACCEPT: Status(word="Accepted", icon=_icon("person_check"), colour="blue"),
    Action.REJECT: Status(word="Rejected", icon=_icon("person_check"), colour="blue"),
    Action.EDIT: Status(word="Edited", icon=_icon("person_check"), colour="blue"),
}
