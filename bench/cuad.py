"""Scores commercial terms and facts against CUAD (The Atticus Project, CC BY 4.0), contract by contract.

Presence: does the contract have the clause at all. Spans: is at least half of a labelled passage quoted (recall),
does a quote touch a labelled passage (precision). Facts: is the value the one that the lawyers wrote down.
"""

import ast
import csv
import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from hashlib import md5
from pathlib import Path
from typing import Any

from bench.answers import Run, analyze, stated
from bench.figures import Figures
from bench.placing import Run as Span
from bench.placing import exact_places, letters, sentence_runs

CLAUSES = {
    "audit_right": ("Audit Rights",),
    "liability_cap": ("Cap On Liability", "Uncapped Liability"),
    "governing_law": ("Governing Law",),
    "termination_for_convenience": ("Termination For Convenience",),
    "renewal_term": ("Renewal Term",),
    "renewal_notice": ("Notice Period To Terminate Renewal",),
    "anti_assignment": ("Anti-Assignment",),
    "change_of_control": ("Change Of Control",),
    "insurance": ("Insurance",),
    "liquidated_damages": ("Liquidated Damages",),
    "warranty_duration": ("Warranty Duration",),
    "ip_assignment": ("Ip Ownership Assignment",),
    "source_code_escrow": ("Source Code Escrow",),
    "post_termination_services": ("Post-Termination Services",),
    "minimum_commitment": ("Minimum Commitment",),
    "price_restriction": ("Price Restrictions",),
    "most_favored_nation": ("Most Favored Nation",),
}
FACTS = ("document_name", "parties", "agreement_date", "effective_date", "expiration_date", "governing_law")
DATE_SHAPES = ("%m/%d/%y", "%m/%d/%Y", "%Y-%m-%d")
LAST_YEAR_OF_TWO_DIGITS = 2060


def analyse_texts(folder: Path, chosen: Callable[[str], bool]) -> Run:
    """Analyse the contracts that are there as text and whose file names are chosen, for several counts."""
    return analyze([path for path in sorted((folder / "text").glob("*.txt")) if chosen(path.name)])


@dataclass(slots=True)
class CuadScore:
    """Counts by check for presence and spans, and right / comparable facts."""

    presence: dict[str, Figures] = field(default_factory=lambda: defaultdict(Figures))
    spans: dict[str, Figures] = field(default_factory=lambda: defaultdict(Figures))
    facts: dict[str, tuple[int, int]] = field(default_factory=dict)
    documents: int = 0
    unanswered: int = 0
    seconds: float = 0.0


def everything(name: str) -> bool:
    """Choose every contract."""
    return bool(name)


def score_cuad(
    folder: Path, *, pdf: bool = False, chosen: Callable[[str], bool] = everything, run: Run | None = None
) -> CuadScore:
    """Analyse the contracts below `folder` (text, or PDF) whose file names are chosen, and count.

    With `run`, its answers are counted and nothing is analysed.
    """
    with (folder / "clauses.csv").open(encoding="utf-8", errors="replace", newline="") as file:
        rows = {name_key(row["Filename"]): row for row in csv.DictReader(file)}
    kind = "pdf" if pdf else "txt"
    paths = [
        p for p in sorted((folder / ("contracts" if pdf else "text")).rglob("*")) if p.suffix.lower() == f".{kind}"
    ]
    paths = [p for p in paths if name_key(p.name) in rows and chosen(p.name)]
    run = run or analyze(paths)
    total = CuadScore(documents=len(paths), seconds=run.seconds)
    for path in paths:
        answer = run.answers.get(str(path))
        total.unanswered += answer is None
        text = (folder / "text" / f"{path.stem}.txt").read_text(encoding="utf-8", errors="replace")
        row = rows[name_key(path.name)]
        _count_clauses(total, answer or {}, row, letters(text))
        _count_facts(total, answer or {}, row)
    return total


def pdf_stems(folder: Path) -> frozenset[str]:
    """Return the file names, without ending, of the contracts that are there as PDF."""
    return frozenset(p.stem for p in (folder / "contracts").rglob("*") if p.suffix.lower() == ".pdf")


