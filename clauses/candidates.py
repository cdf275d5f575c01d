"""Makes the candidates that classifiers judge out of sentences that were matched: whole blocks, or single sentences."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from clauses.bound import bound_party
from clauses.classifier import Candidate, Unit
from clauses.classifier.features import stem
from clauses.matching import Match
from clauses.model import ClauseCheck
from clauses.operators import operators
from clauses.parties import Names
from clauses.sentences import Sentence

# The words after an operator that it may govern, for a classifier; the walk of context.py decides it for rules.
REACH = 25
Matched = tuple[Sentence, list[tuple[int, Match]]]


@dataclass(frozen=True, slots=True)
class Passage:
    """A candidate and the matched sentences that it is made of."""

    candidate: Candidate
    sentences: tuple[Matched, ...]

    @property
    def block(self) -> int:
        """The number of the block in which it stands."""
        return self.sentences[0][0].block.number


def passages(matched: Sequence[Matched], checks: Sequence[ClauseCheck], names: Names, unit: Unit) -> list[Passage]:
    """Return the passages of a document in reading order."""
    if unit is Unit.SENTENCE:
        groups: list[tuple[Matched, ...]] = [(each,) for each in matched]
    else:
        groups = [tuple(group) for _, group in groupby(matched, key=lambda each: each[0].block.number)]
    found: list[Passage] = []
    before = ""
    for group in groups:
        candidate = _candidate(group, checks, names, unit, before)
        found.append(Passage(candidate, group))
        before = candidate.text
    return found


def _candidate(
    group: tuple[Matched, ...], checks: Sequence[ClauseCheck], names: Names, unit: Unit, before: str
) -> Candidate:
    first = group[0][0]
    return Candidate(
        text=first.text if unit is Unit.SENTENCE else first.block.text,
        lead_in=first.block.lead_in,
        heading=" ".join(first.block.heading_path[-1:]),
        before=before,
        governed=tuple(word for sentence, _ in group for word in _governed(sentence, names)),
        fired=tuple(name for _, matches in group for name in _fired(matches, checks)),
    )


def _governed(sentence: Sentence, names: Names) -> Iterator[str]:
    """Yield the words in the reach of each operator, with its kind and its party."""
    doc = sentence.doc
    for operator in operators(doc, sentence.words):
        party = bound_party(sentence, operator, (operator.end, operator.end + 1), names) or "nobody"
        mark = f"{operator.kind}|{party}>"
        for token in doc[operator.end : operator.end + REACH]:
            if token.is_alpha:
                yield mark + stem(token.lower_)


def _fired(matches: Sequence[tuple[int, Match]], checks: Sequence[ClauseCheck]) -> Iterator[str]:
    for number, match in matches:
        if not match.why_not:
            yield checks[number].id
            yield f"{checks[number].id}:{match.frame.id}"
