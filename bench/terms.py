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
from training.corpus import LABELS, Labelled

MOST_BLOCKS = 4
Labels = dict[int, dict[str, str]]


@dataclass(slots=True)
class Verdicts:
    """Of one check, how many documents have the clause and how many findings of it are right, by document."""

    found: int = 0
    missed: int = 0
    claimed: int = 0
    without: int = 0

    @property
    def right(self) -> int:
        """Documents whose present or absent is right."""
        return self.found + self.without


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
    verdicts: dict[str, Verdicts] = field(default_factory=lambda: defaultdict(Verdicts))

    @property
    def bound(self) -> float:
        """Share of the right findings with a labelled party whose party is right."""
        return ratio(self.bound_right, self.bound_total)

    @property
    def verdicts_right(self) -> float:
        """Share of the documents and checks whose present or absent is right."""
        return ratio(sum(each.right for each in self.verdicts.values()), self.documents * len(self.verdicts))

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
    return _score(
        [
            (path, labels / f"{path.stem}.tsv", (source / f"{path.stem}.md") if source else path)
            for documents, labels in folders
            for path in sorted(documents.glob(f"*{suffix}"))
            if (labels / f"{path.stem}.tsv").exists()
        ]
    )


def score_labelled(documents: Sequence[Labelled]) -> TermsScore:
    """Analyse documents of the corpus and count."""
    return _score([(each.text, each.labels, each.text) for each in documents])


def _score(triples: Sequence[tuple[Path, Path, Path]]) -> TermsScore:
    run = analyze([path for path, _, _ in triples])
    total = TermsScore(documents=len(triples), seconds=run.seconds)
    for path, labels, source in triples:
        _count(total, run, path, read_labels(labels), source)
    return total


def _count(total: TermsScore, run: Run, path: Path, gold: Labels, source: Path) -> None:
    answer = run.answers.get(str(path))
    total.unanswered += answer is None
    blocks = BlockMap(numbered_blocks(source.read_text(encoding="utf-8")))
    found: dict[str, set[int]] = defaultdict(set)
    said = set()
    for finding in (answer or {}).get("findings", []):
        if finding["check"] in LABELS and stated(finding):
            said.add(finding["check"])
            found[finding["check"]] |= _judge(total, finding, blocks, gold)
    truth = defaultdict(set)
    for number, names in gold.items():
        for name in names:
            truth[name].add(number)
    for name, numbers in truth.items():
        total.rows[name].total += len(numbers)
        total.rows[name].hit += len(numbers & found[name])
    for name in LABELS:
        row = total.verdicts[name]
        row.found += name in truth and name in said
        row.missed += name in truth and name not in said
        row.claimed += name not in truth and name in said
        row.without += name not in truth and name not in said
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
