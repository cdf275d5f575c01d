"""Assessments as JSON: all that is known, with every quote; the same assessment always gives the same bytes."""

import json
from collections.abc import Sequence

from pydantic import TypeAdapter

from scoring.model import Assessment

FORMAT = "clausemark-assessment-1"
_ASSESSMENTS = TypeAdapter(tuple[Assessment, ...])


def assessments_json(assessments: Sequence[Assessment]) -> str:
    """Return assessments as JSON; `read_assessments` gives them back unchanged."""
    content = _ASSESSMENTS.dump_python(tuple(assessments), mode="json")
    return json.dumps({"format": FORMAT, "assessments": content}, ensure_ascii=False, indent=2) + "\n"


def read_assessments(text: str) -> tuple[Assessment, ...]:
    """Return the assessments of `assessments_json`; raise ValueError when the text is something else."""
    content = json.loads(text)
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise ValueError("This is not a Clausemark assessment in JSON.")
    return _ASSESSMENTS.validate_python(content["assessments"], strict=False)
