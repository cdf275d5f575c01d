"""Why a check found something in a file, or not: what fired on which words, and the passages that came near."""

from dataclasses import dataclass
from pathlib import Path

from clauses.model import ClauseCheck, Finding
from clauses.registry import BY_ID
from documents.limits import Limits
from documents.model import Document
from workflow.bulk import read_files
from workflow.problems import NotScored


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """What one check says of one file, with the reasons in its evidence and its nearest passages."""

    check: ClauseCheck
    document: Document
    finding: Finding


def explain_file(path: Path, check_id: str, *, limits: Limits) -> Explanation:
    """Read a file and return what one check says of it; raise NotScored with the reason when it cannot be read."""
    read = next(iter(read_files([path], limits=limits, workers=1)))
    if read.reading is None:
        raise NotScored(" ".join(problem.text for problem in read.problems))
    finding = next(found for found in read.reading.analysis.findings if found.check_id == check_id)
    return Explanation(check=BY_ID[check_id], document=read.reading.document, finding=finding)
