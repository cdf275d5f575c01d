"""Analyses files that are damaged, locked, scanned or strange, and says how each ended."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from bench.answers import analyze

SUFFIXES = {".pdf", ".docx", ".html", ".md", ".txt"}


@dataclass(frozen=True, slots=True, kw_only=True)
class OddOutcome:
    """How one file ended: what was found, what could not be read, and the sentence for the buyer."""

    name: str
    pages: int
    unread: int
    outcome: str
    sentence: str


def odd_outcomes(folders: list[Path]) -> list[OddOutcome]:
    """Analyse every file of the folders in one run; each gives a row, in order."""
    paths = [p for folder in folders for p in sorted(folder.rglob("*")) if p.suffix.lower() in SUFFIXES]
    run = analyze(paths)
    rows = []
    for path in paths:
        answer = run.answers.get(str(path))
        if answer is None:
            rows.append(OddOutcome(name=path.name, pages=0, unread=0, outcome="no answer", sentence=""))
            continue
        counts = Counter(finding["outcome"] for finding in answer["findings"])
        outcome = ", ".join(f"{counts[name]} {name.replace('_', ' ')}" for name in sorted(counts)) or "no findings"
        problems = [p["text"] if isinstance(p, dict) else p for p in answer["problems"]]
        rows.append(
            OddOutcome(
                name=path.name,
                pages=answer["pages"] or 0,
                unread=len(answer["unreadable_pages"]),
                outcome=outcome,
                sentence=" ".join(problems),
            )
        )
    return rows
