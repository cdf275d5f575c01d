"""Asks from gaps: their order, what they would be worth, and the addendum that asks for them."""

from io import BytesIO

import pytest
from docx import Document

from negotiation.addendum import Addendum, build_addendum
from negotiation.asks import accepted, asks_of
from negotiation.wording import Level
from reports.addendum import addendum_docx, addendum_markdown
from scoring.policy import shipped_policies
from scoring.what_if import what_if
from tests.vendors.assessed import assessed

POLICY = shipped_policies()[0]
BAN = "Customer shall not use Output to train a model that competes with the Services."
MADE = assessed(BAN, "You may use Output to train other models, including by distillation.")


def test_asks_stand_by_points_gained_and_none_is_for_what_meets_the_policy() -> None:
    found = asks_of(MADE, POLICY)
    assert [ask.gain for ask in found] == sorted((ask.gain for ask in found), reverse=True)
    met = {r.criterion.check_id for r in MADE.results if (r.points or 0) == r.criterion.weight}
    assert not met & {ask.check_id for ask in found}
    assert all(ask.gain >= ask.fallback_gain for ask in found)


def test_an_absent_clause_names_what_was_searched() -> None:
    absent = next(ask for ask in asks_of(MADE, POLICY) if ask.check_id == "incident_notice")
    assert absent.now is None
    assert absent.searched == ("d1",)


def test_all_asks_together_gain_more_than_any_alone_and_lift_the_gate() -> None:
    found = asks_of(MADE, POLICY)
    every = accepted(MADE, POLICY, found, {ask.check_id: Level.PREFERRED for ask in found})
    assert (every.score or 0) > max(ask.would_be.score or 0 for ask in found)
    assert MADE.gates and every.band == "A"


def test_what_if_with_nothing_is_the_score_itself_and_no_ask_lowers_it() -> None:
    assert what_if(MADE, POLICY, {}).score == MADE.score
    assert what_if(MADE, POLICY, {"output_training_ban": 0.0}).score == MADE.score


def _addendum(vendor: str = "Acme") -> Addendum:
    found = asks_of(MADE, POLICY)
    levels = {"incident_notice": Level.PREFERRED, "audit_right": Level.ACCEPTABLE}
    return build_addendum(found, levels, terms={"vendor": vendor}, numbers={"incident_notice": {"hours": 24}})


def test_the_addendum_holds_the_chosen_asks_with_their_numbers() -> None:
    made = _addendum()
    assert {clause.check_id for clause in made.clauses} == {"incident_notice", "audit_right"}
    assert any("within 24 hours" in clause.text for clause in made.clauses)
    assert made.parties == ("Acme", "Customer")


def test_the_word_file_has_numbered_clauses_a_signature_block_and_the_same_bytes_again() -> None:
    content = addendum_docx(_addendum("Acme </w:t><w:p> =1+1"))
    word = Document(BytesIO(content))
    numbered = [paragraph.text for paragraph in word.paragraphs if paragraph.style.name == "List Number"]
    assert len(numbered) == 2
    assert any("Acme </w:t><w:p> =1+1 shall notify" in paragraph.text for paragraph in word.paragraphs)
    assert word.tables[0].cell(1, 0).text.startswith("Signature")
    assert content == addendum_docx(_addendum("Acme </w:t><w:p> =1+1"))


@pytest.mark.parametrize("name", ["[click](http://x)", "<script>", "*Acme*"])
def test_a_name_cannot_become_markup_in_markdown(name: str) -> None:
    text = addendum_markdown(_addendum(name))
    assert name not in text
    assert name.replace("\\", "") in text.replace("\\", "")
