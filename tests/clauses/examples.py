"""Reads the examples that lie beside the checks and turns one into a document."""

from dataclasses import dataclass, fields
from pathlib import Path

import yaml

from clauses.classifier.load import load_classifiers
from clauses.engine import analyse
from clauses.model import Finding, Reach
from documents.model import Block, BlockKind, Document, DocumentFormat, DocumentKind

CLAUSES = Path(__file__).resolve().parents[2] / "clauses"


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One line of an examples file; `expect` is match, none, todo (a known gap) or false_alarm.

    With `frames` it is an example of the frames alone: it shows why a frame or an exclusion is there.
    """

    expect: str
    text: str
    because: str = ""
    party: str | None = None
    force: str | None = None
    exceptions: tuple[str, ...] | None = None
    quote: str | None = None
    lead_in: str = ""
    heading: str = ""
    document: DocumentKind = DocumentKind.CONTRACT
    frames: bool = False


def read_examples(path: Path) -> list[Example]:
    """Return the examples of a file; raise ValueError naming the file and line that is none."""
    lines = yaml.safe_load(path.read_text(encoding="utf-8")) or []
    return [_example(path, number, line) for number, line in enumerate(lines)]


def _example(path: Path, number: int, line: dict[str, object]) -> Example:
    unknown = set(line) - {field.name for field in fields(Example)}
    if unknown:
        raise ValueError(
            f"{path.name}, example {number}: unknown key {', '.join(map(str, unknown))} (quote a text with a comma)."
        )
    return Example(**{**line, "exceptions": _kinds(line.get("exceptions"))})


def _kinds(written: str | list[str] | None) -> tuple[str, ...] | None:
    if written is None:
        return None
    return tuple(written) if isinstance(written, list) else tuple(part.strip() for part in written.split(",") if part)


def find(check_id: str, example: Example, *, reach: Reach = Reach.FULL) -> Finding:
    """Read the example as the only block of a document, as the product does unless `reach` says less."""
    findings = analyse(document_of(example), classifiers=load_classifiers(reach)).findings
    return next(each for each in findings if each.check_id == check_id)


def document_of(example: Example) -> Document:
    """Return a document whose only block is the example."""
    block = Block(
        number=0,
        kind=BlockKind.ITEM if example.lead_in else BlockKind.PARAGRAPH,
        text=" ".join(example.text.split()),
        heading_path=(example.heading,) if example.heading else (),
        lead_in=example.lead_in,
    )
    return Document(
        id="example",
        name="example.txt",
        format=DocumentFormat.TEXT,
        kind=DocumentKind(example.document),
        title="Example",
        language="en",
        page_count=1,
        blocks=(block,),
    )
