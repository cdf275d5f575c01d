"""Signatures first; the bodies follow within the hour."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Literal

from clauses.model import Evidence
from documents.model import Document, DocumentKind
from reports.model import ScorecardPage
from scoring.model import Action, Assessment, Decision, DecisionReason, Edit, Policy
from store.records import (
    AssessmentRecord, DecisionRecord, DocumentRecord, JobRecord, PolicyRecord, TrailRecord, VendorRecord,
)
from workflow.model import (
    Added, Box, CheckPage, Comparison, Download, PolicyChoice, PolicyEffect, Portfolio, Progress, Removal, ReviewItem, StoredAssessment,
)
from workflow.workspace import Workspace


def list_jobs(ws: Workspace, vendor: str | None = None, *, limit: int = 100) -> tuple[JobRecord, ...]:
    raise NotImplementedError


def latest_job(ws: Workspace, document_id: str) -> JobRecord | None:
    raise NotImplementedError


def progress_of(jobs: Sequence[JobRecord], now: datetime) -> Progress:
    raise NotImplementedError


def cancel_job(ws: Workspace, job_id: int, *, by: str) -> JobRecord:
    raise NotImplementedError


def cancel_all(ws: Workspace, vendor: str | None = None, *, by: str) -> int:
    raise NotImplementedError

