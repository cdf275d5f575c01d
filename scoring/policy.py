"""Reads a policy from TOML, refuses what it does not know, and writes a changed copy."""

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import tomlkit
from pydantic import ValidationError

from clauses.registry import BY_ID
from scoring.model import (
    Band,
    Criterion,
    Gate,
    NumberTier,
    Policy,
    Proof,
    Specificity,
    Tolerance,
    Wanted,
    WordFactor,
    WordTier,
)
from scoring.schema import CriterionSchema, PolicySchema, SpecificitySchema, WordFactorSchema, sentences

SHIPPED = Path(__file__).resolve().parent / "policies"
MOST_CHARACTERS = 200_000
PLAIN_FACTORS = frozenset({"force", "exceptions", "specificity", "proof", "source"})


class PolicyError(Exception):
    """Raised for a policy that cannot be used; `problems` are sentences for the person who wrote it."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__(" ".join(problems))
        self.problems = problems


def load_policy(path: Path) -> Policy:
    """Return the policy in a TOML file; raise PolicyError when it cannot be used."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise PolicyError((f"{path.name} could not be read: it is not there or not a text file in UTF-8.",)) from error
    return parse_policy(text)


@lru_cache(maxsize=1)
def shipped_policies() -> tuple[Policy, ...]:
    """Return the policies that come with the tool: default first, then strict and light."""
    return tuple(load_policy(SHIPPED / f"{name}.toml") for name in ("default", "strict", "light"))


def parse_policy(text: str) -> Policy:
    """Return the policy written in TOML; raise PolicyError with every problem that was found."""
    if len(text) > MOST_CHARACTERS:
        raise PolicyError((f"The policy is longer than {MOST_CHARACTERS:,} characters.",))
    try:
        raw = PolicySchema.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise PolicyError((f"The policy is not valid TOML: {error}.",)) from error
    except ValidationError as error:
        raise PolicyError(sentences(error)) from error
    problems = _contradictions(raw)
    if problems:
        raise PolicyError(problems)
    return _policy(raw, text)


def revise(source: str, *, identity: Mapping[str, Any], criteria: Mapping[str, Mapping[str, Any]]) -> str:
    """Return the policy text with some values set anew and all comments kept.

    `identity` sets top-level values (id, version, title, minimum_coverage ...), `criteria` values of criteria by
    check id (weight, wanted ...). The result is not validated: give it to parse_policy.
    """
    document: Any = tomlkit.parse(source)
    for name, value in identity.items():
        document[name] = value
    for check_id, values in criteria.items():
        table = document["criteria"].setdefault(check_id, tomlkit.table())
        for name, value in values.items():
            table[name] = value
    return tomlkit.dumps(document)


def _contradictions(raw: PolicySchema) -> tuple[str, ...]:
    known = PLAIN_FACTORS | set(raw.words)
    found = [f"There is no check called “{name}”." for name in raw.criteria if name not in BY_ID]
    found += [
        f"“criteria > {name} > factors”: there is no factor called “{factor}”."
        for name, criterion in raw.criteria.items()
        for factor in criterion.factors
        if factor not in known
    ]
    found += [
        f"Gate “{gate.id}” rests on the check “{gate.check}”, which has no criterion in this policy."
        for gate in raw.gates
        if gate.check and gate.check not in raw.criteria
    ]
    found += [
        f"Gate “{gate.id}” caps at a band that is not there." for gate in raw.gates if gate.cap not in {"", *raw.bands}
    ]
    if not raw.bands or min(raw.bands.values()) > 0:
        found.append("The lowest band must begin at 0.")
    if not any(criterion.weight for criterion in raw.criteria.values()):
        found.append("At least one criterion needs a weight.")
    if set(raw.weights) != {"critical", "high", "medium", "low"}:
        found.append("“weights” must name critical, high, medium and low.")
    return tuple(found)


def _policy(raw: PolicySchema, text: str) -> Policy:
    bands = sorted(raw.bands.items(), key=lambda band: -band[1])
    return Policy(
        id=raw.id,
        version=raw.version,
        title=raw.title,
        criteria=tuple(_criterion(name, item, raw) for name, item in raw.criteria.items()),
        bands=tuple(Band(letter=letter, from_score=score) for letter, score in bands),
        gates=tuple(
            Gate(id=g.id, check_id=g.check, cap=g.cap, text=g.text, lifts=g.lifts, below=g.below) for g in raw.gates
        ),
        minimum_coverage=raw.minimum_coverage,
        review_below=raw.review_below,
        partly_below=raw.partly_below,
        force=tuple(raw.force.items()),
        exceptions=tuple(raw.exceptions.items()),
        proof=tuple((kind, raw.proof.get(kind, 0.0)) for kind in Proof),
        word_factors=tuple(_word_factor(name, item) for name, item in raw.words.items()),
        specificity=tuple((name, _specificity(item)) for name, item in raw.specificity.items()),
        incorporated=tuple(raw.incorporated.items()),
        stale_days=raw.stale_days,
        source=text,
    )


def _criterion(check_id: str, item: CriterionSchema, raw: PolicySchema) -> Criterion:
    weight = item.weight if isinstance(item.weight, float) else raw.weights[item.weight]
    return Criterion(
        check_id=check_id,
        wanted=Wanted(item.wanted),
        weight=weight,
        critical=weight >= raw.weights["critical"] > 0,
        party=item.party,
        kinds=item.kinds,
        factors=item.factors,
        tolerances=tuple(
            Tolerance(value=t.value, because=t.because, exception=t.exception, words=t.words) for t in item.tolerances
        ),
        found=item.found or "",
        not_found=item.not_found or "",
    )


def _word_factor(name: str, item: WordFactorSchema) -> WordFactor:
    tiers = tuple(WordTier(name=tier.name, value=tier.value, words=tier.words) for tier in item.tiers)
    return WordFactor(name=name, tiers=tiers, otherwise=item.otherwise, otherwise_because=item.otherwise_because)


def _specificity(item: SpecificitySchema) -> Specificity:
    tiers = tuple(NumberTier(up_to=tier.up_to, unit=tier.unit, value=tier.value) for tier in item.tiers)
    return Specificity(tiers=tiers, other=item.other, none=item.none)
