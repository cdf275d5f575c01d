from dataclasses import replace

import pytest

from clauses.model import Outcome, Party, finding_key
from scoring.decisions import apply_decisions
from scoring.model import Action, Decision, Edit
from tests.builders import build_evidence, build_finding

QUOTE = build_evidence()


def decision(action: Action, *, quote: str | None = QUOTE.quote, edit: Edit | None = None) -> Decision:
    key = finding_key("output_training_ban", "d1", quote)
    return Decision(key=key, check_id="output_training_ban", document_id="d1", action=action, edit=edit)


def applied(finding, *decisions, complete=True):
    return apply_decisions([finding], decisions, complete={"d1": complete})[0]


def test_accepting_makes_the_quote_certain():
    finding = build_finding("output_training_ban", replace(QUOTE, confidence=0.5))
    assert applied(finding, decision(Action.ACCEPT)).evidence[0].confidence == 1.0


@pytest.mark.parametrize(("complete", "outcome"), [(True, Outcome.ABSENT), (False, Outcome.NOT_READABLE)])
def test_rejecting_the_only_quote_leaves_absent_only_of_a_document_read_completely(complete, outcome):
    finding = build_finding("output_training_ban", QUOTE)
    assert applied(finding, decision(Action.REJECT), complete=complete).outcome is outcome


def test_rejecting_one_quote_keeps_the_others():
    other = build_evidence("You must not distil our models.")
    result = applied(build_finding("output_training_ban", QUOTE, other), decision(Action.REJECT))
    assert [e.quote for e in result.evidence] == [other.quote]


def test_an_edit_changes_what_it_names_and_nothing_else():
    finding = build_finding("output_training_ban", QUOTE)
    evidence = applied(finding, decision(Action.EDIT, edit=Edit(bound=Party.BOTH))).evidence[0]
    assert (evidence.bound, evidence.force) == (Party.BOTH, QUOTE.force)


def test_a_marked_passage_makes_an_absent_clause_present():
    edit = Edit(outcome=Outcome.PRESENT, evidence=QUOTE)
    finding = build_finding("output_training_ban")
    assert applied(finding, decision(Action.EDIT, quote=None, edit=edit)).outcome is Outcome.PRESENT


def test_a_decision_survives_another_numbering_of_blocks_and_other_spaces():
    moved = replace(QUOTE, block=7, quote="Customer  shall not train models on\nOutput.")
    result = applied(build_finding("output_training_ban", moved), decision(Action.REJECT))
    assert result.outcome is Outcome.ABSENT


def test_a_decision_on_another_document_changes_nothing():
    finding = build_finding("output_training_ban", replace(QUOTE, document_id="d2"), document_id="d2")
    assert applied(finding, decision(Action.REJECT)) == finding
