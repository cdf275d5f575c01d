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


def list_vendors(ws: Workspace) -> tuple[VendorRecord, ...]:
    raise NotImplementedError


def find_vendor(ws: Workspace, slug: str) -> VendorRecord | None:
    raise NotImplementedError


def add_vendor(ws: Workspace, name: str, *, by: str) -> VendorRecord:
    raise NotImplementedError


def rename_vendor(ws: Workspace, slug: str, name: str, *, by: str) -> VendorRecord:
    raise NotImplementedError


def merge_vendors(ws: Workspace, slug: str, *, into: str, by: str) -> VendorRecord:
    raise NotImplementedError


def removal_of(ws: Workspace, slug: str) -> Removal:
    raise NotImplementedError


def remove_vendor(ws: Workspace, slug: str, *, by: str) -> Removal:
    raise NotImplementedError

