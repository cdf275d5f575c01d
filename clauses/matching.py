"""Matches one check against one sentence: the evidence that it gives, or why a match was not counted."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from clauses import context
from clauses.matcher import Phrase, Span, any_of, phrase, prepare
from clauses.model import ClauseCheck, Evidence, Frame, Party, Polarity, Reason
from clauses.operators import PHRASES as OPERATOR_PHRASES
from clauses.parties import Names
from clauses.scope import marks_within, not_operative, part
from clauses.sentences import Sentence
from clauses.values import read_values

# What a match keeps of its confidence when only the shape of a list item says that it is a ban.
ASSUMED = 0.75
# A frame that opens its sentence begins within so many tokens: a numbering and "to" may go before.
OPENING = 4


@dataclass(frozen=True, slots=True)
class Match:
    """A place where a frame's words stand. `why_not` says why it does not count, and is empty where it does."""

    frame: Frame
    hit: Span
    reading: context.Reading | None = None
    why_not: str = ""

    @property
    def confidence(self) -> float:
        """The frame's confidence, less where the sentence's polarity is only assumed."""
        assumed = self.reading is not None and self.reading.assumed
        return self.frame.confidence * (ASSUMED if assumed else 1.0)


class CompiledChecks:
    """Checks with their phrases compiled, and an index of the words by which their frames come into question."""

    def __init__(self, checks: Sequence[ClauseCheck]) -> None:
        self.checks = tuple(checks)
        prepare(text for check in checks for text in _phrases(check))
        prepare((*OPERATOR_PHRASES, *context.PHRASES))
        self._by_key: dict[int, list[tuple[int, int]]] = {}
        self._frames: dict[tuple[int, int], tuple[Frame, Phrase]] = {}
        for number, check in enumerate(checks):
            for place, frame in enumerate(check.frames):
                compiled = phrase(frame.words)
                self._frames[number, place] = (frame, compiled)
                for key in compiled.keys:
                    self._by_key.setdefault(key, []).append((number, place))

    def matches(self, sentence: Sentence, names: Names) -> tuple[list[tuple[int, Match]], list[tuple[int, Exception]]]:
        """Return per check (by its place) the surest match that counts, else the surest that does not.

        The second list names the checks that raised on this sentence: one that fails must not take the others with it.
        """
        fits = sentence.words.fits()
        asked = sorted({each for key in fits & self._by_key.keys() for each in self._by_key[key]})
        found: list[tuple[int, Match]] = []
        broken: list[tuple[int, Exception]] = []
        for number, group in groupby(asked, key=lambda each: each[0]):
            try:
                best = self._best(self.checks[number], [self._frames[each] for each in group], sentence, names)
            except Exception as error:  # noqa: BLE001 - whatever a check does wrong is that check's error alone
                broken.append((number, error))
                continue
            if best is not None:
                found.append((number, best))
        return found, broken

    def _best(
        self, check: ClauseCheck, frames: list[tuple[Frame, Phrase]], sentence: Sentence, names: Names
    ) -> Match | None:
        counted: Match | None = None
        missed: Match | None = None
        for frame, compiled in frames:
            for hit in compiled.spans(sentence.doc, sentence.words):
                if hit[1] <= sentence.own or (counted and counted.confidence >= frame.confidence):
                    continue
                found = _judge(check, frame, hit, sentence, names)
                if found.why_not:
                    missed = missed or found
                elif counted is None or found.confidence > counted.confidence:
                    counted = found
        return counted or missed


def _phrases(check: ClauseCheck) -> Iterator[str]:
    for frame in check.frames:
        yield from (frame.words, *frame.without, *frame.needs)
    for like in check.look_alikes:
        yield like.words


def _judge(check: ClauseCheck, frame: Frame, hit: Span, sentence: Sentence, names: Names) -> Match:
    why_not = not_operative(sentence) or _words_speak_against(frame, hit, sentence) or _look_alike(check, hit, sentence)
    if why_not:
        return Match(frame, hit, why_not=why_not)
    reading = context.read(sentence, hit, names)
    return Match(frame, hit, reading, _reading_speaks_against(frame, reading))


