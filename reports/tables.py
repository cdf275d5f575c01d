"""Page data as tables (pandas), the common source of Excel and CSV; numbers stay numbers."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields

import pandas as pd

from reports.model import ComparisonPage, CriterionRow, Mark, ScorecardPage
from scoring.model import Assessment, CriterionResult

Row = Mapping[str, str | float | None]


def scorecard_tables(page: ScorecardPage, assessment: Assessment) -> dict[str, pd.DataFrame]:
    """Return the sheets of a scorecard by name, in the order of the page; `page` was built from `assessment`."""
    rows = [(family.heading, row) for family in page.families for row in family.rows]
    return {
        "Answer": _answer(page),
        "Criteria": criteria_table(page, assessment),
        "Evidence": _frame(
            {"Criterion": row.name, **_plain(quote, QUOTE)} for _, row in rows for quote in (*row.quotes, *row.further)
        ),
        "Points": _frame(
            {
                "Criterion": row.name,
                "Factor": f.name,
                "Value": float(f.value),
                "Because": f.because,
                "Words": f.rests_on,
            }
            for _, row in rows
            for f in row.factors
        ),
        "Gaps": _frame(_plain(gap, GAP) for gap in page.gaps),
        "Could not decide": _frame(_plain(line, UNDECIDED) for line in page.undecided),
        "You must not": _frame({"Criterion": d.name, **_plain(d.quote, QUOTE)} for d in page.duties),
        "Proof": _frame(_plain(row, PROOF) for row in page.proofs),
        "Second look": _frame(_plain(line, REVIEW) for line in page.reviews),
        "Documents": _frame(_plain(document, DOCUMENT) for document in page.documents),
    }


QUOTE = {"words": "Quote", "document": "Document", "place": "Place", "says": "Says"}
FACTOR = {"name": "Factor", "value": "Value", "because": "Because", "rests_on": "Words"}
GAP = {"mark": "Verdict", "name": "Criterion", "found": "Found", "cost": "Cost", "ask_for": "What to ask for"}
UNDECIDED = {"name": "Criterion", "reason": "What was read", "waits_for": "Waits for"}
PROOF = {"name": "Protection", "promised": "Promised", "audited": "Audited", "stated": "Stated"}
REVIEW = {"name": "Criterion", "reason": "Why", "change": "It could become"}
DOCUMENT = {"name": "Document", "kind": "Kind", "pages": "Length", "reading": "Reading", "sha256": "SHA-256"}


def criteria_table(page: ScorecardPage, assessment: Assessment) -> pd.DataFrame:
    """Return one row a criterion with its verdict, its points as numbers and the quote that counts."""
    results = {result.criterion.check_id: result for result in assessment.results}
    return _frame(
        {
            **_criterion(family.heading, row),
            **_numbers(results[row.check_id]),
            **_explained(row),
        }
        for family in page.families
        for row in family.rows
    )


def _criterion(heading: str, row: CriterionRow) -> dict[str, str | float | None]:
    return {
        "Family": heading,
        "Criterion": row.name,
        "Check": row.check_id,
        "Critical": "critical" if row.critical else "",
        "Wanted": row.wanted.removeprefix("Wanted: "),
        "Verdict": shown(row.mark),
        "Found": row.outcome,
        "Proof": row.proof,
    }


def _numbers(result: CriterionResult) -> dict[str, str | float | None]:
    points = None if result.points is None else round(result.points, 4)
    return {
        "Points": points,
        "Weight": result.criterion.weight,
        "Lowest": round(result.low, 4),
        "Highest": round(result.high, 4),
    }


def _explained(row: CriterionRow) -> dict[str, str | float | None]:
    best = row.quotes[0] if row.quotes else None
    return {
        "How": row.product,
        "Quote": best.words if best else "",
        "Document": best.document if best else "",
        "Place": best.place if best else "",
        "Searched": row.searched,
        "Remark": row.message,
        "Waits for": row.waits_for,
        "Second look": row.second_look,
        "Decisions": "; ".join(row.decisions),
    }


def _answer(page: ScorecardPage) -> pd.DataFrame:
    lines: dict[str, str] = {
        "Vendor": page.vendor,
        "Date": page.date,
        "Score": page.answer.sentence,
        "Coverage": page.answer.coverage,
        "Range": page.answer.extent,
        "Remark": page.answer.remark,
        "Gates": " ".join(f"{gate.effect}. {gate.why} {gate.lifts}" for gate in page.gates),
        **{line.label: line.value for line in page.versions},
        "Note": page.notice,
    }
    return _frame({"What": label, "Answer": value} for label, value in lines.items() if value)


def comparison_tables(page: ComparisonPage) -> dict[str, pd.DataFrame]:
    """Return the sheets of a comparison by name: vendors, families, criteria, proof and quotes."""
    names = [column.vendor for column in page.columns]
    return {
        "Vendors": _frame(_plain(column, VENDOR) for column in page.columns),
        "Ranking": _frame(_plain(line, RANKED) for line in (page.ranking.lines if page.ranking else ())),
        "Cost": _frame(_plain(offer, OFFER) for offer in (page.cost.offers if page.cost else ())),
        "Prices": _frame({"Price and source": line} for line in (page.cost.sources if page.cost else ())),
        "Notes": _frame({"Notes": line} for line in page.notes),
        "Families": _frame(
            {"Family": f.heading, **dict(zip(_unique(names), f.shares, strict=True))} for f in page.families
        ),
        "Criteria": compared_table(page),
        "Proof": _frame(
            {"Protection": p.name, **dict(zip(_unique(names), p.proofs, strict=True))} for p in page.proofs
        ),
        "Evidence": _frame(
            {"Criterion": row.name, "Vendor": name, **_plain(quote, QUOTE)}
            for family in page.families
            for row in family.rows
            for name, cell in zip(names, row.cells, strict=True)
            for quote in cell.quotes
        ),
        "Controls": _frame(_control_rows(page)),
        "Exposure": _frame(_exposure_rows(page)),
        "Made with": _frame({"What": line.label, "Answer": line.value} for line in page.versions),
    }


def _control_rows(page: ComparisonPage) -> Iterator[dict[str, str]]:
    """Yield a row for each control and vendor, with what it rests on."""
    for row in page.controls:
        for side, cell in zip(page.sides, row.cells, strict=True):
            yield {
                "Family": row.family,
                "Control": row.name,
                "Vendor": side,
                "Known": cell.text,
                "Basis": cell.basis,
                "Rests on": " ".join(cell.rests_on),
                "Remark": cell.remark,
            }


def _exposure_rows(page: ComparisonPage) -> Iterator[dict[str, str]]:
    """Yield a row for each vendor and changed control of the campaign replay; none when it was not run."""
    for one in page.exposure.vendors if page.exposure else ():
        base = {"Vendor": one.vendor, "Tightest limit": one.limit, "Stopped, range": one.stopped}
        for lever in one.levers:
            changed = {"One control changed": lever.name, "Stopped": lever.stopped, "Accounts": lever.accounts}
            yield base | changed | {"$ per million on top of tokens": lever.extra}
        if not one.levers:
            yield base


RANKED = {"place": "Place", "vendor": "Vendor", "score": "Score"}
OFFER = {
    "vendor": "Vendor",
    "model": "Model",
    "dollars": "Dollars a year",
    "score": "Score",
    "stopped": "Campaign stopped, at the least",
    "note": "Note",
}
VENDOR = {
    "vendor": "Vendor",
    "date": "Assessed on",
    "score": "Score",
    "band": "Band",
    "coverage": "Coverage",
    "extent": "Range",
    "gate": "Gates",
    "critical_gaps": "Critical gaps",
}


def compared_table(page: ComparisonPage) -> pd.DataFrame:
    """Return one row a criterion with the verdict of each vendor, in their order."""
    names = _unique([column.vendor for column in page.columns])
    return _frame(
        {
            "Family": family.heading,
            "Criterion": row.name,
            "Check": row.check_id,
            "Critical": "critical" if row.critical else "",
            "Differs": "differs" if row.differs else "",
            **{name: shown(cell.mark) for name, cell in zip(names, row.cells, strict=True)},
            **{f"{name}: points": cell.points for name, cell in zip(names, row.cells, strict=True)},
        }
        for family in page.families
        for row in family.rows
    )


def shown(mark: Mark) -> str:
    """Return a verdict as sign and word: "◐ Partly"."""
    return f"{mark.sign} {mark.word}"


def _unique(names: list[str]) -> list[str]:
    """Return the names as column heads; a name that comes twice gets its place, so that no column is lost."""
    return [name if names.count(name) == 1 else f"{name} ({place})" for place, name in enumerate(names, start=1)]


def _plain(line: object, heads: Mapping[str, str]) -> dict[str, str | float | None]:
    values = {field.name: getattr(line, field.name) for field in fields(line)}  # type: ignore[arg-type]  # page data
    return {head: shown(value) if isinstance(value := values[name], Mark) else value for name, head in heads.items()}


def _frame(rows: Iterable[Row]) -> pd.DataFrame:
    return pd.DataFrame(list(rows))
