"""A read document in; what it says as an audit report out, or None when it is none."""

import re
from collections.abc import Sequence
from dataclasses import replace

from audits.auditor import auditor_of, licence_of, signature_of
from audits.certificate import applicability_of, certificate_of
from audits.controls import tests_of
from audits.kinds import CERTIFICATES, REPORTS, TYPES, audit_kind_of
from audits.letter import basis_of, letter_of, matters_of, opinion_of, quote_of
from audits.model import AuditKind, AuditReport, Fact, Period, Quote
from audits.names import company_of, named_once, other_companies, system_of
from audits.pentest import pentest_of
from audits.period import period_of
from audits.scope import api_in, api_of, categories_of, customer_controls_of, method_of, responses_of, subservice_of
from audits.sections import assertion_of, missing_sections
from documents.model import Block, Document

STANDARD = re.compile(
    r"attestation standards established by the American Institute of Certified Public Accountants|\bISAE 3(?:000|402)\b"
    r"|\bCSAE 3000\b|\bSSAE (?:No\. )?\d+|\bISO/IEC \d{5}(?:-\d)?(?::\d{4})?"
)
TYPE = re.compile(r"\btype (?P<type>2|1|II|I)\b", re.IGNORECASE)
WITH_SCOPE = REPORTS | CERTIFICATES | {AuditKind.PENTEST}
PLACEHOLDER = re.compile(
    r"\[(?:insert|company|client|service organi[sz]ation|name|date|auditor)\b[^\]]{0,60}\]"
    r"|\bXX+\b|\blorem ipsum\b|\bTBD\b",
    re.IGNORECASE,
)


def read_audit(document: Document) -> AuditReport | None:
    """Return the facts of an audit document, each with its words; None for a document of another kind or language.

    Passages in other languages than English count as unread.
    """
    kind = audit_kind_of(document) if document.analysable else None
    if kind is None:
        return None
    blocks = document.english_part().blocks
    letter = letter_of(blocks)
    common = AuditReport(
        document=document.id,
        kind=kind,
        report_type=_fact(blocks, TYPE, {"1": "I", "2": "II", "i": "I", "ii": "II"}),
        standard=_fact(letter or blocks, STANDARD, {}),
        tests=tests_of(blocks),
        subservice=subservice_of(blocks),
        method=method_of(blocks),
        customer_controls=customer_controls_of(blocks),
        responses=responses_of(blocks),
        placeholders=_placeholders(blocks),
        unreadable_pages=tuple(sorted({*document.unreadable_pages, *document.foreign_pages})),
    )
    with_letter = _of_letter(common, letter, blocks)
    return _of_soc(with_letter, letter, blocks) if kind in TYPES else _of_kind(with_letter, blocks)


def _of_letter(report: AuditReport, letter: Sequence[Block], blocks: Sequence[Block]) -> AuditReport:
    """Add what the auditor's letter, or the front of a certificate, says."""
    opinion, auditor = opinion_of(letter), auditor_of(letter)
    signed_at, signed_on = signature_of(letter, auditor)
    system = system_of(letter, blocks, certificate=report.kind in CERTIFICATES)
    return replace(
        report,
        auditor=auditor,
        signed_at=signed_at,
        signed_on=signed_on,
        licence=licence_of(letter),
        period=_period(report.kind, letter, blocks),
        opinion=opinion[0] if opinion else None,
        opinion_words=opinion[1] if opinion else None,
        basis=basis_of(letter),
        matters=matters_of(letter),
        company=company_of(letter, blocks),
        system=system,
        api=api_of(blocks) or api_in(system) if report.kind in WITH_SCOPE else None,
        categories=categories_of(letter or blocks) if report.kind in (AuditKind.SOC2, AuditKind.SOC3) else (),
    )


def _of_soc(report: AuditReport, letter: Sequence[Block], blocks: Sequence[Block]) -> AuditReport:
    """Add what only SOC 1 and SOC 2 reports have: the parts of the letter, the assertion, and what does not agree."""
    return replace(
        report,
        missing_sections=missing_sections(letter),
        assertion=assertion_of(blocks, type_two=_is_type_two(report.report_type)),
        companies=other_companies(report.company, blocks),
        named_once=named_once(letter, blocks),
    )


def _of_kind(report: AuditReport, blocks: Sequence[Block]) -> AuditReport:
    """Add the fields of a certificate, a statement of applicability or a penetration test."""
    if report.kind is AuditKind.PENTEST:
        test = pentest_of(blocks)
        api = report.api or api_in(test.scope)
        return replace(
            report, pentest=test, auditor=test.tester, period=test.dates, system=test.scope, api=api, company=None
        )
    return replace(
        report,
        certificate=certificate_of(blocks) if report.kind in CERTIFICATES else None,
        applicability=applicability_of(blocks) if report.kind is AuditKind.SOA else None,
    )


def _period(kind: AuditKind, letter: Sequence[Block], blocks: Sequence[Block]) -> Period | None:
    return period_of(blocks, of="letter covers") if kind is AuditKind.BRIDGE_LETTER else period_of(letter)


def _is_type_two(report_type: Fact | None) -> bool:
    return report_type is None or report_type.value == "II"


def _fact(blocks: tuple[Block, ...], pattern: re.Pattern[str], values: dict[str, str]) -> Fact | None:
    for block in blocks:
        if match := pattern.search(block.text):
            words = match[match.lastgroup] if match.lastgroup else match[0]
            return Fact(value=values.get(words.lower(), words), quote=quote_of(block, match.start(), match.end()))
    return None


def _placeholders(blocks: tuple[Block, ...]) -> tuple[Quote, ...]:
    return tuple(quote_of(b, m.start(), m.end()) for b in blocks for m in PLACEHOLDER.finditer(b.text))
