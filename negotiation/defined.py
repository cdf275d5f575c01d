"""A vendor's contracts in; what they call the parties and things that an ask speaks of, out."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from documents.model import Document, DocumentKind
from negotiation.wording import TERMS

DEFINED = re.compile(r"[“\"‘']([A-Z][\w-]*(?: [A-Z][\w-]*){0,2})[”\"’']")
# The short name that a company is given after its full one: Quillmoor Labs LLC (“Quillmoor”).
COMPANY = re.compile(
    r"\b(?:LLC|Inc|Ltd|Limited|PBC|GmbH|AG|SE|Corp|Corporation|plc|B\.V|S\.A|SAS|Oy|AB|Pte)\b\.?,?[^()“”\"]{0,80}"
    r"\((?:the )?[“\"‘']([A-Z][\w-]*(?: [A-Z][\w-]*){0,2})[”\"’'][^)]*\)"
)
# Words of such contracts for each, the usual first; a word counts only where the contract defines it.
KNOWN: dict[str, tuple[str, ...]] = {
    "vendor": ("Provider", "Vendor", "Supplier", "Licensor", "Company"),
    "customer": ("Customer", "Client", "Subscriber", "Licensee", "Buyer", "Purchaser"),
    "services": ("Services", "Service", "Platform", "Subscription Services"),
    "output": ("Output", "Outputs", "Generated Content", "Results"),
    "customer_data": ("Customer Data", "Customer Content", "Client Data", "Your Content", "Your Data", "Content"),
    "agreement": ("Agreement", "Contract"),  # a plural would not fit the wording
}


def contract_terms(vendor: str, documents: Iterable[Document]) -> dict[str, str]:
    """Return a word for every term: the contract's own, else the vendor's name, else a general one.

    An empty `vendor` is one whose name is not known.
    """
    return {**TERMS, **({"vendor": vendor} if vendor else {})} | defined_terms(vendor, documents)


def defined_terms(vendor: str, documents: Iterable[Document]) -> dict[str, str]:
    """Return the contract's own word for each term that it defines; what it does not define is left out.

    The vendor's own short name counts before the general words, when a contract defines it; where neither is there, the
    short name of the only company that is not the customer.
    """
    contracts = [d for d in documents if d.kind in (DocumentKind.CONTRACT, DocumentKind.ORDER_FORM, DocumentKind.DPA)]
    texts = [block.text for document in contracts for block in document.english_part().blocks]
    defined = Counter(word for text in texts for word in DEFINED.findall(text))
    found = {
        term: next(word for word in words if word in defined)
        for term, words in KNOWN.items()
        if any(word in defined for word in words)
    }
    names = [word for word in defined if word.casefold() in vendor.casefold() and len(word) > 2]
    if not names and "vendor" not in found:
        names = _only_company(texts)
    return found | ({"vendor": max(names, key=len)} if names else {})


def _only_company(texts: Sequence[str]) -> list[str]:
    companies = {name for text in texts for name in COMPANY.findall(text)} - set(KNOWN["customer"])
    return list(companies) if len(companies) == 1 else []
