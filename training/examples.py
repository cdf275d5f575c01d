"""Labelled blocks for training: the documents as the product reads them, with the labels of the blocks they cover."""

from dataclasses import dataclass
from hashlib import md5
from pathlib import Path

from bench.cut import numbered_blocks
from bench.placing import BlockMap, places
from bench.terms import read_labels
from documents.model import BlockKind
from documents.read import read_document

HERE = Path(__file__).resolve().parent
LABELS = HERE / "labels"
FOLDERS = (("terms", "terms"), ("excerpts", "excerpts"))
FOLDS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A block as the scorer sees it, and its labels. `fold` is the same for all documents of a vendor."""

    context: str
    text: str
    labels: frozenset[str]
    fold: int
    document: str


def vendor_of(name: str) -> str:
    """Return the vendor of a document's name: "ota--Acme--Terms_of_Service" is Acme's."""
    return name.split("--")[1].lower()


def fold_of(vendor: str) -> int:
    """Return the fold of a vendor; terms and excerpts of one vendor always share it."""
    return int(md5(vendor.encode(), usedforsecurity=False).hexdigest(), 16) % FOLDS


def load_examples(data: Path) -> list[Example]:
    """Return the examples of the terms and excerpts in a data folder (bench/README.md says how to get one)."""
    found: list[Example] = []
    for documents, labels in FOLDERS:
        for path in sorted((data / documents).glob("*.md")):
            gold = LABELS / labels / f"{path.stem}.tsv"
            if gold.exists():
                found += _document(path, gold)
    return found


def _document(path: Path, gold: Path) -> list[Example]:
    labels = read_labels(gold)
    blocks = BlockMap(numbered_blocks(path.read_text(encoding="utf-8")))
    found: list[Example] = []
    at = 0
    for block in read_document(path.read_bytes(), path.name).blocks:
        where = places(blocks.text, block.text)
        if not where or block.kind is BlockKind.HEADING:
            continue
        runs = next((runs for runs in where if runs[0][0] >= at), where[0])
        at = max(at, runs[0][0])
        names = frozenset(name for number in blocks.covered(runs) for name in labels.get(number, {}))
        found.append(
            Example(
                context=" ".join([*block.heading_path[-1:], block.lead_in]).strip(),
                text=block.text,
                labels=names,
                fold=fold_of(vendor_of(path.stem)),
                document=path.stem,
            )
        )
    return found
