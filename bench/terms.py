"""Scores findings on labelled terms, block by block.

A finding is right when a block that its quote covers carries the check's label, and wrong when none does, when
it covers more than four blocks, or when the quote is not in the document. Recall counts labelled blocks.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bench.answers import Run, analyze, stated
from bench.cut import numbered_blocks
from bench.figures import Figures, ratio
from bench.placing import BlockMap, places

MOST_BLOCKS = 4
Labels = dict[int, dict[str, str]]


@dataclass(slots=True)
class TermsScore:
    """The counts by check and what else is measured on the same findings."""

    rows: dict[str, Figures] = field(default_factory=lambda: defaultdict(Figures))
    bound_right: int = 0
    bound_total: int = 0
    fabricated: int = 0
    same: int = 0
    different: int = 0
    documents: int = 0
    unanswered: int = 0
    seconds: float = 0.0
    confidences: list[tuple[float, bool]] = field(default_factory=list)

    @property
    def bound(self) -> float:
        """Share of the right findings with a labelled party whose party is right."""
        return ratio(self.bound_right, self.bound_total)

    @property
    def jaccard(self) -> float:
        """Agreement on which labels a document has at all."""
        return ratio(self.same, self.same + self.different)


def read_labels(path: Path) -> Labels:
    """Return the labels of each labelled block, with the party behind the colon ("" if none)."""
    labels: Labels = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        number, _, names = line.partition("\t")
        if names:
            labels[int(number)] = {name.partition(":")[0]: name.partition(":")[2] for name in names.split(",")}
    return labels


def score_terms(folders: Sequence[tuple[Path, Path]], *, suffix: str = ".md", source: Path | None = None) -> TermsScore:
    """Analyse the labelled documents of (documents, labels) folders and count.

    With `source`, the files of `suffix` are twins of the labelled Markdown documents in that folder.
    """
    pairs = [
        (path, labels / f"{path.stem}.tsv")
        for documents, labels in folders
        for path in sorted(documents.glob(f"*{suffix}"))
        if (labels / f"{path.stem}.tsv").exists()
    ]
    run = analyze([path for path, _ in pairs])
    known = {
        name
        for _, labels in folders
        for path in labels.glob("*.tsv")
        for row in read_labels(path).values()
        for name in row
    }
    total = TermsScore(documents=len(pairs), seconds=run.seconds)
    for path, labels in pairs:
        _count(total, run, path, read_labels(labels), (source / f"{path.stem}.md") if source else path, known)
    return total


def _count(total: TermsScore, run: Run, path: Path, gold: Labels, source: Path, known: set[str]) -> None:
    answer = run.answers.get(str(path))
    total.unanswered += answer is None
    blocks = BlockMap(numbered_blocks(source.read_text(encoding="utf-8")))
    found: dict[str, set[int]] = defaultdict(set)
    said = set()
    for finding in (answer or {}).get("findings", []):
        if finding["check"] in known and stated(finding):
            said.add(finding["check"])
            found[finding["check"]] |= _judge(total, finding, blocks, gold)
    truth = defaultdict(set)
    for number, names in gold.items():
        for name in names:
            truth[name].add(number)
    for name, numbers in truth.items():
        total.rows[name].total += len(numbers)
        total.rows[name].hit += len(numbers & found[name])
    total.same += len(set(truth) & said)
    total.different += len(set(truth) ^ said)


def _judge(total: TermsScore, finding: dict[str, Any], blocks: BlockMap, gold: Labels) -> set[int]:
    name = finding["check"]
    at = [blocks.covered(runs) for runs in places(blocks.text, finding["quote"])]
    total.fabricated += not at
    good = {n for numbers in at if len(numbers) <= MOST_BLOCKS for n in numbers if name in gold.get(n, {})}
    total.confidences.append((finding["confidence"], bool(good)))
    if not good:
        total.rows[name].wrong += 1
        return set()
    total.rows[name].right += 1
    parties = {gold[n][name] for n in good if gold[n][name]}
    if parties:
        total.bound_total += 1
        total.bound_right += finding["bound"] in parties
    return good
