"""Documents of a vendor in; which further documents they make part of the contract, and which of those are not here.

A contract names such documents by a title ("the Acceptable Use Policy") or by a link. What such a document may hold,
and which checks look for it there, follows from its kind.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from clauses.model import Evidence, Finding, Outcome
from documents.model import Document, DocumentKind
from scoring.model import Assessment, Policy
from scoring.wording import check_title

FILE = Path(__file__).with_name("incorporated.toml")
CHECK = "incorporated_documents"
PRECEDENCE = re.compile(
    r"\border of precedence\b|\b(?:takes?|have|has|taking) precedence\b|\bprevails?\b|\bgoverns? and controls?\b"
    r"|\bin the event of (?:a |any )?conflict\b|\bshall control\b",
    re.IGNORECASE,
)
CHANGING = re.compile(
    r"\b(?:as|may be) (?:amended|updated|modified|changed|revised)\b.{0,40}\b(?:time to time|periodically)\b"
    r"|\bfrom time to time\b|\bthen[- ]current\b|\bmost (?:recent|current) version\b",
    re.IGNORECASE,
)
SENTENCE = re.compile(r"[^.;]+[.;]?")
LONGEST = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A document that the contract makes part of itself, where it says so, and whether it is here.

    `given` is the name of the uploaded document that it seems to be, "" where there is none. `changing`: the contract
    takes it as it is changed from time to time. `checks` are titles of checks that could be decided from it and are
    not met yet; empty where the document is here.
    """

    title: str
    kind: DocumentKind | None
    evidence: Evidence
    links: tuple[str, ...]
    given: str
    changing: bool
    checks: tuple[str, ...]


def named_documents(
    findings: Sequence[Finding], documents: Mapping[str, Document], assessment: Assessment, policy: Policy
) -> tuple[Named, ...]:
    """Return each named document once, missing ones first; documents are known by title and kind, never by content."""
    found: dict[str, Named] = {}
    for evidence in _evidence(findings):
        for title, kind, pattern in titles():
            if title not in found and pattern.search(evidence.quote):
                given = _given(kind, pattern, documents, evidence.document_id)
                found[title] = Named(
                    title=title,
                    kind=kind,
                    evidence=evidence,
                    links=_links(documents.get(evidence.document_id), evidence),
                    given=given,
                    changing=CHANGING.search(evidence.quote) is not None,
                    checks=() if given else _checks(kind, assessment, policy),
                )
    return tuple(sorted(found.values(), key=lambda each: (bool(each.given), -len(each.checks), each.title)))


@cache
def titles() -> tuple[tuple[str, DocumentKind | None, re.Pattern[str]], ...]:
    """Return what such documents are called, the kind that the checks know, and the words of their titles."""
    rows = tomllib.loads(FILE.read_text(encoding="utf-8"))["document"]
    return tuple(
        (row["title"], DocumentKind(row["kind"]) if "kind" in row else None, re.compile(row["words"], re.IGNORECASE))
        for row in rows
    )


def precedence(documents: Mapping[str, Document]) -> tuple[tuple[str, int, str], ...]:
    """Return the sentences that say which document prevails: document id, page and words."""
    return tuple(
        (document.id, block.page_at(match.start()), words)
        for document in documents.values()
        for block in document.english_part().blocks
        for match in SENTENCE.finditer(block.text)
        if PRECEDENCE.search(words := match[0].strip()) and len(words) < LONGEST
    )


def _evidence(findings: Sequence[Finding]) -> Iterator[Evidence]:
    for finding in findings:
        if finding.check_id == CHECK and finding.outcome in (Outcome.PRESENT, Outcome.CONFLICTING):
            yield from finding.evidence


def _given(kind: DocumentKind | None, pattern: re.Pattern[str], documents: Mapping[str, Document], own: str) -> str:
    """Return the name of the uploaded document with such a title, else of one of its kind; never the naming one."""
    others = [document for document in documents.values() if document.id != own]
    titled = [d for d in others if pattern.search(f"{d.title} {_as_words(d.name)}")]
    same = [d for d in others if d.kind is kind and kind not in (None, DocumentKind.CONTRACT)]
    return next((document.name for document in (*titled, *same)), "")


def _as_words(name: str) -> str:
    return re.sub(r"[-_.]+", " ", name)


def _links(document: Document | None, evidence: Evidence) -> tuple[str, ...]:
    return tuple(link.target for link in document.links if link.block == evidence.block) if document else ()


def _checks(kind: DocumentKind | None, assessment: Assessment, policy: Policy) -> tuple[str, ...]:
    asked = {criterion.check_id for criterion in policy.criteria if kind in criterion.kinds}
    lost = (r for r in assessment.results if r.criterion.check_id in asked and r.outcome is not Outcome.PRESENT)
    return tuple(check_title(result) for result in lost)
