"""The features of a candidate: words and pairs of words, governed words, heading, the passage before, fired frames.

Words are reduced to their stems (Snowball's English stemmer), every number is one "0". A feature is a name with the
mark of its group; within a group the values have length one, so that long and short passages weigh the same.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import snowballstemmer

from clauses.classifier.model import Candidate

WORD = re.compile(r"[a-z0]+")
FIGURES = re.compile(r"\d+")
LONGEST_LEAD = 12  # words of a lead-in that count, from its end
LONGEST_HEADING = 24  # words of a heading that count, from its end
STEMMER = snowballstemmer.stemmer("english")


@dataclass(frozen=True, slots=True)
class Group:
    """A kind of feature: its mark in the vocabulary, and whether its values are as they are or scaled to length one."""

    mark: str
    plain: bool = False


WORDS, GOVERNED, HEADING, BEFORE, FIRED = Group(""), Group(">"), Group("#"), Group("<"), Group("!", plain=True)
GROUPS = (WORDS, GOVERNED, HEADING, BEFORE, FIRED)


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """Return the stem of a lower-case word."""
    return str(STEMMER.stemWord(word))


def stems(text: str) -> list[str]:
    """Return the stems of a text's words in order."""
    return [stem(word) for word in WORD.findall(FIGURES.sub("0", text.lower()))]


def runs(words: Sequence[str]) -> list[str]:
    """Return the words and the pairs of neighbours, in order; a pair is written with a space."""
    return [*words, *(f"{one} {other}" for one, other in pairwise(words))]


def features(candidate: Candidate) -> dict[Group, list[str]]:
    """Return the names of a candidate's features by group, each name once."""
    lead = stems(candidate.lead_in)[-LONGEST_LEAD:]
    return {
        WORDS: list(dict.fromkeys([*runs(stems(candidate.text)), *runs(lead)])),
        GOVERNED: list(dict.fromkeys(candidate.governed)),
        HEADING: list(dict.fromkeys(runs(stems(candidate.heading)[-LONGEST_HEADING:]))),
        BEFORE: list(dict.fromkeys(stems(candidate.before))),
        FIRED: list(candidate.fired),
    }
