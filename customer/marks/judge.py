"""The votes of a suspect and the keys of the recipients in, an exact test for each recipient out."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from customer.marks.choices import SCALE, choice, threshold
from customer.marks.law import Classes, ScoreLaw, log10_e_value, score_law
from customer.marks.suspect import Votes

ALPHA, WEAK = 0.001, 0.05
FEWEST_SITES, MOST_SITES = 20, 4000


class Sign(StrEnum):
    """What the marks say of one recipient."""

    CLAIM = "claim"
    WEAK = "weak"
    NONE = "none"
    TOO_FEW = "too_few"


@dataclass(frozen=True, slots=True, kw_only=True)
class Suspicion:
    """How well a suspect agrees with the copy of one recipient.

    `p` is the chance of such agreement for a party that never had the copy; `corrected` is that of any recipient.
    """

    recipient: str
    matches: int
    tested: int
    p: float
    corrected: float
    log10_e: float
    sign: Sign


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """All recipients tested, the most suspicious first; `false_rate` is the chance that an innocent set is accused."""

    suspicions: tuple[Suspicion, ...]
    tested: int
    recipients: int
    alpha: float
    false_rate: float

    @property
    def claims(self) -> tuple[Suspicion, ...]:
        """Return the recipients whose copy the suspect agrees with."""
        return tuple(one for one in self.suspicions if one.sign is Sign.CLAIM)


@dataclass(frozen=True, slots=True)
class Tested:
    """A site that the test looks at: the form that the suspect shows, and the chance that a copy has it."""

    site: bytes
    form: int
    chance: float


def tested_sites(votes: Votes, team: int) -> tuple[Tested, ...]:
    """Return the sites of a suspect that are tested: all, or the first 4,000 by their identity."""
    chosen = sorted(votes.forms)[:MOST_SITES]
    return tuple(Tested(site, votes.forms[site], _chance(site, votes.forms[site], team)) for site in chosen)


def law_of(tested: Sequence[Tested]) -> ScoreLaw:
    """Return the law of the score of a party without the copy."""
    number = Counter(one.chance for one in tested)
    distinct = tuple(sorted(number))
    return score_law(Classes(chances=distinct, sites=tuple(number[q] for q in distinct)))


def matches_of(key: bytes, tested: Sequence[Tested], team: int, classes: Classes) -> tuple[int, ...]:
    """Return how many sites of each chance a recipient's copy agrees with."""
    agreeing = Counter(one.chance for one in tested if choice(key, one.site, team) == one.form)
    return tuple(agreeing[q] for q in classes.chances)


def judge(votes: Votes, keys: Mapping[str, bytes], *, team: int, alpha: float = ALPHA) -> Judgement:
    """Test every recipient; without their copy each agrees at a place by a chance that the key fixed, so p is exact."""
    tested = tested_sites(votes, team)
    law = law_of(tested)
    found = []
    for name, key in keys.items():
        counts = matches_of(key, tested, team, law.classes)
        p = law.p(counts)
        corrected = min(1.0, p * len(keys))
        found.append(
            Suspicion(
                recipient=name,
                matches=sum(counts),
                tested=len(tested),
                p=p,
                corrected=corrected,
                log10_e=log10_e_value(law.classes, counts),
                sign=_sign(len(tested), corrected, alpha),
            )
        )
    return Judgement(
        suspicions=tuple(sorted(found, key=lambda one: (one.p, one.recipient))),
        tested=len(tested),
        recipients=len(keys),
        alpha=alpha,
        false_rate=_false_rate(law.attained(alpha / max(1, len(keys))), len(keys), len(tested)),
    )


def _chance(site: bytes, form: int, team: int) -> float:
    right = threshold(site, team) / SCALE
    return right if form else 1 - right


def _sign(tested: int, corrected: float, alpha: float) -> Sign:
    if tested < FEWEST_SITES:
        return Sign.TOO_FEW
    return Sign.CLAIM if corrected <= alpha else Sign.WEAK if corrected <= WEAK else Sign.NONE


def _false_rate(one: float, recipients: int, tested: int) -> float:
    return 1 - (1 - one) ** recipients if tested >= FEWEST_SITES else 0.0


def sentences(votes: Votes, judged: Judgement) -> tuple[str, ...]:
    """Return the result in words: never more than that a file agrees with a copy."""
    lines = [f"The {group} places all show one form. They were left out." for group in votes.left_out]
    if judged.tested < FEWEST_SITES:
        return (f"Too few marks to test: {judged.tested} read, {FEWEST_SITES} needed. No claim.", *lines)
    if len(judged.claims) > 1:
        lines.insert(0, f"Marks of {len(judged.claims)} copies were found. The file mixes them.")
    lines += [_claim(one, judged) for one in judged.claims]
    if not judged.claims:
        weak = [one for one in judged.suspicions if one.sign is Sign.WEAK]
        lines += [f"A weak sign for {one.recipient}, not enough for a claim." for one in weak]
        if not weak:
            lines.append("No marks of any recipient were found. This does not show that the data was not used.")
    return tuple(lines)


def _claim(one: Suspicion, judged: Judgement) -> str:
    odds = f"1 in {1 / one.corrected:,.0f}" if one.corrected > 1e-12 else f"1 in 10^{_digits(one.corrected)}"
    return (
        f"The marks in this file agree with the copy made for {one.recipient}: {one.matches} of {one.tested} choices. "
        f"By chance this happens in fewer than {odds} tests of {judged.recipients} recipients."
    )


def _digits(p: float) -> int:
    return next((n for n in range(12, 101) if p > 10.0**-n), 101) - 1
