"""What a classifier sees and says."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

import numpy as np
import numpy.typing as npt

from clauses.model import Party

Numbers = npt.NDArray[np.float32]


class Unit(StrEnum):
    """What a classifier judges at a time."""

    BLOCK = "block"
    SENTENCE = "sentence"


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A passage as a classifier sees it.

    `governed` names the words in the reach of each operator with its kind and party ("ban|customer>copy"); `fired` the
    frames that count on the passage, as "check:frame", and the checks that they belong to.
    """

    text: str
    lead_in: str = ""
    heading: str = ""
    before: str = ""
    governed: tuple[str, ...] = ()
    fired: tuple[str, ...] = ()


class Classifier(Protocol):
    """Gives candidates their probabilities; the same candidates always get the same."""

    @property
    def unit(self) -> Unit:
        """What the candidates are: blocks or sentences."""

    @property
    def checks(self) -> tuple[str, ...]:
        """The ids of the checks that it knows, in the order of the columns of `probabilities`."""

    @property
    def thresholds(self) -> Mapping[str, float]:
        """Check id -> the probability from which on a candidate counts, chosen on vendors that it was not fitted on."""

    def probabilities(self, candidates: Sequence[Candidate]) -> Numbers:
        """Return the calibrated probabilities [candidates, checks] of one document in reading order."""

    def words(self, candidate: Candidate, check_id: str) -> tuple[str, ...]:
        """Return what speaks most for the check in the candidate, the strongest first."""

    def party(self, candidate: Candidate, check_id: str) -> Party | None:
        """Return who is bound (or owns) by a candidate that counts; None where the classifier was not taught it."""
