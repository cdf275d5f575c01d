"""Lets the word scorer weigh the sentences of a contract for the commercial terms, after the rules.

A sentence counts for a check when its probability reaches the check's threshold, whether a rule fired on it or not.
What a rule found and the scorer does not believe is kept as a nearest passage, so that it can still be seen. Checks
outside the commercial terms, which the score is made of, keep what the rules found: contracts like those of the
training are not what they are mostly asked of.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from clauses.matching import Match
from clauses.model import ClauseCheck, Evidence, Family, Layer, Reason
from clauses.parties import Names
from clauses.scorer.words import Numbers, Weighable
from clauses.second_layer import AGREES, added
from clauses.sentences import Sentence
from documents.model import Document


class Weigher(Protocol):
    """What weighs sentences; clauses/scorer/words.py is the one that ships."""

    @property
    def checks(self) -> tuple[str, ...]:
        """The ids of the checks that it knows, in the order of the columns of `score`."""

    @property
    def thresholds(self) -> Mapping[str, float]:
        """Check id -> the probability from which on a sentence counts."""

    def score(self, sentences: Sequence[Weighable]) -> Numbers:
        """Return the probabilities [sentences, checks] of the sentences of one document in reading order."""

    def words(self, sentence: Weighable, check_id: str) -> tuple[str, ...]:
        """Return the words of the sentence that speak most for the check."""


# Below this probability a sentence on which no rule fired is not shown, however low the check's threshold is.
ALONE = 0.25


Matched = tuple[Sentence, list[tuple[int, Match]]]


@dataclass(frozen=True, slots=True)
class Settled:
    """What counts as evidence of one check, and what a rule found without the scorer's belief."""

    evidence: list[Evidence]
    doubted: list[Evidence]


def weighables(matched: Iterable[Matched], checks: Sequence[ClauseCheck]) -> list[Weighable]:
    """Return the sentences as the scorer sees them: with heading, lead-in and the patterns that fired."""
    return [
        Weighable(
            text=sentence.text,
            heading=" ".join([*sentence.block.heading_path[-1:], sentence.block.lead_in]),
            fired=tuple(f"{checks[number].id}:{match.pattern.id}" for number, match in matches if not match.why_not),
        )
        for sentence, matches in matched
    ]


def settle(
    document: Document,
    checks: Sequence[ClauseCheck],
    found: Sequence[list[Evidence]],
    matched: Sequence[Matched],
    scorer: Weigher,
    names: Names,
) -> list[Settled]:
    """Return per check what counts after the scorer's view, in reading order; checks that it does not know stay."""
    asked = {
        check.id: number
        for number, check in enumerate(checks)
        if check.id in scorer.checks and document.kind in check.applies_to
    }
    settled = [Settled(list(evidence), []) for evidence in found]
    if not asked or not matched:
        return settled
    weighed = weighables(matched, checks)
    scores = scorer.score(weighed)
    for check_id, number in asked.items():
        column = scores[:, scorer.checks.index(check_id)]
        sure = [place for place, p in enumerate(column) if p >= scorer.thresholds[check_id]]
        commercial = checks[number].family is Family.COMMERCIAL_TERMS
        by_sentence = _by_sentence(found[number])
        kept: list[Evidence] = []
        for place in sure:
            sentence, probability = matched[place][0], round(float(column[place]), 4)
            reason = Reason(what="the word scorer", words=", ".join(scorer.words(weighed[place], check_id)))
            own = by_sentence.pop((sentence.block.number, sentence.start), None)
            if not own and probability < ALONE:
                continue
            kept += (
                [_agreed(each, probability, reason, doubts=commercial) for each in own]
                if own
                else [added(checks[number], document.id, sentence, probability, names, reason)]
            )
        doubted = [each for left in by_sentence.values() for each in left]
        if not commercial:
            kept, doubted = kept + doubted, []
        settled[number] = Settled(sorted(kept, key=lambda each: (each.block, each.start)), doubted)
    return settled


def _by_sentence(evidence: Iterable[Evidence]) -> dict[tuple[int, int], list[Evidence]]:
    """Return the evidence by block and start of its sentence: a quote of the rules is always a whole sentence."""
    places: dict[tuple[int, int], list[Evidence]] = {}
    for each in evidence:
        places.setdefault((each.block, each.start), []).append(each)
    return places


def _agreed(each: Evidence, probability: float, reason: Reason, *, doubts: bool) -> Evidence:
    """Return evidence of a rule after the scorer's view; from AGREES on the scorer counts as a layer.

    Where the scorer `doubts` as well as agrees, the confidence is the mean of both; elsewhere it only rises.
    """
    mean = round((each.confidence + probability) / 2, 4)
    both = mean if doubts else max(each.confidence, probability)
    return replace(
        each,
        confidence=both,
        layers=(Layer.RULES, Layer.SCORER) if probability >= AGREES else each.layers,
        reasons=(*each.reasons, replace(reason, change=round(both - each.confidence, 4))),
    )
