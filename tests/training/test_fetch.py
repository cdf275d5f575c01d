"""Labelled texts are fetched from where they are public, and only texts that fit their labels are kept."""

from pathlib import Path

from training.corpus import LABEL_FILES, SETS
from training.fetch import Source, blocks_hash, cleaned, fetch, sources

PAGE = (
    '---\ntitle: "Terms"\n---\n\nimport Card from "card"\n\n'
    "# Terms\n\n<Warning>\nYou must not copy the Service.\n</Warning>\n"
)


def source(text: str) -> Source:
    return Source(
        document="Acme--Terms",
        part="pool",
        repository="acme/docs",
        commit="a" * 40,
        path="Acme/Terms of Service.md",
        blocks_sha256=blocks_hash(text),
    )


def test_page_markup_is_no_text_of_the_terms() -> None:
    assert cleaned(PAGE).split() == ["#", "Terms", "You", "must", "not", "copy", "the", "Service."]


def test_a_text_is_asked_for_at_its_commit_and_kept_when_it_is_the_labelled_one(tmp_path: Path) -> None:
    asked = []

    def answer(address: str) -> str:
        asked.append(address)
        return PAGE

    assert fetch([source(cleaned(PAGE))], tmp_path, answer) == []
    assert asked[0].endswith(f"/acme/docs/{'a' * 40}/Acme/Terms%20of%20Service.md")
    assert (tmp_path / "pool" / "Acme--Terms.md").read_text() == cleaned(PAGE)


def test_a_text_that_changed_is_set_aside_and_named(tmp_path: Path) -> None:
    said = fetch([source("Another text.")], tmp_path, lambda _: PAGE)
    assert "differs" in said[0]
    assert not (tmp_path / "pool" / "Acme--Terms.md").exists()


def test_a_text_that_cannot_be_had_is_named(tmp_path: Path) -> None:
    def refuse(_: str) -> str:
        raise OSError("no answer")

    assert fetch([source(PAGE)], tmp_path, refuse) == ["Acme--Terms: could not be fetched (no answer)."]


def test_a_text_that_is_there_is_not_asked_for_again(tmp_path: Path) -> None:
    (tmp_path / "pool").mkdir()
    (tmp_path / "pool" / "Acme--Terms.md").write_text("kept")
    assert fetch([source(PAGE)], tmp_path, lambda _: PAGE) == []
    assert (tmp_path / "pool" / "Acme--Terms.md").read_text() == "kept"


def test_every_label_file_of_whole_documents_has_its_source() -> None:
    named = {(each.part, each.document) for each in sources()}
    there = {(part, path.stem) for part in SETS if part != "excerpts" for path in (LABEL_FILES / part).glob("*.tsv")}
    assert named == there
