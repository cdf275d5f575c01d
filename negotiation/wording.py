"""Reads the playbook and fills its wording: TOML files and the parties' names in, plain contract English out.

Only names that are declared are filled in, once and as plain text, so that a filled-in text is never read again.
"""

import re
import tomllib
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

FOLDER = Path(__file__).resolve().parent / "playbook"
# Words of the contract that the wording uses, with what stands for them when the contract's own are not known.
TERMS = {
    "vendor": "Provider",
    "customer": "Customer",
    "services": "Services",
    "output": "Output",
    "customer_data": "Customer Data",
    "agreement": "Agreement",
}
PLACE = re.compile(r"\{(\w+)\}")
Wording = Annotated[str, Field(min_length=20, max_length=2_000)]
Strength = Annotated[float, Field(ge=0, le=1)]


class PlaybookError(ValueError):
    """A playbook's text cannot be used; the message says why."""


class Level(StrEnum):
    """How much of an ask is taken: what is preferred, or what would do."""

    PREFERRED = "preferred"
    ACCEPTABLE = "acceptable"


class Number(BaseModel):
    """A number in the wording that the buyer may set, with its bounds and unit."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    default: int
    low: int
    high: int
    unit: str

    @model_validator(mode="after")
    def _ordered(self) -> "Number":
        if not self.low <= self.default <= self.high:
            raise ValueError("The default has to lie between low and high.")
        return self


class Play(BaseModel):
    """What to ask for one check. `strengths` are what our own checks give both wordings under the default policy.

    `heading` stands over the clause in an addendum; without one the title of the check does.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    check: str
    version: Annotated[int, Field(ge=1)]
    heading: Annotated[str, Field(max_length=80)] = ""
    preferred: Wording
    acceptable: Wording
    walk_away: Wording
    strengths: tuple[Strength, Strength]
    numbers: dict[str, Number] = {}

    @model_validator(mode="after")
    def _declared(self) -> "Play":
        used = set(PLACE.findall(self.preferred + self.acceptable))
        unknown = used - TERMS.keys() - self.numbers.keys()
        if unknown:
            raise ValueError(f"{{{sorted(unknown)[0]}}} is not a known word. Known are: {', '.join(TERMS)}.")
        if TERMS.keys() & self.numbers.keys():
            raise ValueError("A number must not have the name of a party or term.")
        return self

    def strength(self, level: Level) -> float:
        """Return the strength that the wording gives, 0 to 1."""
        return self.strengths[0] if level is Level.PREFERRED else self.strengths[1]


@cache
def playbook() -> dict[str, Play]:
    """Return the shipped plays by check id."""
    return {
        play.check: play for play in (parse_play(path.read_text("utf-8")) for path in sorted(FOLDER.glob("*.toml")))
    }


def with_own(folder: Path) -> dict[str, Play]:
    """Return the shipped plays with those of a folder in place of theirs; without the folder the shipped ones.

    Raises PlaybookError, naming the file, for one that cannot be used.
    """
    plays = dict(playbook())
    for path in sorted(folder.glob("*.toml")) if folder.is_dir() else ():
        try:
            play = parse_play(path.read_text("utf-8"))
        except (PlaybookError, UnicodeDecodeError, OSError) as error:
            raise PlaybookError(f"{path.name}: {error}") from None
        plays[play.check] = play
    return plays


def shipped_files() -> tuple[Path, ...]:
    """Return the files of the shipped plays, in order."""
    return tuple(sorted(FOLDER.glob("*.toml")))


def parse_play(text: str) -> Play:
    """Return a play from its TOML text; raise PlaybookError with what is wrong."""
    try:
        return Play.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise PlaybookError(f"This is not TOML: {error}.") from None
    except ValidationError as error:
        raise PlaybookError(" ".join(_sentence(problem) for problem in error.errors())) from None


def fill(play: Play, level: Level, *, terms: Mapping[str, str], numbers: Mapping[str, int]) -> str:
    """Return the wording with the contract's words and the buyer's numbers; raise PlaybookError out of bounds."""
    text = play.preferred if level is Level.PREFERRED else play.acceptable
    values = {**TERMS, **{name: " ".join(word.split()) for name, word in terms.items() if word.strip()}}
    for name, number in play.numbers.items():
        value = numbers.get(name, number.default)
        if not number.low <= value <= number.high:
            raise PlaybookError(f"{name} has to lie between {number.low} and {number.high} {number.unit}.")
        values[name] = f"{value:,}"
    return PLACE.sub(lambda place: values[place[1]], text)


def _sentence(problem: Any) -> str:
    place = ".".join(str(part) for part in problem["loc"]) or "The play"
    return f"{place}: {str(problem['msg']).removeprefix('Value error, ')}."
