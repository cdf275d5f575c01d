"""Labelled passages for training and measuring: the documents as the product reads them, with the labels they cover."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.cut import numbered_blocks
from bench.placing import BlockMap, places
from bench.terms import Labels, read_labels
from clauses.candidates import passages
from clauses.classifier import Candidate, Unit
from clauses.engine import matched
from clauses.parties import names_of
from clauses.registry import CHECKS
from documents.model import Document
from documents.read import read_document
from training.corpus import Labelled


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A block as the classifiers see it, the labelled blocks that it covers, their labels and "label:party"."""

    candidate: Candidate
    covers: frozenset[int]
    labels: frozenset[str]
    parties: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledDocument:
    """A document's examples in reading order, and all its labels by block number."""

    source: Labelled
    examples: tuple[Example, ...]
    labels: Labels


def load_documents(sources: Iterable[Labelled]) -> Iterator[LabelledDocument]:
    """Yield the labelled documents one by one."""
    for source in sources:
        yield labelled_document(source)


def labelled_document(source: Labelled) -> LabelledDocument:
    """Read one document as the product does and lay its labels over its blocks."""
    labels = read_labels(source.labels)
    document = read_document(source.text.read_bytes(), source.text.name)
    covers = covered_blocks(document, source.text)
    names = names_of(document.blocks)
    found = []
    for passage in passages(matched(document, CHECKS, names), CHECKS, names, Unit.BLOCK):
        blocks = covers.get(passage.block, frozenset())
        own = frozenset(name for number in blocks for name in labels.get(number, {}))
        parties = frozenset(f"{name}:{party}" for n in blocks for name, party in labels.get(n, {}).items())
        found.append(Example(candidate=passage.candidate, covers=blocks, labels=own, parties=parties))
    return LabelledDocument(source=source, examples=tuple(found), labels=labels)


def covered_blocks(document: Document, text: Path) -> dict[int, frozenset[int]]:
    """Return for each block of the document the numbers of the labelled blocks that it covers."""
    blocks = BlockMap(numbered_blocks(text.read_text(encoding="utf-8")))
    found: dict[int, frozenset[int]] = {}
    at = 0
    for block in document.blocks:
        where = places(blocks.text, block.text)
        if where:
            runs = next((runs for runs in where if runs[0][0] >= at), where[0])
            at = max(at, runs[0][0])
            found[block.number] = frozenset(blocks.covered(runs))
    return found
