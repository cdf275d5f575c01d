"""Guesses what a document is for, from its title, its name and the words at its start."""

import re
from collections.abc import Sequence

from documents.model import Block, BlockKind, DocumentKind

# The first that fits the title or the file name wins: a "DPA" is a contract too, so the narrow kinds stand first.
TITLES: tuple[tuple[DocumentKind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern, re.IGNORECASE))
    for kind, pattern in (
        (DocumentKind.CERTIFICATE, r"\bcertificate of (?:registration|conformity|compliance|approval)|\bcertificate\b(?! authorit| polic)"),
        (DocumentKind.AUDIT_REPORT, r"\bsoc[ -]?[123]\b|webtrust|assurance report|audit report|auditor.s report|penetration test|pen[ -]?test|independent (?:accountant|auditor|practitioner)|attestation report|type (?:1|2|ii?) report"),
        (DocumentKind.DPA, r"data[ _-]?process(?:ing|or)[ _-]?(?:agreement|addendum|terms)|\bdpa\b|data protection (?:agreement|addendum)|standard contractual clauses"),
        (DocumentKind.ORDER_FORM, r"\border[ _-]?form\b|\bquote\b|\bquotation\b|statement of work|\bsow\b|\bpurchase order\b"),
        (DocumentKind.POLICY, r"\bpolic(?:y|ies)\b|\baup\b|acceptable[ _-]?use|usage guidelines|code of conduct"),
        (DocumentKind.CONTRACT, r"\bagreement\b|\bterms\b|\bcontract\b|\bamendment\b|\baddendum\b|\blicen[cs]e\b|\bmsa\b|conditions"),
        (DocumentKind.DOCUMENTATION, r"\bdocumentation\b|\bguide\b|\bmanual\b|white ?paper|\bmodel card\b|system card|\breference\b|\boverview\b|release notes|\bfaq\b"),
    )
)  # fmt: skip
TEXTS: tuple[tuple[DocumentKind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern, re.IGNORECASE))
    for kind, pattern in (
        (DocumentKind.AUDIT_REPORT, r"in our opinion,|we have (?:examined|audited)|(?:service|independent) auditor.s|practitioner.s responsibilit"),
        (DocumentKind.CERTIFICATE, r"(?:hereby|this is to) certif(?:y|ies) that .{0,200}(?:iso|iec|standard|management system)"),
        (DocumentKind.DPA, r"processes? personal data on behalf of"),
        (DocumentKind.CONTRACT, r"\bthis agreement\b|these terms\b|\bthe parties agree\b|\bhereinafter\b|is entered into"),
    )
)  # fmt: skip


def kind_of(title: str, name: str, blocks: Sequence[Block]) -> DocumentKind:
    """Return the likeliest kind; the reviewer can correct it. What nothing speaks for is documentation."""
    headings = [block.text for block in blocks[:12] if block.kind is BlockKind.HEADING][:3]
    for source in (*headings[:1], title, re.sub(r"[_\-.]+", " ", name.rsplit(".", 1)[0]), *headings[1:]):
        for kind, pattern in TITLES:
            if pattern.search(source):
                return kind
    start = " ".join(block.text for block in blocks[:40])[:6000]
    for kind, pattern in TEXTS:
        if pattern.search(start):
            return kind
    return next((kind for kind, pattern in TITLES if pattern.search(start[:300])), DocumentKind.DOCUMENTATION)
