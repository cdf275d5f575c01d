"""A vendor's contracts in; what they call the parties and things that an ask speaks of, out."""

import re
from collections import Counter
from collections.abc import Iterable

from documents.model import Document, DocumentKind

DEFINED = re.compile(r"[“\"‘']([A-Z][\w-]*(?: [A-Z][\w-]*){0,2})[”\"’']")
# Words of such contracts for each, the usual first; a word counts only where the contract defines it.
KNOWN: dict[str, tuple[str, ...]] = {
    "vendor": ("Provider", "Vendor", "Supplier", "Licensor", "Company"),
    "customer": ("Customer", "Client", "Subscriber", "Licensee", "Buyer", "Purchaser"),
    "services": ("Services", "Service", "Platform", "Subscription Services"),
    "output": ("Output", "Outputs", "Generated Content", "Results"),
    "customer_data": ("Customer Data", "Customer Content", "Client Data", "Your Content", "Your Data", "Content"),
    "agreement": ("Agreement", "Contract"),  # a plural would not fit the wording
}


def defined_terms(vendor: str, documents: Iterable[Document]) -> dict[str, str]:
    """Return the contract's own word for each term that it defines; what it does not define is left out.

    The vendor's own short name counts before the general words, when a contract defines it.
    """
    contracts = [d for d in documents if d.kind in (DocumentKind.CONTRACT, DocumentKind.ORDER_FORM, DocumentKind.DPA)]
    defined = Counter(
        word for document in contracts for block in document.blocks for word in DEFINED.findall(block.text)
    )
    found = {
        term: next(word for word in words if word in defined)
        for term, words in KNOWN.items()
        if any(word in defined for word in words)
    }
    names = [word for word in defined if word.casefold() in vendor.casefold() and len(word) > 2]
    return found | ({"vendor": max(names, key=len)} if names else {})
