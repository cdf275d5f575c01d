"""A contract of a few sentences, read by the checks and scored with the default policy."""

from datetime import date

from scoring.assess import assess
from scoring.model import Assessment
from scoring.policy import shipped_policies
from tests.builders import analysed, build_document, build_source


def assessed(*texts: str, vendor: str = "Acme") -> Assessment:
    """The assessment of a contract with these paragraphs."""
    return assess(
        vendor,
        findings=analysed(build_document(*texts)).findings,
        decisions=(),
        sources=(build_source(),),
        policy=shipped_policies()[0],
        on=date(2026, 11, 25),
        tool_version="1",
        rules_version="1",
    )
