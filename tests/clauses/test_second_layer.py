"""The trained scorer agrees, adds and doubts, and is never the reason for an "absent"."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from clauses.engine import analyse
from clauses.model import Finding, Layer, Outcome, Party, Reach
from clauses.registry import BY_ID
from clauses.second_layer import Passage
from tests.builders import build_document

BAN = "You may not use Output to train AI models."
PARAPHRASE = "Results of our service are not for teaching another system."


@dataclass
class FakeScorer:
    """Gives each text the probability that it is told; 0.3 to all others."""

    told: dict[str, float]
    thresholds: Mapping[str, float] = field(default_factory=lambda: {"output_training_ban": 0.8})

    def score(self, passages: Sequence[Passage]) -> Sequence[Mapping[str, float]]:
        return [{"output_training_ban": self.told.get(passage.text, 0.3)} for passage in passages]


def find(*texts: str, told: dict[str, float]) -> Finding:
    return analyse(build_document(*texts), [BY_ID["output_training_ban"]], scorer=FakeScorer(told)).findings[0]


def test_agreement_of_both_is_shown_with_the_surer_confidence() -> None:
    evidence = find(BAN, told={BAN: 0.97}).evidence[0]
    assert evidence.layers == (Layer.RULES, Layer.SCORER)
    assert evidence.confidence == 0.97


def test_scorer_adds_what_the_rules_miss_from_its_threshold_on() -> None:
    finding = find(PARAPHRASE, told={PARAPHRASE: 0.85})
    assert finding.outcome is Outcome.PRESENT
    evidence = finding.evidence[0]
    assert (evidence.quote, evidence.layers, evidence.confidence) == (PARAPHRASE, (Layer.SCORER,), 0.85)
    assert evidence.bound is Party.CUSTOMER


def test_scorer_below_its_threshold_adds_nothing() -> None:
    assert find(PARAPHRASE, told={PARAPHRASE: 0.79}).outcome is Outcome.ABSENT


def test_scorer_quotes_the_sentence_that_it_finds_likeliest() -> None:
    block = f"Fees are due monthly. {PARAPHRASE}"
    evidence = find(block, told={block: 0.9, PARAPHRASE: 0.9}).evidence[0]
    assert evidence.quote == PARAPHRASE


def test_sure_match_of_a_rule_stands_against_the_scorer() -> None:
    finding = find(BAN, told={BAN: 0.0})
    assert finding.outcome is Outcome.PRESENT
    assert finding.evidence[0].layers == (Layer.RULES,)


def test_weak_match_that_the_scorer_doubts_is_dropped() -> None:
    weak = "use Output to train AI models"
    assert find(weak, told={weak: 0.3}).outcome is Outcome.PRESENT
    assert find(weak, told={weak: 0.0}).outcome is Outcome.ABSENT


def test_check_that_the_scorer_does_not_know_is_left_to_the_rules() -> None:
    checks = [BY_ID["scraping_ban"]]
    document = build_document("You may not scrape the Site.")
    assert analyse(document, checks, scorer=FakeScorer({})) == analyse(document, checks)


def confirmed(*texts: str, told: dict[str, float]) -> Finding:
    check = BY_ID["output_training_ban"]
    return analyse(build_document(*texts), [check], scorer=FakeScorer(told), reach=Reach.CRITICAL).findings[0]


def test_scorer_that_only_confirms_adds_nothing() -> None:
    assert confirmed(PARAPHRASE, told={PARAPHRASE: 0.99}).outcome is Outcome.ABSENT


def test_scorer_that_only_confirms_agrees_with_a_match_of_the_rules() -> None:
    assert confirmed(BAN, told={BAN: 0.97}).evidence[0].layers == (Layer.RULES, Layer.SCORER)
