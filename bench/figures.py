"""Precision, recall and F1, counted once for every report."""

from dataclasses import dataclass


@dataclass(slots=True)
class Figures:
    """Counts of one check: findings that are right and wrong, labelled places that were found, and all of them."""

    right: int = 0
    wrong: int = 0
    hit: int = 0
    total: int = 0

    @property
    def precision(self) -> float:
        """Share of the findings that are right."""
        return ratio(self.right, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """Share of the labelled places that were found."""
        return ratio(self.hit, self.total)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return ratio(2 * self.precision * self.recall, self.precision + self.recall)

    def __add__(self, other: "Figures") -> "Figures":
        return Figures(
            self.right + other.right, self.wrong + other.wrong, self.hit + other.hit, self.total + other.total
        )


def ratio(part: float, whole: float) -> float:
    """Return part / whole, 0 for an empty whole."""
    return part / whole if whole else 0.0


def micro(rows: "dict[str, Figures]") -> Figures:
    """Return the counts of all checks together."""
    return sum(rows.values(), Figures())
