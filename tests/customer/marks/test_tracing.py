"""Testing a suspect: the right recipient, nobody else, and clear words where nothing can be claimed."""

import json
import random
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from customer.marks.answers import challenge, judge_answers
from customer.marks.deliver import Order, deliver
from customer.marks.files import records, texts
from customer.marks.judge import Sign
from customer.marks.keys import new_key
from customer.marks.law import Classes, score, score_law
from customer.marks.manifest import private_path, read_private_file
from customer.marks.problems import MarksProblem
from customer.marks.trace import Trace, trace
from tests.customer.marks.data import make_order, rows, write_rows


@pytest.fixture
def order(tmp_path: Path) -> Order:
    """A data set marked for three recipients."""
    source = write_rows(tmp_path / "rows.jsonl", rows(1800))
    made = make_order(tmp_path, source, canaries=12)
    deliver(made)
    return made


def leaked(order: Order, recipient: str, count: int = 400) -> Path:
    path = order.out.parent / "leak.jsonl"
    lines = (order.out / recipient / "rows.jsonl").read_text().splitlines(keepends=True)
    path.write_text("".join(lines[:count]))
    return path


def examined(order: Order, suspect: Path) -> Trace:
    return trace([suspect], order.key, order.key_file, [order.out / "acme.marks.json"])


def test_a_part_of_a_copy_names_its_recipient_and_nobody_else(order: Order) -> None:
    found = examined(order, leaked(order, "beta"))
    signs = {one.recipient: one.sign for one in found.judged.suspicions}
    assert signs == {"acme": Sign.NONE, "beta": Sign.CLAIM, "gamma": Sign.NONE}
    assert found.sentences[0].startswith("The marks in this file agree with the copy made for beta")


def test_the_unmarked_original_names_nobody_and_says_what_that_does_not_show(order: Order) -> None:
    found = examined(order, order.source)
    assert not found.judged.claims
    assert "No marks of any recipient were found. This does not show that the data was not used." in found.sentences


@pytest.mark.parametrize("change", [str.lower, str.upper, lambda text: "  ".join(text.split())])
def test_case_and_spaces_do_not_hide_a_copy(order: Order, change: object, tmp_path: Path) -> None:
    text = "\n\n".join(texts(leaked(order, "beta"), ["text"]))
    path = tmp_path / "leak.txt"
    path.write_text(change(text))  # type: ignore[operator]
    assert [one.recipient for one in examined(order, path).judged.claims] == ["beta"]


def test_two_copies_mixed_name_both(order: Order, tmp_path: Path) -> None:
    path = tmp_path / "leak.jsonl"
    halves = [(order.out / name / "rows.jsonl").read_text().splitlines(keepends=True) for name in ("acme", "gamma")]
    path.write_text("".join(halves[0][:700] + halves[1][700:1500]))
    found = examined(order, path)
    assert {one.recipient for one in found.judged.claims} == {"acme", "gamma"}
    assert "Marks of 2 copies were found. The file mixes them." in found.sentences


def test_invented_records_are_found_in_running_text(order: Order, tmp_path: Path) -> None:
    private = read_private_file(private_path(order.key_file, order.dataset))
    path = tmp_path / "page.txt"
    path.write_text("Before. " + private.canaries["gamma"][3].text.upper() + " After.")
    found = examined(order, path)
    assert [(one.recipient, one.found) for one in found.canaries if one.found] == [("gamma", 1)]


def test_too_few_marks_make_no_claim(order: Order) -> None:
    found = examined(order, leaked(order, "beta", 3))
    assert found.sentences[0].startswith("Too few marks to test:")
    assert found.judged.false_rate == 0.0


def test_every_test_is_counted(order: Order) -> None:
    assert [examined(order, order.source).tests for _ in range(2)] == [1, 2]


def test_another_key_is_told_from_the_manifest(order: Order, tmp_path: Path) -> None:
    other = new_key(tmp_path / "other.key")
    with pytest.raises(MarksProblem, match="This key does not belong to this manifest"):
        trace([order.source], other, order.key_file, [order.out / "acme.marks.json"])


def test_a_changed_manifest_is_refused(order: Order) -> None:
    path = order.out / "acme.marks.json"
    path.write_text(path.read_text().replace('"recipient":"acme"', '"recipient":"beta"'))
    with pytest.raises(MarksProblem, match="was changed after it was written"):
        examined(order, order.source)


