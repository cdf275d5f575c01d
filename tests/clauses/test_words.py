"""The word scorer weighs the sentences of contracts for the commercial terms, and only those."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pytest

from clauses.engine import analyse
from clauses.model import Finding, Layer, Outcome
from clauses.registry import BY_ID
from clauses.scorer.words import BEFORE, TEXT, Numbers, Weighable, features, load_word_scorer, phrases
from documents.model import DocumentKind
from tests.builders import build_document

LAW = "This Agreement is governed by the laws of the State of Utah, without regard to its conflict of laws principles."
TENANCY = "The tenant paints the kitchen every five years."
SOFT = "Should either side wish to hand this arrangement on to another firm, it asks first."
AUDIT = "Supplier may audit the records of Customer once a year."


@dataclass
class FakeWeigher:
    """Gives each text the probability that it is told for its one check; 0.01 to all others."""

    told: dict[str, float]
    check: str = "anti_assignment"
    threshold: float = 0.4

    def __post_init__(self) -> None:
        self.checks = (self.check,)
        self.thresholds: Mapping[str, float] = {self.check: self.threshold}

    def score(self, sentences: Sequence[Weighable]) -> Numbers:
        return np.array([[self.told.get(sentence.text, 0.01)] for sentence in sentences], dtype=np.float32)

    def words(self, sentence: Weighable, check_id: str) -> tuple[str, ...]:
        return ("hand this",)


def find(text: str, weigher: FakeWeigher, kind: DocumentKind = DocumentKind.CONTRACT) -> Finding:
    return analyse(build_document(text, kind=kind), [BY_ID[weigher.check]], words=weigher).findings[0]


def test_phrases_are_runs_of_words_once_each_with_numbers_alike() -> None:
    assert phrases("Within 30 days, within 45 days.", 2) == ["within", "0", "days", "within 0", "0 days", "days within"]


def test_sentence_is_seen_with_the_words_of_the_one_before() -> None:
    first, second = features([Weighable("Fees rise.", ""), Weighable("Yearly.", "")])
    assert dict(first)[BEFORE] == []
    assert dict(second)[TEXT] == ["yearly"]
    assert dict(second)[BEFORE] == ["fees", "rise", "fees rise"]


@pytest.mark.parametrize(
    ("text", "sure"), [pytest.param(LAW, True, id="a governing law"), pytest.param(TENANCY, False, id="a tenancy")]
)
def test_scorer_tells_a_governing_law_from_other_words(text: str, sure: bool) -> None:
    scorer = load_word_scorer()
    probability = scorer.score([Weighable(text, "Miscellaneous")])[0, scorer.checks.index("governing_law")]
    assert bool(probability > 0.5) is sure


def test_scorer_says_which_words_spoke_for_the_check() -> None:
    words = load_word_scorer().words(Weighable(LAW, ""), "governing_law")
    assert words and all(word in " ".join(phrases(LAW, 1)) for word in words)


def test_scorer_knows_only_checks_that_exist() -> None:
    assert set(load_word_scorer().checks) <= set(BY_ID)


def test_scorer_adds_a_sentence_that_no_rule_found() -> None:
    evidence = find(SOFT, FakeWeigher({SOFT: 0.8})).evidence[0]
    assert (evidence.quote, evidence.layers) == (SOFT, (Layer.SCORER,))
    assert evidence.reasons[0].words == "hand this"


def test_sentence_below_the_threshold_is_not_added() -> None:
    assert find(SOFT, FakeWeigher({SOFT: 0.3})).outcome is Outcome.ABSENT


def test_doubtful_sentence_is_added_only_where_a_rule_fired() -> None:
    assert find(SOFT, FakeWeigher({SOFT: 0.2}, threshold=0.1)).outcome is Outcome.ABSENT
    assert find(LAW, FakeWeigher({LAW: 0.2}, check="governing_law", threshold=0.1)).outcome is Outcome.PRESENT


def test_agreement_of_rule_and_scorer_has_the_mean_of_both() -> None:
    weigher = FakeWeigher({LAW: 0.5}, check="governing_law")
    alone = analyse(build_document(LAW), [BY_ID["governing_law"]]).findings[0].evidence[0]
    both = find(LAW, weigher).evidence[0]
    assert both.layers == (Layer.RULES, Layer.SCORER)
    assert both.confidence == pytest.approx((alone.confidence + 0.5) / 2, abs=1e-4)


def test_what_the_scorer_doubts_stays_visible_as_the_nearest_passage() -> None:
    finding = find(LAW, FakeWeigher({}, check="governing_law"))
    assert finding.outcome is Outcome.ABSENT
    assert finding.nearest[0].quote == LAW


def test_check_that_the_score_is_made_of_keeps_what_its_rules_found() -> None:
    assert find(AUDIT, FakeWeigher({}, check="audit_right")).outcome is Outcome.PRESENT


def test_check_that_the_score_is_made_of_is_never_less_sure_for_the_scorers_view() -> None:
    alone = analyse(build_document(AUDIT), [BY_ID["audit_right"]]).findings[0].evidence[0]
    both = find(AUDIT, FakeWeigher({AUDIT: 0.45}, check="audit_right")).evidence[0]
    assert both.confidence == alone.confidence


def test_document_that_is_no_contract_is_not_weighed() -> None:
    assert find(SOFT, FakeWeigher({SOFT: 0.9}), DocumentKind.POLICY).outcome is Outcome.NOT_APPLICABLE
