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


def portfolio(ws: Workspace, *, on: date) -> Portfolio:
    raise NotImplementedError


def compare(ws: Workspace, slugs: Sequence[str], *, on: date, by: str = "") -> Comparison:
    raise NotImplementedError

