import json

import pytest
from jsonschema import validate

from clauses.model import Analysis, Finding, Outcome
from reports.sarif import to_sarif
from tests.reports import builders

# The parts of the SARIF 2.1.0 schema that this program writes, with their required properties and closed lists.
TEXT = {"type": "object", "required": ["text"], "properties": {"text": {"type": "string", "minLength": 1}}}
POSITIVE = {"type": "integer", "minimum": 1}
REGION = {
    "type": "object",
    "required": ["startLine", "startColumn", "endLine", "endColumn", "snippet"],
    "properties": {
        "startLine": POSITIVE,
        "startColumn": POSITIVE,
        "endLine": POSITIVE,
        "endColumn": POSITIVE,
        "snippet": TEXT,
    },
    "additionalProperties": False,
}
PLACE = {
    "type": "object",
    "required": ["physicalLocation"],
    "properties": {
        "physicalLocation": {
            "type": "object",
            "required": ["artifactLocation"],
            "properties": {
                "artifactLocation": {
                    "required": ["uri", "index"],
                    "properties": {"index": {"type": "integer", "minimum": 0}},
                },
                "region": REGION,
            },
            "additionalProperties": False,
        }
    },
}
RESULT = {
    "type": "object",
    "required": ["ruleId", "ruleIndex", "kind", "level", "message", "locations"],
    "properties": {
        "kind": {"enum": ["notApplicable", "pass", "fail", "review", "open", "informational"]},
        "level": {"const": "none"},
        "message": TEXT,
        "locations": {"type": "array", "minItems": 1, "items": PLACE},
    },
}
RUN = {
    "type": "object",
    "required": ["tool", "artifacts", "results", "columnKind"],
    "properties": {
        "tool": {
            "required": ["driver"],
            "properties": {
                "driver": {
                    "required": ["name", "rules"],
                    "properties": {"rules": {"items": {"required": ["id"]}, "uniqueItems": True}},
                }
            },
        },
        "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
        "results": {"type": "array", "items": RESULT},
    },
}
SARIF = {
    "type": "object",
    "required": ["$schema", "version", "runs"],
    "properties": {"version": {"const": "2.1.0"}, "runs": {"type": "array", "items": RUN, "minItems": 1}},
}


def finding(check_id: str, outcome: Outcome, *evidence) -> Finding:
    return Finding(
        check_id=check_id, check_version="1", document_id=builders.TERMS, outcome=outcome, evidence=tuple(evidence)
    )


ANALYSES = (
    Analysis(
        document_id=builders.TERMS,
        findings=(
            finding("ban_on_scraping", Outcome.PRESENT, builders.evidence(0), builders.evidence(1)),
            finding("watermarking", Outcome.ABSENT),
            finding("audit_right", Outcome.NOT_READABLE),
            finding("not_registered", Outcome.ERROR),
        ),
    ),
)


@pytest.fixture(scope="module")
def log():
    return json.loads(to_sarif(ANALYSES, builders.documents(), tool_version="0.1.0", checks=builders.CHECKS))


def test_sarif_has_the_structure_of_2_1_0(log):
    validate(log, SARIF)


def test_empty_run_is_valid_too():
    validate(json.loads(to_sarif((), {}, tool_version="0.1.0", checks={})), SARIF)


def test_every_quote_and_every_outcome_without_quote_is_a_result(log):
    results = log["runs"][0]["results"]
    assert [(result["ruleId"], result["kind"]) for result in results] == [
        ("ban_on_scraping", "informational"),
        ("ban_on_scraping", "informational"),
        ("watermarking", "review"),
        ("audit_right", "open"),
        ("not_registered", "open"),
    ]


def test_rules_are_the_checks_each_once(log):
    rules = log["runs"][0]["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["ban_on_scraping", "watermarking", "audit_right", "not_registered"]
    assert rules[0]["shortDescription"]["text"] == "Ban on scraping"


def test_region_points_at_the_words_of_the_block(log):
    location = log["runs"][0]["results"][1]["locations"][0]["physicalLocation"]
    region = location["region"]
    text = builders.document().blocks[region["startLine"] - 1].text
    assert text[region["startColumn"] - 1 : region["endColumn"] - 1] == region["snippet"]["text"]


def test_file_name_becomes_a_safe_relative_address(log):
    assert log["runs"][0]["artifacts"][0]["location"]["uri"] == "Northwind%20Master%20Terms.pdf"


def test_hostile_file_name_cannot_leave_the_folder():
    document = builders.document(name="../../etc/passwd")
    log = json.loads(to_sarif(ANALYSES, {builders.TERMS: document}, tool_version="0.1.0", checks={}))
    assert log["runs"][0]["artifacts"][0]["location"]["uri"] == "..%2F..%2Fetc%2Fpasswd"


def test_same_quote_keeps_its_fingerprint(log):
    again = json.loads(to_sarif(ANALYSES, {}, tool_version="0.2.0", checks={}))
    prints = [[r["partialFingerprints"] for r in run["runs"][0]["results"]] for run in (log, again)]
    assert prints[0] == prints[1]
    assert len({json.dumps(p) for p in prints[0]}) == len(prints[0])
