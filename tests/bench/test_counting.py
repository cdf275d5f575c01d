"""The benchmarks number blocks, place quotes and count as bench/README.md says."""

import pytest

from bench.cut import LONGEST, numbered_blocks
from bench.figures import Figures, micro
from bench.placing import BlockMap, places
from bench.terms import read_labels

MARKDOWN = "# Terms\n\nYou must not:\n\n* scrape **the** service;\n* resell [it](http://example.org).\n\nEnd.\n"


def test_headings_paragraphs_and_items_are_blocks_of_their_own_without_markup():
    assert numbered_blocks(MARKDOWN) == ["Terms", "You must not:", "scrape the service;", "resell it.", "End."]


def test_a_long_block_counts_as_several_cut_at_sentence_ends():
    sentence = "This sentence of a contract says nothing of interest to anybody. "
    blocks = numbered_blocks(sentence * 60)
    assert len(blocks) > 1
    assert all(len(block) <= LONGEST and block.endswith(".") for block in blocks)


@pytest.mark.parametrize(
    ("quote", "covered"),
    [
        pytest.param("scrape the service", {2}, id="one block"),
        pytest.param("SCRAPE the  ser-\nvice", {2}, id="case, spaces and hyphens do not matter"),
        pytest.param("scrape the service; resell it.", {2, 3}, id="two blocks"),
        pytest.param("“scrape” the ser–vice’", {2}, id="quotes and dashes of print do not matter"),
    ],
)
def test_a_quote_is_placed_by_its_letters(quote, covered):
    blocks = BlockMap(numbered_blocks(MARKDOWN))
    assert blocks.covered(places(blocks.text, quote)[0]) == covered


def test_a_quote_that_is_not_there_has_no_place():
    blocks = BlockMap(numbered_blocks(MARKDOWN))
    assert places(blocks.text, "You may scrape everything that you find here.") == []


def test_micro_figures_add_the_counts_and_not_the_ratios():
    rows = {"a": Figures(right=9, wrong=1, hit=9, total=10), "b": Figures(right=0, wrong=0, hit=0, total=10)}
    assert (micro(rows).precision, micro(rows).recall) == (0.9, 0.45)


def test_labels_are_read_with_their_party(tmp_path):
    path = tmp_path / "labels.tsv"
    path.write_text("4\tresale_ban\n7\tscraping_ban:customer,survival\n", encoding="utf-8")
    assert read_labels(path) == {4: {"resale_ban": ""}, 7: {"scraping_ban": "customer", "survival": ""}}
