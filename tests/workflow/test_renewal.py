"""An analysis of another version is made again; one of this version is left alone."""

from datetime import UTC, datetime

import pytest

from clauses.engine import analyse
from clauses.model import Analysis
from clauses.version import ANALYSIS_VERSION, analysis_version
from store import documents as stored
from store import jobs
from store.records import JobStep
from tests.builders import build_document
from tests.workflow.builders import add_read
from workflow.renewal import queue_outdated
from workflow.upload import document_text

AT = datetime(2026, 11, 29, tzinfo=UTC)


@pytest.mark.parametrize(("version", "queued"), [("55.101", 1), (ANALYSIS_VERSION, 0)])
def test_only_an_analysis_of_another_version_is_queued_for_its_checks(ws, version: str, queued: int) -> None:
    record = add_read(ws)
    with ws.store.write() as session:
        analysis = Analysis(document_id=record.id, findings=(), rules_version=version)
        stored.keep_reading(session, record.id, document_text(ws, record.id), analysis, AT)
    assert queue_outdated(ws.store, by="Clausemark", at=AT) == queued
    with ws.store.read() as session:
        newest = jobs.latest(session, record.id)
    assert (newest.state.open and newest.step is JobStep.CHECKS) == bool(queued)


def test_an_edit_of_a_check_is_another_version(tmp_path) -> None:
    (tmp_path / "family").mkdir()
    check = tmp_path / "family" / "some_ban.toml"
    check.write_text('title = "One"\n')
    before = analysis_version(tmp_path)
    assert analysis_version(tmp_path) == before
    check.write_text('title = "Other"\n')
    assert analysis_version(tmp_path) != before


def test_an_analysis_names_the_version_that_made_it() -> None:
    assert analyse(build_document("Fees are due.")).rules_version == ANALYSIS_VERSION
