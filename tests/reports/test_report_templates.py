"""What the templates read is exactly what reports.model documents."""

import re
from dataclasses import fields, is_dataclass
from typing import get_args, get_type_hints

import pytest
from jinja2 import UndefinedError, nodes

from reports.html import ENVIRONMENT, TEMPLATES
from reports.model import ComparisonPage, ScorecardPage
from reports.pdf import PARTS

# The date in ISO form sets the time stamp of a PDF and is not printed there.
NOT_PRINTED = {"on"}


def documented(page: type) -> set[str]:
    """The names of all fields of a page and of the data classes in it."""
    names, todo = set(), [page]
    while todo:
        here = todo.pop()
        names |= {field.name for field in fields(here)}
        for hint in get_type_hints(here).values():
            todo += [kind for kind in (hint, *get_args(hint)) if is_dataclass(kind)]
    return names


def read_by_jinja(name: str) -> set[str]:
    """The attributes that an HTML template and the macros that it calls read of their data."""
    used = set()
    sources = {part: ENVIRONMENT.parse((TEMPLATES / part).read_text(encoding="utf-8")) for part in ("parts.html", name)}
    macros = {macro.name: macro for macro in sources["parts.html"].find_all(nodes.Macro)}
    todo = [sources[name], ENVIRONMENT.parse((TEMPLATES / "base.html").read_text(encoding="utf-8"))]
    while todo:
        tree = todo.pop()
        included = [part.template.value for part in tree.find_all(nodes.Include)]
        todo += [ENVIRONMENT.parse((TEMPLATES / part).read_text(encoding="utf-8")) for part in included]
        for access in tree.find_all(nodes.Getattr):
            owner = access.node.name if isinstance(access.node, nodes.Name) else ""
            if owner == "parts":
                todo.append(macros.pop(access.attr, nodes.Output([])))
            elif owner != "loop":
                used.add(access.attr)
    return used


def read_by_typst(name: str) -> set[str]:
    source = "".join((TEMPLATES / part).read_text(encoding="utf-8") for part in ("look.typ", *PARTS, name))
    return set(re.findall(r"\.([a-z][a-z0-9_]*)\b(?!\()", source))


@pytest.mark.parametrize(
    ("page", "template"),
    [(ScorecardPage, "scorecard.html"), (ComparisonPage, "comparison.html")],
    ids=["scorecard", "comparison"],
)
def test_html_template_reads_exactly_the_documented_fields(page, template):
    assert read_by_jinja(template) == documented(page)


@pytest.mark.parametrize(
    ("page", "template"),
    [(ScorecardPage, "scorecard.typ"), (ComparisonPage, "comparison.typ")],
    ids=["scorecard", "comparison"],
)
def test_typst_template_reads_every_documented_field(page, template):
    # A field that is not documented cannot be read: Typst refuses an unknown key (see test_report_pdf.py).
    assert documented(page) - read_by_typst(template) <= NOT_PRINTED


def test_a_misspelt_field_is_an_error_and_not_an_empty_place():
    with pytest.raises(UndefinedError):
        ENVIRONMENT.from_string("{{ page.vendro }}").render(page={"vendor": "Northwind"})


def test_everything_is_escaped():
    assert ENVIRONMENT.from_string("{{ text }}").render(text="<b>&</b>") == "&lt;b&gt;&amp;&lt;/b&gt;"
