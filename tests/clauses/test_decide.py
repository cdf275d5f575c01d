"""Frames and classifiers meet in one place: who counts, who is doubted, what waits for a person."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import pytest

from clauses.classifier import Candidate, Numbers, Unit
from clauses.engine import analyse
from clauses.model import Finding, Layer, Outcome, Party
from clauses.registry import BY_ID
from documents.model import DocumentKind
from tests.builders import build_document

BAN = "You may not use Output to train AI models."
PARAPHRASE = "Results of our service are not for teaching another system."
ALLOWED = "You may teach another system with what our service returns."


@dataclass
class Told:
    """A classifier that gives each text the probability that it is told; 0.1 to all others."""

    told: dict[str, float]
    check: str = "output_training_ban"
    threshold: float = 0.4
    unit: Unit = Unit.BLOCK
    thresholds: Mapping[str, float] = field(init=False)

    def __post_init__(self) -> None:
        self.checks = (self.check,)
        self.thresholds = {self.check: self.threshold}

    def probabilities(self, candidates: Sequence[Candidate]) -> Numbers:
        return np.array([[self.told.get(each.text, 0.1)] for each in candidates], dtype=np.float32)

    def words(self, candidate: Candidate, check_id: str) -> tuple[str, ...]:
        return ("teaching another",)

    def party(self, candidate: Candidate, check_id: str) -> Party | None:
        return None


def find(*texts: str, told: dict[str, float], kind: DocumentKind = DocumentKind.CONTRACT, **kept: object) -> Finding:
    classifier = Told(told, **kept)
    return analyse(build_document(*texts, kind=kind), [BY_ID[classifier.check]], classifiers=(classifier,)).findings[0]


def test_what_both_find_counts_with_the_calibrated_probability_and_both_layers() -> None:
    evidence = find(BAN, told={BAN: 0.97}).evidence[0]
    assert evidence.layers == (Layer.RULES, Layer.SCORER)
    assert evidence.confidence == 0.97
    assert evidence.reasons[-1].words == "teaching another"


def test_classifier_adds_what_no_frame_says() -> None:
    evidence = find(PARAPHRASE, told={PARAPHRASE: 0.85}).evidence[0]
    assert (evidence.quote, evidence.layers, evidence.confidence) == (PARAPHRASE, (Layer.SCORER,), 0.85)
    assert evidence.bound is Party.CUSTOMER


@pytest.mark.parametrize(("probability", "outcome"), [(0.4, Outcome.PRESENT), (0.39, Outcome.ABSENT)])
def test_a_passage_counts_from_the_threshold_of_its_check_on(probability: float, outcome: Outcome) -> None:
    assert find(PARAPHRASE, told={PARAPHRASE: probability}).outcome is outcome


def test_a_passage_without_a_frame_is_not_shown_below_a_quarter() -> None:
    assert find(PARAPHRASE, told={PARAPHRASE: 0.2}, threshold=0.1).outcome is Outcome.ABSENT


def test_a_frame_that_the_classifier_does_not_believe_stays_visible_as_a_nearest_passage() -> None:
    finding = find(BAN, told={BAN: 0.02})
    assert finding.outcome is Outcome.ABSENT
    assert finding.nearest[0].quote == BAN


def test_a_permission_that_looks_like_a_ban_waits_for_a_person() -> None:
    evidence = find(ALLOWED, told={ALLOWED: 0.95}).evidence[0]
    assert evidence.confidence < 0.7
    assert "please review" in evidence.reasons[-1].what


def test_the_likeliest_sentence_of_a_block_is_quoted() -> None:
    block = f"Fees are due monthly. {PARAPHRASE}"
    assert find(block, told={block: 0.9, PARAPHRASE: 0.9}).evidence[0].quote == PARAPHRASE


def test_a_classifier_is_not_asked_about_documents_that_its_check_does_not_apply_to() -> None:
    finding = find(PARAPHRASE, told={PARAPHRASE: 0.9}, kind=DocumentKind.CERTIFICATE)
    assert finding.outcome is Outcome.NOT_APPLICABLE


def test_a_check_that_no_classifier_knows_keeps_what_its_frames_found() -> None:
    document = build_document("You may not scrape the Service.", kind=DocumentKind.CONTRACT)
    finding = analyse(document, [BY_ID["scraping_ban"]], classifiers=(Told({}),)).findings[0]
    assert finding.outcome is Outcome.PRESENT
    assert finding.evidence[0].layers == (Layer.RULES,)
