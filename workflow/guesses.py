"""Guesses whose document a file is: from file names before it is read, from the parties it names afterwards."""

import re
from collections import Counter
from collections.abc import Sequence

from clauses.facts.parties import GROUP_MARK
from clauses.model import Fact
from store import documents as stored
from workflow.vendors import list_vendors
from workflow.workspace import Workspace

# Words of file names that say what a document is, not whose it is.
PLAIN_WORDS = frozenset({
    "acceptable", "addendum", "agreement", "ai", "api", "audit", "aup", "business", "certificate", "clean",
    "commercial", "conditions", "consumer", "contract", "copy", "customer", "data", "doc", "document",
    "documentation", "dpa", "draft", "en", "eng", "english", "enterprise", "exhibit", "file", "final", "form",
    "general", "guidelines", "ii", "iso", "legal", "licence", "license", "main", "master", "model", "msa", "nda",
    "new", "of", "on", "online", "order", "platform", "policies", "policy", "privacy", "processing", "report",
    "saas", "scan", "schedule", "security", "service", "services", "sheet", "signed", "sla", "soc", "standard",
    "statement", "subscription", "terms", "the", "tos", "type", "typei", "typeii", "us", "usage", "use", "user",
    "v", "version", "website",
})  # fmt: skip
VENDOR_WORDS = re.compile(
    r"\b(provider|supplier|vendor|licensor|company|processor|seller|contractor|we|us|our)\b", re.I
)
CUSTOMER_WORDS = re.compile(r"\b(customer|client|licensee|subscriber|controller|buyer|purchaser|you|user)\b", re.I)
NEAR = 90  # characters after a party's name in which its role is given: 'Northwind, Inc., a ... company ("Provider")'


def guess_vendor(ws: Workspace, names: Sequence[str]) -> str:
    """Return the vendor's name that file names speak of: a vendor that is here already, else the names' own words."""
    squeezed = [_squeeze(name) for name in names]
    for vendor in list_vendors(ws):
        key = _squeeze(vendor.name)
        if len(key) > 2 and any(key in name for name in squeezed):
            return vendor.name
    counted = Counter(guess for name in names if (guess := vendor_in(name)))
    return counted.most_common(1)[0][0] if counted else ""


def vendor_in(name: str) -> str:
    """Return the words of a file name that stand before what says the kind, version or date; "" when there are none."""
    stem = re.split(r"[/\\]", name)[-1].rsplit(".", 1)[0]
    words = [word for word in re.split(r"[\W_]+", stem) if word]
    own: list[str] = []
    for word in words:
        plain = word.casefold() in PLAIN_WORDS or any(character.isdigit() for character in word)
        if plain and own:
            break
        if not plain:
            own.append(word)
    return " ".join(word if word[0].isupper() else word.capitalize() for word in own[:4])


def suggested_vendor(ws: Workspace, document_id: str) -> str:
    """Return the vendor's name that a read document gives among its parties; "" when it names none."""
    with ws.store.read() as session:
        analyses = stored.analyses(session, [document_id])
    facts = [fact for analysis in analyses for fact in analysis.facts if fact.name == "parties"]
    return vendor_among(facts[0]) if facts else ""


def vendor_among(parties: Fact) -> str:
    """Return the party that the words around it call provider, else the first that they do not call customer."""
    names = [name.strip() for name in parties.value.partition(GROUP_MARK)[0].split(";") if name.strip()]
    roles = {name: _after(name, parties.quote, names) for name in names}
    for name in names:
        if VENDOR_WORDS.search(roles[name]) and not CUSTOMER_WORDS.search(roles[name]):
            return name
    return next((name for name in names if not CUSTOMER_WORDS.search(roles[name])), "")


def _after(name: str, quote: str, names: Sequence[str]) -> str:
    at = quote.find(name)
    if at < 0:
        return ""
    rest = quote[at + len(name) : at + len(name) + NEAR]
    cuts = [rest.find(other) for other in names if other != name and other in rest]
    return rest[: min(cuts)] if cuts else rest


def _squeeze(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())
