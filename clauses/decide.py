"""Decides what counts: the one place where frames and classifiers meet, and where every threshold is applied.

A passage counts for a check that a classifier knows when its probability reaches the check's threshold; fired frames
are
among the features, so a frame speaks through the classifier that has measured it. A frame that the classifier does not
believe is kept as a nearest passage and stays visible. A check that no classifier knows keeps what its frames found. A
classifier is never the reason for an "absent" by itself: where nothing counts, what came nearest is shown.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from clauses import context
from clauses.candidates import Matched, Passage, passages
from clauses.classifier import Candidate, Classifier, Unit
from clauses.matching import evidence
from clauses.model import ClauseCheck, Evidence, Family, Force, Layer, Party, Polarity, Reason
from clauses.operators import operators
from clauses.parties import Names
from clauses.sentences import Sentence
from clauses.values import read_values
from documents.model import Document

# From this probability on a classifier counts as a layer of its own that agrees.
AGREES = 0.5
# A passage on which no frame fired is not shown below this probability, however low the check's threshold is.
ALONE = 0.25
# Frames and classifier at odds, or a sentence that reads the other way round: at most this sure, so "please review".
AT_ODDS = 0.65
# How matching.py begins when a frame's words stand there and the sentence denies them, or binds another party.
# Letters of a quote that can be found again in a document.
SHORTEST_QUOTE = 8
PROMISES_NOTHING = "promises nothing"
READ_OTHERWISE = ("read as", "binds the", "does not say whom")


@dataclass(slots=True)
class Decided:
    """What counts as evidence of one check, and what came near."""

    evidence: list[Evidence] = field(default_factory=list)
    doubted: list[Evidence] = field(default_factory=list)


def decide(
    document: Document,
    checks: Sequence[ClauseCheck],
    matched: Sequence[Matched],
    classifiers: Sequence[Classifier],
    names: Names,
) -> list[Decided]:
    """Return what counts per check, in reading order."""
    decided = [Decided() for _ in checks]
    numbers = {check.id: number for number, check in enumerate(checks) if document.kind in check.applies_to}
    known: set[int] = set()
    for classifier in classifiers:
        asked = [(numbers[check_id], check_id) for check_id in classifier.checks if check_id in numbers]
        if not asked or not matched:
            continue
        known |= {number for number, _ in asked}
        found = passages(matched, checks, names, classifier.unit)
        scores = classifier.probabilities([passage.candidate for passage in found])
        for number, check_id in asked:
            column = scores[:, classifier.checks.index(check_id)]
            one = _Check(document, checks[number], number, classifier, names)
            for passage, probability in zip(found, column, strict=True):
                one.weigh(passage, round(float(probability), 4), decided[number])
    for number, check in enumerate(checks):
        if number not in known:
            decided[number].evidence += [e for _, e in _by_frames(document, check, number, matched)]
        decided[number] = _in_order(decided[number])
    return decided


def _by_frames(
    document: Document, check: ClauseCheck, number: int, matched: Sequence[Matched]
) -> Iterator[tuple[Sentence, Evidence]]:
    for sentence, matches in matched:
        for which, match in matches:
            if which == number and not match.why_not:
                yield sentence, evidence(check, match, document.id, sentence)


def _in_order(decided: Decided) -> Decided:
    """Return evidence in reading order, each sentence once and never both counted and doubted."""
    unique: dict[tuple[int, int], Evidence] = {}
    for each in sorted(decided.evidence, key=lambda e: (e.block, e.start, -e.confidence)):
        unique.setdefault((each.block, each.start), each)
    doubted = [each for each in decided.doubted if (each.block, each.start) not in unique]
    return Decided(list(unique.values()), doubted)


@dataclass(frozen=True, slots=True)
class _Check:
    """One check under one classifier in one document."""

    document: Document
    check: ClauseCheck
    number: int
    classifier: Classifier
    names: Names

    def weigh(self, passage: Passage, probability: float, into: Decided) -> None:
        """Put what a passage says of the check where it belongs."""
        fired = list(_by_frames(self.document, self.check, self.number, passage.sentences))
        if probability < self.classifier.thresholds[self.check.id]:
            into.doubted += [each for _, each in fired]
        elif fired:
            reason, party = self._reason(passage.candidate), self.classifier.party(passage.candidate, self.check.id)
            into.evidence += [self._unless_disclaimed(_agreed(each, probability, reason, party)) for _, each in fired]
        elif probability >= ALONE and _quotable(passage):
            into.evidence.append(self._added(passage, probability))

    def _reason(self, candidate: Candidate) -> Reason:
        return Reason(what="the classifier", words=", ".join(self.classifier.words(candidate, self.check.id)))

    def _added(self, passage: Passage, probability: float) -> Evidence:
        """Return evidence that the classifier alone gives: the sentence that it finds likeliest."""
        sentence = self._surest(passage)
        reading = _reading(sentence, self.names)
        reason = self._reason(passage.candidate)
        reasons = [replace(reason, change=probability)]
        confidence = probability
        against = self._against(passage, reading)
        if probability > AT_ODDS and against:
            confidence = AT_ODDS
            why = f"{against}: please review"
            reasons.append(Reason(what=why, words=reading.words, change=round(confidence - probability, 4)))
        return Evidence(
            document_id=self.document.id,
            block=sentence.block.number,
            start=sentence.start,
            end=sentence.end,
            quote=sentence.text,
            page=sentence.block.page_at(sentence.start),
            bound=self.classifier.party(passage.candidate, self.check.id) or _bound(self.check, reading),
            force=reading.force,
            exceptions=context.exceptions(sentence),
            values=read_values(sentence.text, self.check.reads, sentence.start) if self.check.reads else (),
            confidence=confidence,
            layers=(Layer.SCORER,),
            reasons=tuple(reasons),
        )

    def _against(self, passage: Passage, reading: context.Reading) -> str:
        """Return why the sentence says something else than its words, as frames and operators read it, or ""."""
        for _, matches in passage.sentences:
            for number, match in matches:
                if number == self.number and match.why_not.startswith(READ_OTHERWISE):
                    return match.why_not
        if self._disclaimed(reading.force):
            return PROMISES_NOTHING
        if _other_way_round(self.check, reading):
            return f"reads as {reading.polarity}; the check looks for another"
        return ""

    def _disclaimed(self, force: Force | None) -> bool:
        """Tell whether a sentence promises nothing ("no obligation to monitor"); remedies may disclaim."""
        return force is Force.DISCLAIMS and self.check.family is not Family.REMEDIES

    def _unless_disclaimed(self, each: Evidence) -> Evidence:
        if each.confidence <= AT_ODDS or not self._disclaimed(each.force):
            return each
        why = Reason(what=f"{PROMISES_NOTHING}: please review", change=round(AT_ODDS - each.confidence, 4))
        return replace(each, confidence=AT_ODDS, reasons=(*each.reasons, why))

    def _surest(self, passage: Passage) -> Sentence:
        """Return the sentence of a passage that the classifier finds likeliest; of equals the first."""
        choice = _quotable(passage)
        if len(choice) == 1 or self.classifier.unit is Unit.SENTENCE:
            return choice[0]
        candidates = [replace(passage.candidate, text=sentence.text) for sentence in choice]
        column = self.classifier.probabilities(candidates)[:, self.classifier.checks.index(self.check.id)]
        return choice[int(column.argmax())]


def _quotable(passage: Passage) -> list[Sentence]:
    """Return the sentences of a passage that are long enough to be shown as evidence."""
    return [each for each, _ in passage.sentences if sum(map(str.isalnum, each.text)) >= SHORTEST_QUOTE]


def _agreed(each: Evidence, probability: float, reason: Reason, party: Party | None) -> Evidence:
    """Return evidence of a frame with the classifier's view; from AGREES on it counts as a second layer."""
    return replace(
        each,
        bound=party or each.bound,
        confidence=probability,
        layers=(Layer.RULES, Layer.SCORER) if probability >= AGREES else (Layer.RULES,),
        reasons=(*each.reasons, replace(reason, change=round(probability - each.confidence, 4))),
    )


def _reading(sentence: Sentence, names: Names) -> context.Reading:
    found = operators(sentence.doc, sentence.words)
    at = found[0].end if found else sentence.own
    return context.read(sentence, (at, at + 1), names)


def _bound(check: ClauseCheck, reading: context.Reading) -> Party | None:
    """Return who is bound by a sentence without a frame: whom it names, unless it is the party that sets the ban."""
    if check.bound_default is Party.CUSTOMER and reading.bound is Party.VENDOR:
        return check.bound_default
    return reading.bound or check.bound_default


def _other_way_round(check: ClauseCheck, reading: context.Reading) -> bool:
    """Tell whether a sentence allows what every frame of the check looks for as a ban, or the reverse."""
    wanted = {frame.operator for frame in check.frames}
    if wanted == {Polarity.BAN}:
        return reading.polarity is Polarity.RIGHT and not reading.assumed
    return wanted <= {Polarity.RIGHT, Polarity.NOT_BAN} and reading.force is Force.MUST_NOT and not reading.assumed
