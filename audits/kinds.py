"""A document in; the kind of assurance it gives out, from its title, name and first words; None when it gives none."""

import re

from audits.model import AuditKind
from documents.model import Document, DocumentKind

START = 8000
# The first that fits a title wins: a letter about a SOC 2 names SOC 2 too, so the narrow kinds stand first.
KINDS = tuple(
    (kind, re.compile(pattern, re.IGNORECASE))
    for kind, pattern in (
        (AuditKind.BRIDGE_LETTER, r"\b(?:bridge|gap) letter\b"),
        (AuditKind.SOA, r"\bstatement of applicability\b"),
        (AuditKind.WEBTRUST, r"\bwebtrust\b"),
        (
            AuditKind.AI_SPECIFIC,
            r"\bAIUC-?1\b|\bHITRUST AI\b|\bAI red[- ]team\w*|\bAI (?:security|assurance|risk) (?:assessment|report)",
        ),
        (AuditKind.PENTEST, r"\bpen(?:etration)?[ -]?test|\bsecurity assessment\b"),
        (AuditKind.SOC3, r"\bSOC[ -]?3\b"),
        (AuditKind.SOC1, r"\bSOC[ -]?1\b|\bSSAE (?:No\. )?(?:16|18)\b.{0,200}financial reporting|\bISAE 3402\b"),
        (AuditKind.SOC2, r"\bSOC[ -]?2\b|\btrust services (?:criteria|principles)\b"),
        (AuditKind.ISO42001, r"\bISO(?:/IEC)? ?42001\b"),
        (AuditKind.ISO27701, r"\bISO(?:/IEC)? ?27701\b"),
        (AuditKind.ISO27018, r"\bISO(?:/IEC)? ?27018\b"),
        (AuditKind.ISO27017, r"\bISO(?:/IEC)? ?27017\b"),
        (AuditKind.ISO27001, r"\bISO(?:/IEC)? ?27001\b"),
    )
)
TYPES = frozenset({AuditKind.SOC1, AuditKind.SOC2})  # with a type, tests and an assertion
REPORTS = frozenset({AuditKind.SOC1, AuditKind.SOC2, AuditKind.SOC3, AuditKind.WEBTRUST})
CERTIFICATES = frozenset(
    {
        AuditKind.ISO27001,
        AuditKind.ISO27017,
        AuditKind.ISO27018,
        AuditKind.ISO27701,
        AuditKind.ISO42001,
        AuditKind.SOA,
        AuditKind.AI_SPECIFIC,
    }
)
BRIDGE = re.compile(r"\bthis (?:bridge|gap) letter\b|^\W*(?:bridge|gap) letter\b", re.IGNORECASE)
LETTER = 600  # characters in which a bridge letter says that it is one; it may name the report first
OWN_WORDS = re.compile(r"\bself[- ]assess(?:ment|ed)|\bquestionnaire\b|\bwhite ?paper\b|\bsystem card\b", re.IGNORECASE)


def audit_kind_of(document: Document) -> AuditKind | None:
    """Return the kind; a vendor's own summary is a self-assessment and counts as stated, never as audited."""
    if document.kind not in {DocumentKind.AUDIT_REPORT, DocumentKind.CERTIFICATE}:
        return None
    if OWN_WORDS.search(document.title):
        return AuditKind.SELF_ASSESSMENT
    for kind, pattern in KINDS:
        if pattern.search(document.title):
            return kind
    return _kind_by(" ".join(block.text for block in document.blocks)[:START])


def _kind_by(words: str) -> AuditKind | None:
    """Return the kind of which the words speak first: a SOC 2 names penetration tests and bridge letters later."""
    found = [(match.start(), n, kind) for n, (kind, pattern) in enumerate(KINDS) if (match := pattern.search(words))]
    if BRIDGE.search(words[:LETTER]):
        return AuditKind.BRIDGE_LETTER
    return min(found)[2] if found else None
