"""Reads the catalogue as it is shipped, and the buyer's own facts from CSV or YAML; raises CatalogueError."""

import csv
import io
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from vendors.catalogue.model import CatalogueVendor, Control, ControlFamily, Fact

FOLDER = Path(__file__).resolve().parent
# The vendors in the order of lists; others follow by id.
FIRST = ("anthropic", "openai", "google-gemini", "azure-foundry", "amazon-bedrock", "mistral")
COLUMNS = ("vendor", *(name for name in Fact.model_fields if name not in ("own", "level", "permits")))
MOST_FACTS = 5_000
MOST_BYTES = 2_000_000
FORMULA = ("=", "+", "-", "@", "\t", "\r")
OwnFact = tuple[str, Fact]


class CatalogueError(ValueError):
    """A file of facts cannot be used; `problems` says what is wrong, one sentence each."""

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__(" ".join(problems))
        self.problems = tuple(problems)


@cache
def controls() -> tuple[Control, ...]:
    """Return what vendors are compared on, in the order of the page."""
    entries = tomllib.loads((FOLDER / "controls.toml").read_text(encoding="utf-8"))["control"]
    return tuple(Control(**{**entry, "family": ControlFamily(entry["family"])}) for entry in entries)


@cache
def shipped() -> tuple[CatalogueVendor, ...]:
    """Return the vendors of the catalogue that comes with the program."""
    found = [_vendor(path) for path in sorted(FOLDER.glob("*.yaml"))]
    return tuple(sorted(found, key=lambda one: (FIRST.index(one.id) if one.id in FIRST else len(FIRST), one.id)))


def with_own(vendors: Iterable[CatalogueVendor], own: Iterable[OwnFact]) -> tuple[CatalogueVendor, ...]:
    """Return the vendors with the buyer's facts added; a vendor that the catalogue lacks is appended by its id."""
    known = {one.id: one for one in vendors}
    for vendor, fact in own:
        one = known.get(vendor) or CatalogueVendor(id=vendor, name=vendor.replace("-", " ").title())
        known[vendor] = one.model_copy(update={"facts": (*one.facts, fact.model_copy(update={"own": True}))})
    return tuple(known.values())


def make_fact(given: Mapping[str, object]) -> Fact:
    """Return a fact of the buyer's own from fields as typed or read; raise CatalogueError."""
    fields = {key: value for key, value in given.items() if value not in (None, "")}
    if isinstance(fields.get("value"), str):
        fields["value"] = _number(str(fields["value"])) if fields.get("unit") else fields["value"]
    try:
        fact = Fact.model_validate({**fields, "own": True})
    except ValidationError as error:
        raise CatalogueError([_sentence(problem) for problem in error.errors()]) from None
    if fact.control not in {control.id for control in controls()}:
        raise CatalogueError(
            [f"There is no control “{fact.control}”. Known are: {', '.join(c.id for c in controls())}."]
        )
    return fact


def read_facts(content: bytes, name: str) -> tuple[OwnFact, ...]:
    """Return the facts of a CSV or YAML file, each with its vendor's id; raise CatalogueError with line numbers."""
    if len(content) > MOST_BYTES:
        raise CatalogueError([f"{name} is larger than {MOST_BYTES // 1_000_000} MB. Split it."])
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise CatalogueError([f"{name} is not UTF-8 text. Save it as UTF-8."]) from None
    rows = _yaml_rows(text, name) if name.lower().endswith((".yaml", ".yml")) else _csv_rows(text, name)
    if len(rows) > MOST_FACTS:
        raise CatalogueError([f"{name} has more than {MOST_FACTS:,} facts. Split it."])
    return _facts(rows)


def write_csv(own: Iterable[OwnFact]) -> str:
    """Return facts as CSV with a head line; `read_facts` reads it back."""
    file = io.StringIO()
    writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
    writer.writeheader()
    for vendor, fact in own:
        writer.writerow({"vendor": vendor, **{key: _cell(getattr(fact, key)) for key in COLUMNS[1:]}})
    return file.getvalue()


def write_yaml(own: Iterable[OwnFact]) -> str:
    """Return facts as YAML, a list of entries with `vendor`; `read_facts` reads it back."""
    kept = [
        {"vendor": vendor, **fact.model_dump(mode="json", exclude={"own"}, exclude_defaults=True)}
        for vendor, fact in own
    ]
    return yaml.safe_dump(kept, sort_keys=False, allow_unicode=True)


def _vendor(path: Path) -> CatalogueVendor:
    return CatalogueVendor.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))


def _csv_rows(text: str, name: str) -> list[tuple[str, dict[str, Any]]]:
    reader = csv.DictReader(io.StringIO(text))
    missing = {"vendor", "control", "value", "source", "as_of", "confidence"} - set(reader.fieldnames or ())
    if missing:
        raise CatalogueError(
            [f"{name} lacks the column {', '.join(sorted(missing))}. Export the facts to see the form."]
        )
    return [(f"Line {reader.line_num}", {k: _plain(v) for k, v in row.items() if k in COLUMNS}) for row in reader]


def _yaml_rows(text: str, name: str) -> list[tuple[str, dict[str, Any]]]:
    try:
        read = yaml.safe_load(text)
    except (yaml.YAMLError, RecursionError):
        raise CatalogueError([f"{name} is not YAML. Export the facts to see the form."]) from None
    if not isinstance(read, list) or not all(isinstance(row, dict) for row in read):
        raise CatalogueError([f"{name} is not a list of facts. Export the facts to see the form."])
    return [(f"Fact {number}", dict(row)) for number, row in enumerate(read, start=1)]


def _facts(rows: Iterable[tuple[str, dict[str, Any]]]) -> tuple[OwnFact, ...]:
    found, problems = [], []
    for place, row in rows:
        vendor = str(row.pop("vendor", None) or "").strip().lower().replace(" ", "-")
        try:
            named = CatalogueVendor(id=vendor, name=vendor or "?")
            found.append((named.id, make_fact(row)))
        except ValidationError:
            problems.append(f"{place}: the vendor needs an id of small letters, digits and hyphens.")
        except CatalogueError as error:
            problems += [f"{place}: {problem}" for problem in error.problems]
    if problems:
        raise CatalogueError(problems)
    return tuple(found)


def _number(text: str) -> float | str:
    try:
        return float(text.replace(",", ""))
    except ValueError:
        return text


def _cell(value: object) -> str:
    """Return a value for a CSV cell; an apostrophe keeps a spreadsheet from reading text as a formula."""
    if value in (0, ""):
        return ""
    text = f"{value:g}" if isinstance(value, float) else str(value)
    return f"'{text}" if text.startswith(FORMULA) else text


def _plain(cell: str | None) -> str | None:
    return cell[1:] if cell and cell.startswith("'") and cell[1:].startswith(FORMULA) else cell


def _sentence(problem: Any) -> str:
    field = ".".join(str(part) for part in problem["loc"] if part not in ("float", "constrained-str"))
    return f"{field or 'The fact'}: {str(problem['msg']).removeprefix('Value error, ')}."
