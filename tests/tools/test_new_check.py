"""`make new-check` writes two files and never over others."""

import pytest

from tools.new_check import write_check


def test_a_new_check_has_its_data_and_its_examples(tmp_path):
    (tmp_path / "clauses" / "assurance").mkdir(parents=True)
    check, examples = write_check("assurance", "some_duty", root=tmp_path)
    assert check.name == "some_duty.toml"
    assert "[[frames]]" in check.read_text(encoding="utf-8")
    assert "expect: match" in examples.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("family", "check_id", "why"),
    [("no_family", "some_duty", "There is no family"), ("assurance", "Some-Duty", "lower case letters")],
)
def test_a_wrong_family_or_id_is_refused_with_a_sentence(tmp_path, family, check_id, why):
    with pytest.raises(ValueError, match=why):
        write_check(family, check_id, root=tmp_path)


def test_an_existing_check_is_never_overwritten(tmp_path):
    (tmp_path / "clauses" / "assurance").mkdir(parents=True)
    write_check("assurance", "some_duty", root=tmp_path)
    with pytest.raises(ValueError, match="there already"):
        write_check("assurance", "some_duty", root=tmp_path)
