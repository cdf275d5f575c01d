import pytest

from clauses.registry import BY_ID, CHECKS
from scoring.controls import CONTROLS
from scoring.model import Policy, Wanted
from scoring.policy import PolicyError, load_policy, parse_policy, revise, shipped_policies
from tests.scoring.policies import BAN, GATE, HEAD

NOT_SCORED = {"incorporated_documents"}


@pytest.mark.parametrize("policy", shipped_policies(), ids=lambda policy: policy.id)
def test_shipped_policies_know_only_checks_that_exist(policy: Policy):
    assert {criterion.check_id for criterion in policy.criteria} <= set(BY_ID)


def test_the_default_policy_weighs_every_check_outside_the_commercial_terms():
    scored = {criterion.check_id for criterion in shipped_policies()[0].criteria}
    expected = {check.id for check in CHECKS if check.family != "commercial_terms"} - NOT_SCORED
    assert scored == expected


def test_every_control_is_promised_by_a_check():
    assert {check_id for _, _, check_id in CONTROLS} <= set(BY_ID)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        pytest.param(("[bands]", "[bands"), "not valid TOML", id="broken TOML"),
        pytest.param(
            ('weight = "critical"', 'weight = "abc"'), "must be critical, high, medium, low or a number", id="weight"
        ),
        pytest.param(('weight = "critical"', "weight = 11"), "0 to 10", id="weight too large"),
        pytest.param(
            ("output_training_ban", "no_such_check"), "There is no check called “no_such_check”", id="unknown check"
        ),
        pytest.param(('"reach"', '"riches"'), "no factor called “riches”", id="unknown factor"),
        pytest.param(("title", "titel"), "“titel” is not a setting", id="misspelt setting"),
        pytest.param(("version = 3", ""), "“version” is needed", id="version missing"),
        pytest.param(("E = 0", "E = 5"), "lowest band must begin at 0", id="hole below the bands"),
        pytest.param(("minimum_coverage = 70", "minimum_coverage = 700"), "minimum_coverage", id="percent too large"),
        pytest.param(("must = 1.0", "must = 2.0"), "force > must", id="factor above one"),
    ],
)
def test_a_wrong_policy_is_refused_with_a_sentence(change, sentence):
    with pytest.raises(PolicyError) as caught:
        parse_policy((HEAD + BAN).replace(*change, 1))
    assert any(sentence in problem for problem in caught.value.problems)


def test_a_gate_needs_a_criterion_and_a_text_of_what_lifts_it():
    with pytest.raises(PolicyError, match="has no criterion"):
        parse_policy(HEAD + BAN + GATE)
    with pytest.raises(PolicyError, match="lifts"):
        parse_policy(HEAD + BAN + GATE.replace('"Lifts when the permission is removed."', '""'))


def test_all_problems_are_named_at_once():
    text = (HEAD + BAN).replace("version = 3", "").replace("title", "titel")
    with pytest.raises(PolicyError) as caught:
        parse_policy(text)
    assert len(caught.value.problems) >= 3


def test_a_file_that_is_not_there_gives_a_sentence(tmp_path):
    with pytest.raises(PolicyError, match="could not be read"):
        load_policy(tmp_path / "none.toml")


def test_revising_keeps_comments_and_changes_only_what_is_named():
    source = shipped_policies()[0].source
    text = revise(
        source, identity={"id": "ours", "version": 2}, criteria={"scraping_ban": {"weight": 0.0, "wanted": "ignore"}}
    )
    policy = parse_policy(text)
    changed = {c.check_id: c for c in policy.criteria}["scraping_ban"]
    assert (policy.id, policy.version, changed.weight, changed.wanted) == ("ours", 2, 0.0, Wanted.IGNORE)
    assert "# from which score" in text