def test_a_changed_site_file_is_refused(order: Order) -> None:
    path = private_path(order.key_file, order.dataset)
    content = json.loads(path.read_text())
    content["sites"].pop(next(iter(content["sites"])))
    path.write_text(json.dumps(content))
    with pytest.raises(MarksProblem, match="site file does not match"):
        examined(order, order.source)


@pytest.mark.parametrize("content", ["", "[]", '{"format":"x"}', "\x00"])
def test_a_file_that_is_no_manifest_is_refused(order: Order, content: str) -> None:
    (order.out / "acme.marks.json").write_text(content)
    with pytest.raises(MarksProblem, match="manifest"):
        examined(order, order.source)


@given(st.integers(1, 40), st.integers(0, 40), st.data())
@settings(max_examples=40, deadline=None)
def test_p_is_the_share_of_all_outcomes_at_least_as_high(low: int, high: int, data: st.DataObject) -> None:
    classes = Classes(chances=(0.2113, 0.7887), sites=(low, high))
    law = score_law(classes)
    counts = (data.draw(st.integers(0, low)), data.draw(st.integers(0, high)))
    p, above = law.p(counts), law.above(counts)
    assert 0 <= above <= p <= 1
    draw = random.Random(1)
    own = score(classes, counts)
    hits = sum(
        score(
            classes, (sum(draw.random() < 0.2113 for _ in range(low)), sum(draw.random() < 0.7887 for _ in range(high)))
        )
        >= own - 1e-9
        for _ in range(400)
    )
    assert abs(hits / 400 - p) < 0.12


def test_prompts_hold_no_secret_and_half_of_them_nobody_got(order: Order) -> None:
    private = read_private_file(private_path(order.key_file, order.dataset))
    prompts = challenge(private)
    assert len(prompts) == 4 * 12
    assert all(one.secret not in prompt["prompt"] for one in private.decoys for prompt in prompts)


def answers(order: Order, told: str, share: float) -> Path:
    """Answers of a model that knows a share of one recipient's records and guesses at the rest."""
    private = read_private_file(private_path(order.key_file, order.dataset))
    path = order.out.parent / "answers.jsonl"
    known = {one.words[0]: one.secret for one in (private.decoys if told == "decoys" else private.canaries[told])}
    lines = []
    for number, prompt in enumerate(challenge(private)):
        knows = prompt["id"] in known and number % 100 < 100 * share
        lines.append(json.dumps({"id": prompt["id"], "answer": known[prompt["id"]] if knows else "Paris"}))
    path.write_text("\n".join([*lines, "not json", "{}"]))
    return path


def test_a_model_that_knows_a_copy_is_told(order: Order) -> None:
    private = read_private_file(private_path(order.key_file, order.dataset))
    found = judge_answers(answers(order, "gamma", 1.0), private)
    assert found.agreements[0].recipient == "gamma" and found.agreements[0].hits == 12
    assert "agree with the copy made for gamma" in found.sentences[0]
    assert found.unusable == 2


def test_a_model_that_guesses_agrees_with_nobody(order: Order) -> None:
    private = read_private_file(private_path(order.key_file, order.dataset))
    assert "agree with no copy" in judge_answers(answers(order, "gamma", 0.0), private).sentences[0]


def test_a_model_that_completes_what_nobody_got_spoils_the_test(order: Order) -> None:
    private = read_private_file(private_path(order.key_file, order.dataset))
    assert "No claim" in judge_answers(answers(order, "decoys", 1.0), private).sentences[0]


def test_answers_to_other_prompts_are_refused(order: Order, tmp_path: Path) -> None:
    private = read_private_file(private_path(order.key_file, order.dataset))
    (tmp_path / "a.jsonl").write_text('{"id": "zzz", "answer": "Basel"}\n')
    with pytest.raises(MarksProblem, match="answers none of the prompts"):
        judge_answers(tmp_path / "a.jsonl", private)


def test_invented_records_look_like_their_neighbours_without_their_data(order: Order) -> None:
    private = read_private_file(private_path(order.key_file, order.dataset))
    invented = {one.text for one in private.canaries["acme"]}
    found = [one for one in records(order.out / "acme" / "rows.jsonl") if one and one["text"] in invented]
    assert len(found) == 12
    assert all(set(one) == {"id", "text", "amount"} for one in found)


def test_a_recipient_of_another_data_set_under_the_same_key_is_not_named(order: Order, tmp_path: Path) -> None:
    other = replace(order, dataset="second", out=tmp_path / "second")
    deliver(other)
    assert not examined(order, other.out / "beta" / "rows.jsonl").judged.claims
