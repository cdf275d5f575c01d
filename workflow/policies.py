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


def list_policies(ws: Workspace) -> tuple[PolicyChoice, ...]:
    raise NotImplementedError


def get_policy(ws: Workspace, policy_id: str, version: int | None = None) -> Policy:
    raise NotImplementedError


def policy_in_use(ws: Workspace) -> Policy:
    raise NotImplementedError


def use_policy(ws: Workspace, policy_id: str, *, by: str) -> Policy:
    raise NotImplementedError


def copy_policy(ws: Workspace, policy_id: str, title: str, *, by: str) -> Policy:
    raise NotImplementedError


def check_policy(text: str) -> tuple[str, ...]:
    raise NotImplementedError


def save_policy(ws: Workspace, text: str, *, seen: int, by: str) -> Policy:
    raise NotImplementedError


def policy_draft(ws: Workspace, policy_id: str, *, by: str) -> str | None:
    raise NotImplementedError


def save_draft(ws: Workspace, policy_id: str, text: str, *, by: str) -> None:
    raise NotImplementedError


def discard_draft(ws: Workspace, policy_id: str, *, by: str) -> None:
    raise NotImplementedError


def preview_policy(ws: Workspace, policy: Policy, *, on: date) -> tuple[PolicyEffect, ...]:
    raise NotImplementedError

