"""Page data becomes one self-contained HTML file; the one Jinja2 environment: everything escaped, no unknown field."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from reports.model import ComparisonPage, ScorecardPage

TEMPLATES = Path(__file__).resolve().parent.parent / "templates"

ENVIRONMENT = Environment(
    loader=FileSystemLoader(TEMPLATES),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
)


def scorecard_html(page: ScorecardPage) -> str:
    """Return the scorecard as an HTML document that loads nothing and runs nothing."""
    return ENVIRONMENT.get_template("scorecard.html").render(page=page)


def comparison_html(page: ComparisonPage) -> str:
    """Return the comparison as an HTML document that loads nothing and runs nothing."""
    return ENVIRONMENT.get_template("comparison.html").render(page=page)
