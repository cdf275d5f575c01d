"""The labelled documents: which there are, whose they are, and which of them nobody may look at before the figures.

A label file names blocks by number and holds no text (labels/README.md). Vendors of one company share a fold, because
their documents share sentences. Of the vendors that were in view while the rules were written (those of `terms` and
`excerpts`) none is in the test fold; of all others those whose name hashes into fold 0 of six are set aside: their
errors are not read, and nothing is fitted or chosen on them.
"""

import csv
import re
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

HERE = Path(__file__).resolve().parent
LABEL_FILES = HERE / "labels"
COMPANIES = HERE / "companies.tsv"
# The checks with labels, in the order of the guide.
LABELS = (
    "output_training_ban", "competing_product_ban", "model_extraction_ban", "scraping_ban", "limit_circumvention_ban",
    "usage_limits", "account_integrity", "access_eligibility", "resale_ban", "usage_monitoring", "enforcement",
    "watermarking", "customer_data_training_ban", "customer_data_training_right", "output_ownership", "confidentiality",
    "data_retention", "security_measures", "audit_report", "audit_right", "incident_notice", "third_party_flow_down",
    "ip_indemnity", "liability_limit", "injunctive_relief", "survival", "unilateral_change",
)  # fmt: skip
IN_VIEW = ("terms", "excerpts")
SETS = (*IN_VIEW, "more", "pool", "pool-ai")
FOLDS = 6
TEST_FOLD = 0
# Blocks of many vendors, each too small for a fold of its own; they are work data.
NOBODY = frozenset({"other", "ev"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """A document with labels: its name, its set, the company behind it, and where text and labels are."""

    name: str
    part: str
    company: str
    text: Path
    labels: Path

    @property
    def fold(self) -> int:
        """The fold of the company."""
        return fold_of(self.company)

    @property
    def is_test(self) -> bool:
        """True for documents that are for the published figure and for nothing else."""
        return self.fold == TEST_FOLD


def vendor_of(name: str) -> str:
    """Return the vendor in a document's name, as letters, digits and underscores in lower case.

    "ota--Acme--Terms_of_Service" and "Acme--Terms_of_Service" are Acme's; "excerpts--Acme" too.
    """
    parts = name.split("--")
    collected = len(parts) > 2 or parts[0] == "excerpts"
    return re.sub(r"\W", "_", parts[1] if collected else parts[0]).lower()


def company_of(name: str) -> str:
    """Return the company behind a document; companies.tsv lists the vendors that belong to another."""
    vendor = vendor_of(name)
    return _companies().get(vendor, vendor)


@cache
def _companies() -> dict[str, str]:
    with COMPANIES.open(encoding="utf-8", newline="") as file:
        return {row["name"]: row["company"] for row in csv.DictReader(file, delimiter="\t")}


@cache
def companies_in_view() -> frozenset[str]:
    """Return the companies with a document or an excerpt that the rules were written with."""
    names = {company_of(path.stem) for part in IN_VIEW for path in (LABEL_FILES / part).glob("*.tsv")}
    return frozenset(names | NOBODY)


def fold_of(company: str) -> int:
    """Return the fold of a company, 0 to 5; companies in view are spread over the folds 1 to 5."""
    number = int(sha256(company.encode()).hexdigest(), 16)
    if company in companies_in_view():
        return TEST_FOLD + 1 + number % (FOLDS - 1)
    return number % FOLDS


def labelled(data: Path, parts: tuple[str, ...] = SETS) -> list[Labelled]:
    """Return the labelled documents whose texts are below `data`, in a fixed order."""
    found = []
    for part in parts:
        for path in sorted((LABEL_FILES / part).glob("*.tsv")):
            text = data / part / f"{path.stem}.md"
            if text.exists():
                company = company_of(path.stem)
                found.append(Labelled(name=path.stem, part=part, company=company, text=text, labels=path))
    return found
