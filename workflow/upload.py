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


def add_file(ws: Workspace, *, vendor: str, name: str, data: bytes, by: str) -> Added:
    raise NotImplementedError


def guess_vendor(ws: Workspace, names: Sequence[str]) -> str:
    raise NotImplementedError


def suggested_vendor(ws: Workspace, document_id: str) -> str:
    raise NotImplementedError


def documents(ws: Workspace, vendor: str | None = None) -> tuple[DocumentRecord, ...]:
    raise NotImplementedError


def find_document(ws: Workspace, document_id: str) -> DocumentRecord | None:
    raise NotImplementedError


def document_text(ws: Workspace, document_id: str) -> Document | None:
    raise NotImplementedError


def set_kind(ws: Workspace, document_id: str, kind: DocumentKind, *, by: str) -> DocumentRecord:
    raise NotImplementedError


def move_document(ws: Workspace, document_id: str, *, vendor: str, by: str) -> DocumentRecord:
    raise NotImplementedError


def document_removal(ws: Workspace, document_id: str) -> Removal:
    raise NotImplementedError


def remove_document(ws: Workspace, document_id: str, *, by: str) -> Removal:
    raise NotImplementedError


def read_again(ws: Workspace, document_id: str, *, by: str) -> JobRecord:
    raise NotImplementedError


def missing_documents(ws: Workspace, vendor: str) -> tuple[str, ...]:
    raise NotImplementedError

