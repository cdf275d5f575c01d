"""Makes the labelled Markdown terms again as Word, PDF and scans in a temporary folder, and scores them alike."""

from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.terms import TermsScore, score_terms
from samples.source import Part, parts_of
from samples.writers import write_pdf, write_scan, write_word

SCANNED = 3  # documents that are scanned: recognition takes seconds a page
LONGEST = 60_000  # characters of a document that is scanned
WRITERS = {".docx": write_word, ".pdf": write_pdf}


@dataclass(frozen=True, slots=True, kw_only=True)
class Twins:
    """Scores of the same labels: Markdown beside Word and PDF, and of a few documents beside their 150-dpi scans."""

    markdown: TermsScore
    word: TermsScore
    pdf: TermsScore
    few: TermsScore
    scans: TermsScore


def score_twins(data: Path) -> Twins:
    """Make and score the twins of the terms in a data folder."""
    terms, labels = data / "terms", data / "labels"
    with TemporaryDirectory() as made:
        folder = Path(made)
        texts = {path.stem: path.read_text(encoding="utf-8") for path in sorted(terms.glob("*.md"))}
        for ending, write in WRITERS.items():
            (folder / ending).mkdir()
            for stem, text in texts.items():
                (folder / ending / f"{stem}{ending}").write_bytes(write("Twin", _parts(stem, text)))
        few = [stem for stem, text in texts.items() if len(text) < LONGEST and (labels / f"{stem}.tsv").exists()]
        for name in ("scans", "few"):
            (folder / name).mkdir()
        for stem in few[:SCANNED]:
            (folder / "scans" / f"{stem}.pdf").write_bytes(write_scan("Twin", _parts(stem, texts[stem])))
            (folder / "few" / f"{stem}.md").write_text(texts[stem], encoding="utf-8")
        return Twins(
            markdown=score_terms([(terms, labels)]),
            word=score_terms([(folder / ".docx", labels)], suffix=".docx", source=terms),
            pdf=score_terms([(folder / ".pdf", labels)], suffix=".pdf", source=terms),
            few=score_terms([(folder / "few", labels)]),
            scans=score_terms([(folder / "scans", labels)], suffix=".pdf", source=terms),
        )


def _parts(stem: str, text: str) -> tuple[Part, ...]:
    """Return the parts of a text with a title and headings of a level: the writers need both."""
    parts = tuple(_written(part) for part in parts_of(text))
    return parts if any(part.kind == "title" for part in parts) else (Part(kind="title", text=stem), *parts)


def _written(part: Part) -> Part:
    """Return a part as the writers take it: headings with a level, rows of one length."""
    longest = max((len(row) for row in part.rows), default=0)
    rows = tuple((*row, *[""] * (longest - len(row))) for row in part.rows)
    return replace(part, rows=rows, depth=max(part.depth, 2) if part.kind == "heading" else part.depth)
