"""Finds out by which names a document calls its parties, and which of them a word of a sentence means."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Doc

from clauses.lexicon import words
from clauses.model import Party
from documents.model import Block

CUSTOMER, VENDOR = words("customer"), words("vendor")
FIRST_PERSON, SECOND_PERSON, POSSESSIVE = words("first_person"), words("second_person"), words("possessive")
# "Company" and "the Company" name either side; what the definitions say goes first.
ROLES = {Party.VENDOR: words("vendor_roles"), Party.CUSTOMER: CUSTOMER | {"controller"}}
BOTH_WORDS, BOTH_BEFORE = words("both"), words("both_before")
CONJUNCTIONS, OF_US = words("conjunctions"), words("of_us")
NO_SUBJECT_BEFORE, OWNED = words("no_subject_before"), words("owned")
LEGAL_FORMS, NO_NAMES, VENDOR_SURE = words("legal_forms"), words("no_names"), words("vendor_sure")

# An alias in brackets, ("Acme", "we" or "us"), with the words that stand before it.
ALIASES = re.compile(r"([^().;“”\"]{0,80})\(([^()]{0,120}[“\"][^()]{1,120})\)")
ALIAS = re.compile(r"[“\"‘']([A-Za-z][\w.&' -]{0,40}?)[,.]?[”\"’']")
NAME = re.compile(r"((?:[A-Z][\w&.-]*[ ,]*){1,5})$")
# A capitalised name that acts: "Acme may", "Acme AI does not".
ACTS = re.compile(
    r"(?<!\b[Tt]he )(?<!\b[Yy]our )(?<!\b[Oo]ur )(?<!\b[Aa]ny )(?<!\b[Tt]his )(?<!\b[Aa] )(?<!\b[Aa]n )"
    r"\b([a-z]?[A-Z][A-Za-z0-9]+)(?: [A-Z][A-Za-z]{1,3})?(?:, Inc\.)?,? "
    r"(?:will|may|shall|does|reserves|grants|uses|agrees|provides|collects|retains|owns|processes|cannot|disclaims|makes)\b"
)


@dataclass(frozen=True, slots=True)
class Names:
    """The names by which a document calls its parties, in lower case ("openai", "company")."""

    vendor: frozenset[str] = frozenset()
    customer: frozenset[str] = frozenset()

    def party(self, word: str) -> Party | None:
        """Return whom a lower-case word means in this document, or None."""
        if word in self.customer:
            return Party.CUSTOMER
        if word in self.vendor:
            return Party.VENDOR
        if word in CUSTOMER:
            return Party.CUSTOMER
        return Party.VENDOR if word in VENDOR else None


def names_of(blocks: Iterable[Block]) -> Names:
    """Return the names that the document's definitions give its parties; the acting name is the vendor's."""
    found: dict[Party, set[str]] = {Party.VENDOR: set(), Party.CUSTOMER: set()}
    acting: Counter[str] = Counter()
    lower: Counter[str] = Counter()
    for block in blocks:
        if "(" in block.text:
            _define(block.text, found)
        acting.update(ACTS.findall(block.text))
        lower.update(block.text.split())
    vendor = {name.lower() for name, times in acting.items() if _acts_as_vendor(name, times, lower)}
    customer = frozenset(found[Party.CUSTOMER])
    return Names(
        vendor=frozenset((found[Party.VENDOR] | vendor) - customer - CUSTOMER), customer=customer - VENDOR_SURE
    )


def _acts_as_vendor(name: str, times: int, lower: Counter[str]) -> bool:
    word = name.lower()
    plural = word.endswith("s") and not word.endswith(("ss", "us", "is"))
    return times > 0 and not plural and word not in NO_NAMES | CUSTOMER | VENDOR and lower[word] < times


def _define(text: str, found: dict[Party, set[str]]) -> None:
    for before, inside in ALIASES.findall(text):
        aliases = [alias.lower().removeprefix("the ") for alias in ALIAS.findall(inside)]
        party = _role(aliases)
        if party is None:
            continue
        found[party].update(
            alias for alias in aliases if " " not in alias and alias not in FIRST_PERSON | SECOND_PERSON
        )
        name = NAME.search(before.strip(" ,"))
        if party is Party.VENDOR and name:
            found[party].add(_short(name[1]))


def _role(aliases: list[str]) -> Party | None:
    words = set(aliases)
    if words & FIRST_PERSON:
        return Party.VENDOR
    if words & SECOND_PERSON:
        return Party.CUSTOMER
    return next((party for party, roles in ROLES.items() if words & roles), None)


def _short(name: str) -> str:
    """Return the first word of a company's name, by which sentences call it."""
    words = [word.strip(",.").lower() for word in name.split()]
    return next((word for word in words if word and word not in LEGAL_FORMS and word != "the"), words[0])


def subject(doc: Doc, start: int, end: int, names: Names, *, owners: bool = True) -> Party | None:
    """Return who acts before token `end`, seeking leftwards down to `start`; None if nobody is named.

    Where nobody acts, "our application does not" still tells whose duty it is, unless `owners` is off.
    """
    owner: Party | None = None
    for at in range(end - 1, start - 1, -1):
        word = doc[at].lower_
        if word in BOTH_WORDS:
            before = doc[at - 1].lower_ if at else ""
            if before == "third":
                return Party.THIRD_PARTY
            if before in BOTH_BEFORE:
                return Party.BOTH
        party = names.party(word)
        if party is not None and at > 1 and doc[at - 1].lower_ == "of" and doc[at - 2].lower_ in OF_US:
            return Party.BOTH
        if party is not None and _acts(doc, at):
            return Party.BOTH if _joined(doc, at, party, names) else party
        if owners and owner is None and word in ("our", "your") and at >= end - 8:
            owner = party
        if owner is not None and word in (":", ";"):
            return owner
    return owner


def _joined(doc: Doc, at: int, party: Party, names: Names) -> bool:
    """Tell whether the other side acts too ("you and we", "neither Acme nor Customer")."""
    before = at - 1 if at and doc[at - 1].lower_ != "the" else at - 2
    if before < 1 or doc[before].lower_ not in CONJUNCTIONS:
        return False
    other = names.party(doc[before - 1].lower_)
    of_both = before > 2 and doc[before - 3].lower_ in OF_US  # "either of you and us"
    return {party, other} == {Party.CUSTOMER, Party.VENDOR} and (of_both or _acts(doc, before - 1))


def _acts(doc: Doc, at: int) -> bool:
    if doc[at].lower_ in POSSESSIVE or (at + 1 < len(doc) and doc[at + 1].lower_ in ("'s", "’s", "'", "’")):
        return False
    if any(token.lower_ in OWNED for token in doc[at + 1 : at + (3 if doc[at + 1 : at + 2].text == "AI" else 2)]):
        return False
    before = doc[at - 1].lower_ if at else ""
    if before in ("the", "any", "such") and at > 1:
        before = doc[at - 2].lower_
    return before not in NO_SUBJECT_BEFORE
