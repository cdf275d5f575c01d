"""Guesses what a document is called and what it is for, from its title, its name and the words at its start."""

import re
from collections.abc import Sequence

from documents.model import Block, BlockKind, DocumentKind
from documents.normalise import letters
from documents.numbering import label_of


def _patterns(text: str) -> tuple[tuple[DocumentKind, re.Pattern[str]], ...]:
    """Read "kind = alternative | alternative" lines; a line that begins with "|" goes on with the kind before."""
    alternatives: dict[DocumentKind, list[str]] = {}
    kind = DocumentKind.CONTRACT
    for line in text.strip().splitlines():
        name, _, words = line.strip().partition(" = ") if " = " in line else ("", "", line.strip())
        kind = DocumentKind(name) if name else kind
        alternatives.setdefault(kind, []).append(words.strip("| "))
    return tuple((kind, re.compile("|".join(each), re.IGNORECASE)) for kind, each in alternatives.items())


# The first that fits the title or the file name wins: a DPA is a contract too, so the narrow kinds stand first.
TITLES = _patterns(r"""
certificate = \bcertificate of (?:registration|conformity|compliance|approval)|^\W*certificate\b
    | statement of applicability|\baiuc-?1\b
audit_report = \bsoc[ -]?[123]\b|webtrust|assurance report|audit report|auditor.s report|penetration test
    | pen[ -]?test|independent (?:accountant|auditor|practitioner)|attestation report|type (?:1|2|ii?) report
    | security assessment|\bai (?:assurance|risk) (?:assessment|report)|red[- ]team(?:ing)? report
    | letter of attestation|attestation letter|\b(?:bridge|gap) letter\b
dpa = data[ _-]?process(?:ing|or)[ _-]?(?:agreement|addendum|terms)|\bdpa\b|data protection (?:agreement|addendum)
    | standard contractual clauses
order_form = \border[ _-]?form\b|\bprice quot(?:e|ation)\b|statement of work|\bsow\b|\bpurchase order\b
policy = \bpolic(?:y|ies)\b|\baup\b|acceptable[ _-]?use|usage guidelines|code of conduct
contract = \bagreement\b|\bterms\b|\bcontract\b|\bamendment\b|\baddendum\b|\blicen[cs]e\b|\bmsa\b|conditions
documentation = \bdocumentation\b|\bguide\b|\bmanual\b|white ?paper|\bmodel card\b|system card|\breference\b
    | \boverview\b|release notes|\bfaq\b
""")
TEXTS = _patterns(r"""
audit_report = in our opinion,|we have (?:examined|audited)|(?:service|independent) auditor.s
    | practitioner.s responsibilit
certificate = (?:hereby|this is to) certif(?:y|ies) that .{0,200}(?:iso|iec|standard|management system)
dpa = processes? personal data on behalf of
contract = \bthis agreement\b|these terms\b|\bthe parties agree\b|\bhereinafter\b|is entered into
""")
# What programs write into a file's title when nobody gave it one.
NO_TITLE = re.compile(
    r"^(?:microsoft word|untitled|document ?\d*$|powerpoint|slide)|\.(?:docx?|pdf|indd|rtf|html?)$", re.IGNORECASE
)
FIRST_BLOCKS = 15


def title_of(stated: str, name: str, blocks: Sequence[Block]) -> str:
    """Return what the document calls itself.

    That is a heading near its start which names a kind of document, else the title that the file states, else
    its first heading, else the file's name without its ending.
    """
    headings = _first_headings(blocks)
    named = next((text for text in headings if _kind_by(text) is not None), "")
    given = "" if NO_TITLE.search(stated) else stated
    plain = next((text for text in headings if text[-1] != ":" and label_of(text) is None), "")
    return (named or given or plain or name.rsplit(".", 1)[0])[:200]


def kind_of(title: str, name: str, blocks: Sequence[Block]) -> DocumentKind:
    """Return the likeliest kind; the reviewer can correct it. What nothing speaks for is documentation."""
    for source in (title, re.sub(r"[_\-.]+", " ", name.rsplit(".", 1)[0]), *_first_headings(blocks)[:3]):
        kind = _kind_by(source)
        if kind is not None:
            return kind
    start = " ".join(block.text for block in blocks[:40])[:6000]
    for kind, pattern in TEXTS:
        if pattern.search(start):
            return kind
    return _kind_by(start[:300]) or DocumentKind.DOCUMENTATION


def _first_headings(blocks: Sequence[Block]) -> list[str]:
    headings = [block.text for block in blocks[:FIRST_BLOCKS] if block.kind is BlockKind.HEADING]
    return [text for text in headings if len(letters(text)) > 4]


def _kind_by(title: str) -> DocumentKind | None:
    return next((kind for kind, pattern in TITLES if pattern.search(title)), None)
