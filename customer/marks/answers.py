"""Questions to a model behind an interface: invented records as prompts out, a file of its answers in, exact tests out.

Half of the prompts come from decoys, records that nobody got: a model that completes those too knows the template, not
the data.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from scipy.stats import binom

from customer.marks.canaries import CITIES, Canary
from customer.marks.judge import ALPHA
from customer.marks.look import Answers, AnswersTask, read_answers
from customer.marks.manifest import Private
from customer.marks.problems import MarksProblem

ASKED = "Continue with one word, the name of a city: "
SILENT = 0.05  # decoys that agree less likely than this by chance spoil the test


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """How many prompts a model completed with the right secret; `p` is the exact chance of so many."""

    recipient: str
    hits: int
    asked: int
    p: float
    corrected: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelTest:
    """What a model's answers say: each recipient, the most suspicious first, the decoys, and the result in words."""

    agreements: tuple[Agreement, ...]
    decoys: Agreement
    answered: int
    unusable: int
    sentences: tuple[str, ...]


def challenge(private: Private) -> tuple[dict[str, str], ...]:
    """Return a prompt for each invented record up to its secret, recipients and decoys mixed by their code words."""
    canaries = [canary for own in (*private.canaries.values(), private.decoys) for canary in own if canary.secret]
    if not canaries:
        raise MarksProblem("This data set has no invented records with a secret to ask for. Mark it with canaries.")
    prompts = [{"id": _id(one), "prompt": ASKED + one.text.partition(one.secret)[0].rstrip()} for one in canaries]
    return tuple(sorted(prompts, key=lambda prompt: prompt["id"]))


def judge_answers(
    path: Path,
    private: Private,
    *,
    alpha: float = ALPHA,
    reads: Callable[[AnswersTask], Answers] = read_answers,
) -> ModelTest:
    """Test a file of answers, one `{"id", "answer"}` a line; one of 50 cities is right by chance, whatever is known.

    `reads` reads the file. Raises MarksProblem when no line answers a prompt of this data set.
    """
    read = reads(AnswersTask(path=path))
    given, unusable = read.given, read.unusable
    number = len(private.canaries)
    found = [_agreement(name, own, given, number) for name, own in private.canaries.items()]
    decoys = _agreement("decoys", private.decoys, given, 1)
    answered = decoys.asked + sum(one.asked for one in found)
    if not answered:
        raise MarksProblem(f"{path.name} answers none of the prompts of this data set.")
    ordered = tuple(sorted(found, key=lambda one: (one.p, one.recipient)))
    return ModelTest(
        agreements=ordered,
        decoys=decoys,
        answered=answered,
        unusable=unusable,
        sentences=_sentences(ordered, decoys, alpha),
    )


def _id(canary: Canary) -> str:
    return canary.words[0]


def _agreement(name: str, canaries: Sequence[Canary], given: dict[str, str], recipients: int) -> Agreement:
    asked = [one for one in canaries if one.secret and _id(one) in given]
    hits = sum(given[_id(one)] == one.secret.casefold() for one in asked)
    p = float(binom.sf(hits - 1, len(asked), 1 / len(CITIES))) if asked else 1.0
    return Agreement(recipient=name, hits=hits, asked=len(asked), p=p, corrected=min(1.0, p * recipients))


def _sentences(found: Sequence[Agreement], decoys: Agreement, alpha: float) -> tuple[str, ...]:
    control = f"Of {decoys.asked} invented records that nobody got, it completed {decoys.hits}."
    if not decoys.asked:
        return ("The prompts from invented records that nobody got are not answered: without them there is no claim.",)
    if decoys.p <= SILENT:
        return ("The model also completes records that nobody got: it knows the template, not the data. No claim.",)
    claims = [
        f"The model's answers agree with the copy made for {one.recipient}: {one.hits} of {one.asked} right, "
        f"{one.asked / len(CITIES):.0f} expected by chance."
        for one in found
        if one.corrected <= alpha
    ]
    if not claims:
        claims = ["The answers agree with no copy more than by chance. This does not show that the data was not used."]
    return (*claims, control)
