"""The classifiers read passages from plain data and always give the same."""

import tomllib
from dataclasses import replace
from hashlib import sha256

import numpy as np
import pytest

from clauses.classifier import Candidate
from clauses.classifier.features import FIRED, GOVERNED, WORDS, features
from clauses.classifier.linear import WEIGHTS, load_linear
from clauses.classifier.load import load_classifiers
from clauses.engine import analyse
from clauses.model import Outcome, Reach
from clauses.registry import BY_ID, CHECKS
from tests.builders import build_document

BAN = Candidate(text="You shall not use any Output to train, fine-tune or distil a machine learning model.")
TENANCY = Candidate(text="The tenant paints the kitchen every five years.")
LAW = "This Agreement is governed by the laws of the State of Utah, without regard to its conflict of laws principles."


def test_words_are_stems_with_numbers_alike_and_a_lead_in_goes_before() -> None:
    found = features(Candidate(text="scraping within 30 days", lead_in="You must not:"))
    assert found[WORDS][:4] == ["scrape", "within", "0", "day"]
    assert "must not" in found[WORDS]


def test_governed_words_and_frames_are_features_as_they_are() -> None:
    found = features(replace(BAN, governed=("ban|customer>train",), fired=("output_training_ban",)))
    assert found[GOVERNED] == ["ban|customer>train"]
    assert found[FIRED] == ["output_training_ban"]


@pytest.mark.parametrize("classifier", load_classifiers(Reach.FULL), ids=["terms", "contracts"])
def test_every_check_that_a_classifier_knows_exists_and_has_a_threshold(classifier) -> None:
    assert set(classifier.checks) <= set(BY_ID)
    assert set(classifier.thresholds) == set(classifier.checks)
    assert all(0 < threshold < 1 for threshold in classifier.thresholds.values())


def test_terms_tell_a_ban_on_training_from_other_words() -> None:
    terms, _ = load_classifiers(Reach.FULL)
    column = terms.checks.index("output_training_ban")
    ban, tenancy = terms.probabilities([BAN, TENANCY])[:, column]
    assert ban > 0.5 > 0.05 > tenancy


def test_contracts_tell_a_governing_law_from_other_words() -> None:
    contracts = load_linear("contracts")
    column = contracts.checks.index("governing_law")
    law, tenancy = contracts.probabilities([Candidate(text=LAW), TENANCY])[:, column]
    assert law > 0.5 > 0.05 > tenancy


def test_the_same_candidates_always_get_the_same_probabilities() -> None:
    terms, _ = load_classifiers(Reach.FULL)
    once, again = terms.probabilities([BAN, TENANCY]), terms.probabilities([BAN, TENANCY])
    assert np.array_equal(once, again)


def test_a_classifier_says_which_words_weighed_most() -> None:
    terms, _ = load_classifiers(Reach.FULL)
    words = " ".join(terms.words(BAN, "output_training_ban"))
    assert "train" in words or "model" in words


def test_the_manifest_names_the_weights_as_they_are() -> None:
    manifest = tomllib.loads((WEIGHTS / "manifest.toml").read_text(encoding="utf-8"))
    named = {each["file"]: each["sha256"] for each in manifest["weights"]}
    there = {path.name: sha256(path.read_bytes()).hexdigest() for path in WEIGHTS.iterdir() if path.suffix != ".toml"}
    assert named == there


def test_a_check_that_fails_is_an_error_of_its_own_and_the_others_keep_their_findings(monkeypatch) -> None:
    broken = replace(BY_ID["scraping_ban"], look_alikes=None)
    checks = [broken if check.id == "scraping_ban" else check for check in CHECKS]
    monkeypatch.setattr("clauses.matching._look_alike", _raising("scraping_ban"))
    monkeypatch.setattr("clauses.matching._phrases", lambda check: iter(()))
    document = build_document("You must not scrape the Service. You must not resell the Service.")
    outcomes = {each.check_id: each.outcome for each in analyse(document, checks).findings}
    assert outcomes["scraping_ban"] is Outcome.ERROR
    assert outcomes["resale_ban"] is Outcome.PRESENT


def _raising(check_id: str):
    def look_alike(check, hit, sentence) -> str:
        if check.id == check_id:
            raise RuntimeError("broken on purpose")
        return ""

    return look_alike
