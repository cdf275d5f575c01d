"""Guesses which vendor a document is from: by its parties, by who calls itself "we", by its copyright or file name."""

import re
from collections import Counter
from collections.abc import Iterator

from documents.model import Document

WORD = r"[A-Z][\w&’'-]{0,40}(?:\.\w{1,20}){0,3}"
NAME = rf"(?:{WORD})(?:[ ](?:{WORD}|&)){{0,5}}?"
LONG_NAME = rf"{WORD}(?:[ ](?:{WORD}|&|of)){{0,5}}"
FORM = (
    r"(?:,?\s(?:Inc|LLC|L\.L\.C|Ltd|Limited|Corp|Corporation|GmbH|SE|S\.A|SAS|B\.V|PBC|plc|PLC|LLP|Pte\.? Ltd|AB|AG|Co|"
    r"Company|Pty Ltd|ApS|Oy)\b\.?)"
)
ROLE = r"(?:we|us|our|Company|Provider|Vendor|Supplier|Service Provider|Licensor|Processor|the Company|the Provider)"
QUOTE = "[“”\"'‘’]"
# Most telling first: the party that the text calls its provider, then who speaks as "we", then any company named.
CLUES: tuple[tuple[re.Pattern[str], int], ...] = (
    (re.compile(rf"\b({NAME}{FORM})[^.;()]{{0,160}}\([^()]{{0,80}}{QUOTE}{ROLE}[,.]?{QUOTE}"), 8),
    (
        re.compile(
            rf"\b({NAME}{FORM}?)\s*\([^()]{{0,60}}{QUOTE}(?:we|us|our|Company|Provider|Vendor|Supplier)[,.]?{QUOTE}"
        ),
        5,
    ),
    (re.compile(rf"\b(?:between|and|with|by)\s+(?:you and\s+)?({NAME}{FORM})"), 3),
    (re.compile(rf"(?:©|\(c\)|Copyright)\s*(?:\d{{4}}(?:\s*[-–]\s*\d{{4}})?)?,?\s*({LONG_NAME}{FORM}?)"), 3),
    (re.compile(rf"\b({NAME}{FORM})\s*\((?:the\s+)?{QUOTE}"), 2),
    (re.compile(rf"(?:^|\n)({NAME}{FORM})[:,. ]"), 1),
)
NOT_A_NAME = re.compile(
    r"^(?:The|This|These|Any|Each|All|If|At|To|In|On|By|For|Where|When|Customer|Agreement|You|Your|Services?|Terms|Effective|Party|"
    r"Parties|Exhibit|Section|Between|Provider|Company|Vendor|Supplier|Recipient|Licensor|Processor|Client|Dispute|Cancelling|"
    r"United (?:States|Kingdom)|Ireland|Delaware|California|New York)\b",
    re.IGNORECASE,
)
CUSTOMER = re.compile(
    rf"[^.;()]{{0,200}}\([^()]{{0,60}}{QUOTE}(?:the )?(?:Customer|Client|Buyer|Controller|Subscriber){QUOTE}"
)
KIND_WORDS = re.compile(
    r"\b(?:terms|service|services|agreement|policy|policies|contract|dpa|msa|aup|data|processing|processor|acceptable|use|usage|privacy|"
    r"order|form|audit|report|soc|final|signed|executed|draft|copy|commercial|developer|addendum|enterprise|master|of|and|"
    r"v\d+|\d+|ex|iso|type|security|overview|whitepaper|documentation)\b",
    re.IGNORECASE,
)
START = 12_000
IN_FILE_NAME = 6


def guess_vendor(document: Document) -> str | None:
    """Return the likely vendor's name without its legal form, or None when nothing points to one."""
    text = "\n".join(block.text for block in document.blocks)[:START]
    votes: Counter[str] = Counter()
    for name, weight in _named(text):
        votes[name] += weight + (IN_FILE_NAME if _same_start(name, document.name) else 0)
    if votes:
        best = max(votes.values())
        return next(name for name, count in votes.items() if count == best)
    return _from_file_name(document.name)


def _same_start(name: str, file_name: str) -> bool:
    """Return whether the file is named after the vendor: "Acme AI" in "acme-dpa.pdf"."""
    first = re.split(r"\W", name.lower())[0]
    return len(first) > 2 and first in re.split(r"[\W_]+", file_name.lower())


def _named(text: str) -> Iterator[tuple[str, int]]:
    for pattern, weight in CLUES:
        for match in pattern.finditer(text):
            name = re.sub(rf"{FORM}$", "", match[1]).strip(" ,.")
            if len(name) > 1 and not NOT_A_NAME.match(name) and not CUSTOMER.match(text, match.end(1)):
                yield name, weight


def _from_file_name(name: str) -> str | None:
    """Return the words of a file name that do not name a kind of document: "acme-dpa-2025.pdf" is from Acme."""
    words = re.sub(r"[_\-.+]+", " ", name.rsplit(".", 1)[0])
    rest = re.sub(r"\s+", " ", KIND_WORDS.sub(" ", words)).strip()
    return rest.title() if rest.islower() else rest or None
