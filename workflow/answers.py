"""What came of a file as plain data, for `clausemark analyze`: the fields of docs/command-line.md, kept stable."""

from clauses.model import Evidence, Fact, Finding, Value
from documents.model import Problem
from workflow.bulk import FileReading

Json = dict[str, object]


def answer(read: FileReading) -> Json:
    """Return one file's answer; a file that gave no result has its problems and no findings."""
    document = read.reading.document if read.reading else None
    analysis = read.reading.analysis if read.reading else None
    return {
        "file": str(read.path),
        "sha256": read.sha256,
        "kind": document.kind.value if document else None,
        "pages": document.page_count if document else 0,
        "unreadable_pages": list(document.unreadable_pages) if document else [],
        "language": document.language if document else None,
        "findings": [entry for finding in (analysis.findings if analysis else ()) for entry in _entries(finding)],
        "facts": _facts(analysis.facts if analysis else ()),
        "problems": [_problem(problem) for problem in read.problems],
    }


def _entries(finding: Finding) -> list[Json]:
    """Return one entry a quote, or one without a quote."""
    return [_entry(finding, evidence) for evidence in finding.evidence] or [_entry(finding, None)]


def _entry(finding: Finding, evidence: Evidence | None) -> Json:
    head: Json = {"check": finding.check_id, "outcome": finding.outcome.value}
    if evidence is None:
        nothing = dict.fromkeys(("quote", "page", "block", "start", "end", "bound", "force"))
        return {**head, **nothing, "exceptions": [], "values": [], "confidence": None, "source": []}
    return {
        **head,
        "quote": evidence.quote,
        "page": evidence.page,
        "block": evidence.block,
        "start": evidence.start,
        "end": evidence.end,
        "bound": evidence.bound.value if evidence.bound else None,
        "force": evidence.force.value if evidence.force else None,
        "exceptions": [exception.value for exception in evidence.exceptions],
        "values": [_value(value) for value in evidence.values],
        "confidence": round(evidence.confidence, 4),
        "source": [layer.value for layer in evidence.layers],
    }


def _value(value: Value) -> Json:
    return {
        "words": value.words,
        "start": value.start,
        "end": value.end,
        "unit": value.unit.value,
        "number": value.number,
        "upper": value.upper,
        "per": value.per,
        "currency": value.currency,
    }


def _facts(facts: tuple[Fact, ...]) -> Json:
    """Return the facts by name; of several with one name the first."""
    named: Json = {}
    for fact in facts:
        place = {"page": fact.page, "block": fact.block, "start": fact.start, "end": fact.end}
        named.setdefault(fact.name, {"value": fact.value, "quote": fact.quote, **place})
    return named


def _problem(problem: Problem) -> Json:
    return {
        "code": problem.code.value,
        "text": problem.text,
        "pages": list(problem.pages),
        "fatal": problem.fatal,
    }