def held_out(name: str) -> bool:
    """Tell whether a contract is one of the third that nothing was trained or tuned on, by a hash of its file name."""
    stem = re.sub(r"\.(pdf|txt)$", "", name, flags=re.IGNORECASE)
    return int(md5(f"{stem}.txt".encode(), usedforsecurity=False).hexdigest(), 16) % 3 == 0


def name_key(name: str) -> str:
    """Return a file's name without ending and marks, as clauses.csv and the folders have it in common."""
    return letters(re.sub(r"\.(pdf|txt)$", "", name, flags=re.IGNORECASE))


def _count_clauses(total: CuadScore, answer: dict[str, Any], row: dict[str, str], text: str) -> None:
    quotes: dict[str, list[list[Span]]] = defaultdict(list)
    for finding in answer.get("findings", []):
        if finding["check"] in CLAUSES and stated(finding):
            quotes[finding["check"]].append(_place(text, finding["quote"]))
    for check, columns in CLAUSES.items():
        wanted = [passage for column in columns for passage in labelled_passages(row.get(column, ""))]
        groups = quotes[check]
        seen = total.presence[check]
        seen.total += bool(wanted)
        seen.hit += bool(wanted) and bool(groups)
        seen.right += bool(wanted) and bool(groups)
        seen.wrong += bool(groups) and not wanted
        at = [(text.find(passage), len(passage)) for passage in wanted]
        at = [(start, size) for start, size in at if start >= 0]
        runs = [run for group in groups for run in group]
        total.spans[check].total += len(at)
        total.spans[check].hit += sum(_half_quoted(start, size, runs) for start, size in at)
        touching = sum(any(s < a + n and e > a for s, e in group for a, n in at) for group in groups)
        total.spans[check].right += touching
        total.spans[check].wrong += len(groups) - touching


def _place(text: str, quote: str) -> list[Span]:
    return exact_places(text, letters(quote))[:1] or sentence_runs(text, quote)


def labelled_passages(cell: str) -> list[str]:
    """Return the labelled passages of a cell of clauses.csv as letters alone; those below eight are left out."""
    try:
        found: Sequence[str] = ast.literal_eval(cell or "[]")
    except (SyntaxError, ValueError):
        found = [cell]
    pieces = [letters(p) for passage in found for p in re.split("<omitted>", passage, flags=re.IGNORECASE)]
    return [piece for piece in pieces if len(piece) >= 8]


def _half_quoted(start: int, size: int, runs: Sequence[Span]) -> bool:
    quoted: set[int] = set()
    for low, high in runs:
        quoted.update(range(max(low, start), min(high, start + size)))
    return 2 * len(quoted) >= size


def _count_facts(total: CuadScore, answer: dict[str, Any], row: dict[str, str]) -> None:
    for name in FACTS:
        column = name.replace("_", " ").title() + "-Answer"
        wanted = (row.get(column) or "").strip()
        got = (answer.get("facts", {}).get(name) or {}).get("value") or ""
        same = _same(name, wanted, got) if wanted else None
        if same is not None:
            right, all_ = total.facts.get(name, (0, 0))
            total.facts[name] = (right + same, all_ + 1)


def _same(name: str, wanted: str, got: str) -> bool | None:
    if name.endswith("_date"):
        day = _day(wanted)
        return None if day is None else _day(got) == day
    if name == "parties":
        names = [letters(re.sub(r"\(.*?\)", "", part)) for part in wanted.split(";")]
        return any(names) and all(part[:12] in letters(got) for part in names if part)
    return bool(got) and (letters(wanted) in letters(got) or letters(got) in letters(wanted))


def _day(text: str) -> date | None:
    for shape in DATE_SHAPES:
        try:
            day = datetime.strptime(text.strip(), shape).date()  # noqa: DTZ007 - a calendar date has no time zone
        except ValueError:
            continue
        late = shape == "%m/%d/%y" and day.year >= LAST_YEAR_OF_TWO_DIGITS
        return day.replace(year=day.year - 100) if late else day
    return None
