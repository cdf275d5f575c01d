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


def review_items(ws: Workspace, vendor: str) -> tuple[ReviewItem, ...]:
    raise NotImplementedError


def decide(ws: Workspace, item: ReviewItem, action: Action, *, by: str, reason: DecisionReason | None = None, note: str = "", edit: Edit | None = None) -> Decision:
    raise NotImplementedError


def undo(ws: Workspace, key: str, *, seen: int, by: str) -> None:
    raise NotImplementedError


def history(ws: Workspace, key: str) -> tuple[DecisionRecord, ...]:
    raise NotImplementedError


def find_passage(ws: Workspace, document_id: str, words: str) -> Evidence:
    raise NotImplementedError


def duties(ws: Workspace, vendor: str) -> tuple[ReviewItem, ...]:
    raise NotImplementedError