def _look_alike(check: ClauseCheck, hit: Span, sentence: Sentence) -> str:
    likes = any_of((like.words for like in check.look_alikes), sentence.doc, sentence.words)
    return "a look-alike" if any(start < hit[1] and hit[0] < end for start, end in likes) else ""


def evidence(check: ClauseCheck, found: Match, document_id: str, sentence: Sentence) -> Evidence:
    """Return the sentence as evidence; of a match that does not count with no confidence and the reason why."""
    reading, frame = found.reading, found.frame
    read_bound, read_force = (reading.bound, reading.force) if reading else (None, None)
    return Evidence(
        document_id=document_id,
        block=sentence.block.number,
        start=sentence.start,
        end=sentence.end,
        quote=sentence.text,
        page=sentence.block.page_at(sentence.start),
        bound=frame.bound or read_bound or check.bound_default,
        force=frame.force or read_force,
        exceptions=context.exceptions(sentence),
        values=read_values(sentence.text, check.reads, sentence.start) if check.reads else (),
        confidence=0.0 if found.why_not else found.confidence,
        reasons=_reasons(found, sentence),
    )


def _words_speak_against(frame: Frame, hit: Span, sentence: Sentence) -> str:
    doc, words = sentence.doc, sentence.words
    if frame.opens and hit[0] > sentence.own + OPENING:
        return "not at the beginning"
    if frame.operator is not Polarity.ANY and marks_within(sentence, hit) > 3:
        return "its words stand in different parts"
    head, own = part(sentence, hit)
    against = [span for span in any_of(frame.without, doc, words) if _near(span, head, own)]
    if against:
        return f"beside “{doc[against[0][0] : against[0][1]].text}”"
    for need in frame.needs:
        if not any(_near(span, head, own) for span in any_of((need,), doc, words)):
            return "a word that it needs is not there"
    headings = " ".join(sentence.block.heading_path).lower()
    if frame.headings and not any(word in headings for word in frame.headings):
        return "under another heading"
    return ""


def _near(span: Span, head: int, own: Span) -> bool:
    """Tell whether a span lies in the head of the sentence or in the part of the match."""
    return span[0] < head or (span[0] < own[1] and own[0] < span[1])


def _reading_speaks_against(frame: Frame, reading: context.Reading) -> str:
    if not _polarity_fits(frame, reading):
        said = f" (“{reading.words}”)" if reading.words else ""
        return f"read as {reading.polarity}{said}, wanted {frame.operator}"
    bound = reading.bound
    if frame.agent is not None and bound not in (None, Party.BOTH, frame.agent):
        return f"binds the {bound}"
    if frame.named and bound is None:
        return "does not say whom it binds"
    if frame.not_agent is not None and bound is frame.not_agent:
        return f"binds the {bound}"
    return ""


def _polarity_fits(frame: Frame, reading: context.Reading) -> bool:
    if reading.assumed and not frame.assumed:
        return frame.operator is Polarity.ANY
    if frame.operator is Polarity.NOT_BAN:
        return reading.polarity is not Polarity.BAN or reading.assumed
    if frame.operator is Polarity.RIGHT and reading.assumed:
        return True
    return frame.operator in (Polarity.ANY, reading.polarity)


def _reasons(found: Match, sentence: Sentence) -> tuple[Reason, ...]:
    frame, reading = found.frame, found.reading
    words = sentence.doc[found.hit[0] : found.hit[1]].text
    reasons = [Reason(what=frame.id, words=words, change=frame.confidence)]
    if found.why_not:
        return (*reasons, Reason(what=found.why_not, change=-frame.confidence))
    if reading and reading.words:
        reasons.append(Reason(what=f"read as {reading.polarity}", words=reading.words))
    if reading and reading.assumed:
        reasons.append(Reason(what="a list item without its lead-in", change=found.confidence - frame.confidence))
    return tuple(reasons)
