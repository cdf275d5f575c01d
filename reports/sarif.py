"""Analyses become SARIF 2.1.0, the format in which code-scanning tools take results.

A rule is a check, a result is a quote or an outcome without one. SARIF places results by lines of text; contracts have
blocks. So the artifact is the document's text with one block a line: line = block number + 1, columns count characters
of the block. The page stands in the properties.
"""

import json
from collections.abc import Mapping, Sequence
from urllib.parse import quote as percent_encoded

from clauses.model import Analysis, ClauseCheck, Evidence, Finding, Outcome, finding_key
from clauses.registry import BY_ID
from documents.model import Document
from reports.printable import printable_text
from reports.words import OUTCOMES

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
Json = dict[str, object]

# What a check says is neither good nor bad before a policy judges it, so no result has the kind "fail".
KINDS: dict[Outcome, str] = {
    Outcome.PRESENT: "informational",
    Outcome.ABSENT: "review",
    Outcome.CONFLICTING: "review",
    Outcome.NOT_APPLICABLE: "notApplicable",
    Outcome.NOT_READABLE: "open",
    Outcome.ERROR: "open",
}


def to_sarif(
    analyses: Sequence[Analysis],
    documents: Mapping[str, Document],
    *,
    tool_version: str,
    checks: Mapping[str, ClauseCheck] = BY_ID,
) -> str:
    """Return the analyses as SARIF. `documents` maps SHA-256 to the document, for its name."""
    findings = [finding for analysis in analyses for finding in analysis.findings]
    ids = list(dict.fromkeys(finding.check_id for finding in findings))
    driver: Json = {
        "name": "Clausemark",
        "semanticVersion": tool_version,
        "rules": [_rule(check_id, checks.get(check_id)) for check_id in ids],
    }
    places: dict[str, Json] = {
        document_id: {"uri": _address(document_id, documents), "index": index}
        for index, document_id in enumerate(dict.fromkeys(analysis.document_id for analysis in analyses))
    }
    run: Json = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "artifacts": [
            {"location": {"uri": place["uri"]}, "hashes": {"sha-256": document_id}}
            for document_id, place in places.items()
        ],
        "results": [
            result
            for finding in findings
            for result in _results(finding, rule=ids.index(finding.check_id), place=places[finding.document_id])
        ],
        "properties": {"lines": "One block of the document a line; the page is in each result's properties."},
    }
    content = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _rule(check_id: str, check: ClauseCheck | None) -> Json:
    if check is None:
        return {"id": check_id}
    return {
        "id": check_id,
        "shortDescription": {"text": check.title},
        "fullDescription": {"text": check.question},
        "help": {"text": f"{check.why} Ask for: {check.ask_for}"},
        "properties": {"family": check.family.value, "version": check.version},
    }


def _address(document_id: str, documents: Mapping[str, Document]) -> str:
    """Return a document's name percent-encoded: a valid relative address and nothing else, whatever the name is."""
    name = documents[document_id].name if document_id in documents else document_id
    return percent_encoded(printable_text(name), safe="")


def _results(finding: Finding, *, rule: int, place: Json) -> list[Json]:
    if not finding.evidence:
        return [_result(finding, None, rule=rule, place=place)]
    return [_result(finding, evidence, rule=rule, place=place) for evidence in finding.evidence]


def _result(finding: Finding, evidence: Evidence | None, *, rule: int, place: Json) -> Json:
    quote = evidence.quote if evidence else None
    words = f"{OUTCOMES[finding.outcome]}: “{quote}”" if quote else OUTCOMES[finding.outcome]
    location: Json = {"artifactLocation": place}
    properties: Json = {"outcome": finding.outcome.value}
    if evidence:
        location["region"] = _region(evidence)
        properties |= {
            "page": evidence.page,
            "bound": evidence.bound,
            "force": evidence.force,
            "exceptions": list(evidence.exceptions),
            "confidence": evidence.confidence,
        }
    return {
        "ruleId": finding.check_id,
        "ruleIndex": rule,
        "kind": KINDS[finding.outcome],
        "level": "none",
        "message": {"text": printable_text(f"{words}. {finding.message}".removesuffix(". ") + ".")},
        "locations": [{"physicalLocation": location}],
        "partialFingerprints": {"findingKey/v1": finding_key(finding.check_id, finding.document_id, quote)},
        "properties": properties,
    }


def _region(evidence: Evidence) -> Json:
    return {
        "startLine": evidence.block + 1,
        "startColumn": evidence.start + 1,
        "endLine": evidence.block + 1,
        "endColumn": evidence.end + 1,
        "snippet": {"text": evidence.quote},
    }
