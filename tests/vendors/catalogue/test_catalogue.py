"""The catalogue: what every shipped file has to hold, and the buyer's own facts in and out."""

from datetime import date

import pytest

from vendors.catalogue.model import CatalogueVendor, Confidence, Fact
from vendors.catalogue.read import (
    FOLDER,
    CatalogueError,
    controls,
    make_fact,
    read_facts,
    shipped,
    with_own,
    write_csv,
    write_yaml,
)

FACT = {
    "control": "spend_cap",
    "value": "2,500",
    "unit": "dollars a month",
    "source": "order form, page 2",
    "as_of": "2026-11-01",
    "confidence": "verified",
}
EXPECTED = {
    "anthropic",
    "openai",
    "google-gemini",
    "azure-foundry",
    "amazon-bedrock",
    "mistral",
    "deepseek",
    "alibaba-qwen",
    "xai",
    "meta",
    "moonshot-kimi",
    "perplexity",
}


def test_the_vendors_that_buyers_ask_about_are_there() -> None:
    assert {vendor.id for vendor in shipped()} >= EXPECTED


@pytest.mark.parametrize("vendor", shipped(), ids=lambda vendor: vendor.id)
def test_a_shipped_file_is_named_after_its_vendor_and_its_facts_are_about_known_controls(
    vendor: CatalogueVendor,
) -> None:
    assert (FOLDER / f"{vendor.id}.yaml").exists()
    assert {fact.control for fact in vendor.facts} <= {control.id for control in controls()}
    assert not any(fact.own for fact in vendor.facts)


@pytest.mark.parametrize("vendor", shipped(), ids=lambda vendor: vendor.id)
def test_an_allegation_says_who_alleges(vendor: CatalogueVendor) -> None:
    alleged = [str(fact.value) for fact in vendor.facts if fact.confidence is Confidence.ALLEGATION]
    assert all(value.startswith("Alleged by ") for value in alleged)
    other = [str(fact.value) for fact in vendor.facts if fact.confidence is not Confidence.ALLEGATION]
    assert not any("lleged" in value for value in other)


def test_conflicting_facts_stand_side_by_side() -> None:
    mistral = next(vendor for vendor in shipped() if vendor.id == "mistral")
    assert {fact.number for fact in mistral.of("price_input")} == {2.0, 4.0}


def test_a_fact_grows_old_the_day_after_the_limit() -> None:
    fact = make_fact(FACT)
    assert not fact.old(date(2026, 11, 11), after_days=10)
    assert fact.old(date(2026, 11, 12), after_days=10)


def test_the_buyers_own_fact_comes_first_and_leaves_the_shipped_vendor_as_it_is() -> None:
    openai = next(vendor for vendor in shipped() if vendor.id == "openai")
    both = next(vendor for vendor in with_own(shipped(), [("openai", make_fact(FACT))]) if vendor.id == "openai")
    assert both.of("spend_cap")[0].own
    assert openai.of("spend_cap") == ()


def test_a_vendor_that_the_catalogue_lacks_is_added_with_its_facts() -> None:
    assert [one.name for one in with_own([], [("acme-ai", make_fact(FACT))])] == ["Acme Ai"]


def test_facts_come_back_from_csv_and_from_yaml_as_they_went_out() -> None:
    own = [("openai", make_fact(FACT)), ("acme", make_fact(FACT | {"note": "=1+1", "days": "3"}))]
    assert list(read_facts(write_csv(own).encode(), "facts.csv")) == own
    assert list(read_facts(write_yaml(own).encode(), "facts.yaml")) == own


def test_no_cell_of_the_csv_is_a_formula() -> None:
    text = write_csv([("openai", make_fact(FACT | {"note": "=HYPERLINK(1)", "source": "@x", "scope": "+1"}))])
    assert ",'=HYPERLINK(1)" in text
    assert ",=" not in text and ",@" not in text and ",+" not in text


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"control": "nothing"}, "There is no control “nothing”"),
        ({"unit": ""}, ""),
        ({"as_of": "2026-13-01"}, "as_of"),
        ({"source": ""}, "source"),
        ({"confidence": "sure"}, "confidence"),
        ({"colour": "red"}, "colour"),
    ],
)
def test_a_fact_that_cannot_be_used_is_refused_with_the_reason(change: dict[str, str], words: str) -> None:
    if not words:
        assert make_fact(FACT | change).number is None
        return
    with pytest.raises(CatalogueError, match=words):
        make_fact(FACT | change)


@pytest.mark.parametrize(
    ("content", "name", "words"),
    [
        (b"vendor,control\n", "a.csv", "lacks the column as_of"),
        (b"\xff\xfe", "a.csv", "not UTF-8"),
        (b"a: [", "a.yaml", "is not YAML"),
        (b"vendor: x", "a.yaml", "not a list"),
        (b"!!python/object/apply:os.system ['true']", "a.yml", "is not YAML"),
        (
            b"vendor,control,value,source,as_of,confidence\nx,spend_cap,words,s,soon,verified\n",
            "a.csv",
            "Line 2: as_of",
        ),
        (b"vendor,control,value,source,as_of,confidence\n../x,spend_cap,w,s,2026-01-01,verified\n", "a.csv", "Line 2"),
    ],
)
def test_a_file_that_cannot_be_used_says_what_and_where(content: bytes, name: str, words: str) -> None:
    with pytest.raises(CatalogueError) as caught:
        read_facts(content, name)
    assert words in str(caught.value)


def test_a_number_without_a_unit_is_refused() -> None:
    with pytest.raises(ValueError, match="A number needs a unit"):
        Fact.model_validate(FACT | {"value": 3, "unit": ""})
