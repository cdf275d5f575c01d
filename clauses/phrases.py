"""The phrase language in which checks say what they look for, and the word sets they share.

A phrase is a row of elements, separated by spaces, matched word by word and without regard to case:

    train           the word "train"
    train|tune      either word
    train*          any word that begins with "train"
    model?          the word may be missing
    ..8             up to eight words (or marks) of any kind, within the sentence
    <model>         any wording of the shared set `model`, also one of several words

One phrase may stand for several token rows, because a set may hold wordings of several words.
"""

import re
from dataclasses import dataclass
from itertools import product

# Shared sets; an entry of several words is split at its spaces. Words joined by a hyphen in a contract are
# one token with inner hyphens split off ("fine-tune" -> fine, -, tune), so they are written with spaces here.
SETS: dict[str, tuple[str, ...]] = {
    "not": ("not", "n't", "never", "no", "neither", "nor", "cannot", "prohibited", "forbidden"),
    "train": (
        "train",
        "trains",
        "trained",
        "training",
        "retrain*",
        "fine - tun*",
        "finetun*",
        "fine tun*",
        "distil*",
        "pre - train*",
        "pretrain*",
    ),
    "model": ("model*", "ai", "algorithm*", "llm*", "classifier*", "machine learning", "artificial intelligence"),
    "ai": (
        "ai",
        "ml",
        "llm*",
        "model*",
        "algorithm*",
        "classifier*",
        "neural network*",
        "machine learning",
        "machine - learning",
        "artificial intelligence",
        "artificial - intelligence",
        "deep learning",
        "generative",
    ),
    "develop": (
        "develop*",
        "build*",
        "create",
        "creates",
        "creating",
        "creation",
        "improv*",
        "enhanc*",
        "refin*",
        "inform",
        "informing",
        "ground",
        "grounding",
    ),
    "ai_thing": (
        "model*",
        "llm*",
        "algorithm*",
        "classifier*",
        "neural network*",
        "machine learning",
        "machine - learning",
        "artificial intelligence",
        "artificial - intelligence",
        "deep learning",
        "ai model*",
        "ai / ml",
        "ai system*",
        "ai technolog*",
        "ai tool*",
        "ai service*",
        "ai product*",
        "ai program*",
        "ai or",
    ),
    "compete": ("compet*", "rival*", "similar", "substitut*", "alternative"),
    "scrape": ("scrap*", "crawl*", "harvest*", "spider*", "mine", "mining", "data - mine", "datamin*"),
    "robot": (
        "robot*",
        "bot",
        "bots",
        "spider*",
        "crawler*",
        "scraper*",
        "scripts",
        "script",
        "automat*",
        "programmatic*",
        "web browser*",
    ),
    "evade": (
        "circumvent*",
        "bypass*",
        "evad*",
        "avoid*",
        "exceed*",
        "defeat*",
        "disabl*",
        "overrid*",
        "remov*",
        "deactivat*",
        "work around",
        "get around",
        "jailbreak*",
        "override",
    ),
    "output": ("output*", "result*", "response*", "generation*", "completion*", "content"),
    "service": ("service*", "platform", "product*", "software", "api*", "site*", "website*", "technology", "offering*"),
    "customer_data": (
        "customer data",
        "customer content",
        "customer materials",
        "user content",
        "your content",
        "your data",
        "your input*",
        "input*",
        "prompt*",
        "submission*",
    ),
    "security_technique": (
        "passwords",
        "backups",
        "backup generators",
        "firewall*",
        "antivirus",
        "anti - virus",
        "malware",
        "ddos",
        "denial of service",
        "intrusion",
        "multi - factor",
        "multifactor",
        "two - factor",
        "vulnerabilities",
        "vulnerability",
        "patch*",
        "centralized log*",
        "log management",
        "security logs",
        "network segregation",
        "network segmentation",
        "network protections",
        "data centers",
        "data centres",
        "redundan*",
        "availability zones",
        "disaster recovery",
        "business continuity",
        "background check*",
        "background screening",
        "least privilege",
        "role - based",
        "hashed",
        "tls",
        "bug bounty",
        "incident response",
        "security training",
        "security awareness",
        "personnel security",
        "clock* with",
        "access management",
        "disposal of data",
    ),
    "subprocessor": ("subprocessor*", "sub - processor*", "subcontract*", "sub - contract*"),
    "answerable_for": (
        "affiliate*",
        "agents",
        "contractors",
        "authorized users",
        "authorised users",
        "end users",
        "personnel",
        "representatives",
        "subprocessor*",
        "sub - processor*",
        "subcontract*",
    ),
    "third_party": (
        "third - party",
        "third party",
        "third parties",
        "those parties",
        "partner",
        "upstream",
        "model provider*",
        "ai model terms",
    ),
    "their_terms": ("terms", "policies", "policy", "license*", "licence*", "agreement*", "guidelines", "conditions"),
    "people": (
        "users",
        "employee*",
        "contractor*",
        "agents",
        "affiliate*",
        "personnel",
        "representative*",
        "administrators",
        "subprocessor*",
        "sub - processor*",
        "subcontract*",
        "advisors",
        "advisers",
        "persons",
    ),
    "account": ("account*", "profile*", "membership*", "registration*", "subscription*"),
    "credentials": (
        "password*",
        "passcode*",
        "credential*",
        "username*",
        "login*",
        "log - in*",
        "api key*",
        "api token*",
        "access key*",
        "access token*",
    ),
    "data": (
        "data",
        "information",
        "content",
        "material*",
        "record*",
        "log",
        "logs",
        "file*",
        "copies",
        "prompt*",
        "input*",
        "output*",
        "conversation*",
    ),
    "take_or_pay": ("take or pay", "take - or - pay"),
    "at_least": ("at least", "not less than", "no less than", "no fewer than", "a minimum of"),
    "may": ("may", "can", "reserve* the right", "is entitled to", "are entitled to", "has the right", "have the right"),
    "must": ("must", "shall", "will", "agree*", "undertake*", "is required to", "are required to", "is obliged to"),
}

ELEMENT = re.compile(r"^\.\.(\d+)$")


@dataclass(frozen=True, slots=True)
class Element:
    """One place of a token row: the words that fit (a trailing * is a prefix), or a gap of up to `gap` tokens."""

    words: tuple[str, ...] = ()
    gap: int = 0
    optional: bool = False


def rows(phrase: str) -> tuple[tuple[Element, ...], ...]:
    """Return the token rows that a phrase stands for; raise ValueError for an unknown set or an empty phrase."""
    choices = [_alternatives(part) for part in phrase.lower().split()]
    if not choices:
        raise ValueError("A phrase needs at least one element.")
    return tuple(tuple(e for part in row for e in part) for row in product(*choices))


def _alternatives(part: str) -> list[tuple[Element, ...]]:
    gap = ELEMENT.match(part)
    if gap:
        return [(Element(gap=int(gap[1])),)]
    optional = len(part) > 1 and part.endswith("?")
    entries = _entries(part.rstrip("?") if optional else part)
    single = tuple(entry for entry in entries if " " not in entry)
    found: list[tuple[Element, ...]] = [(Element(words=single, optional=optional),)] if single else []
    found += [tuple(Element(words=(word,)) for word in entry.split()) for entry in entries if " " in entry]
    return found + ([()] if optional and not single else [])


def _entries(part: str) -> list[str]:
    entries: list[str] = []
    for name in part.split("|"):
        if name.startswith("<") and name.endswith(">"):
            if name[1:-1] not in SETS:
                raise ValueError(f"There is no word set called {name}.")
            entries += SETS[name[1:-1]]
        else:
            entries.append(name)
    return entries
