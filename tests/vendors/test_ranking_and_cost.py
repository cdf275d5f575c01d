"""An order under one policy with the reader's stress, and what a volume costs at list prices."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clauses.model import Family
from tests.vendors.assessed import assessed
from vendors.catalogue.model import CatalogueVendor
from vendors.catalogue.read import make_fact
from vendors.cost import UNIT, Offer, Volume, cost_a_year, cost_words, frontier
from vendors.ranking import MixedPolicies, rank

BAN = "Customer shall not use Output to train a model that competes with the Services."


def test_with_all_families_at_one_the_score_is_the_policys() -> None:
    one = assessed(BAN)
    assert rank([one], {})[0].score == pytest.approx(one.score, abs=0.1)


def test_a_family_left_out_does_not_count_and_one_stressed_counts_more() -> None:
    one, other = assessed(BAN, vendor="With"), assessed("Nothing is said here at all.", vendor="Without")
    assert [each.vendor for each in rank([other, one], {})] == ["With", "Without"]
    alone = rank([one], {family: 0.0 for family in Family if family is not Family.ANTI_DISTILLATION})
    assert (alone[0].score or 0) > (rank([one], {})[0].score or 0)


def test_equal_scores_share_a_place_and_nothing_decided_stands_last() -> None:
    one = assessed(BAN, vendor="B")
    ranked = rank([one, replace(one, vendor="A"), replace(one, vendor="C", families=())], {})
    assert [(each.place, each.vendor) for each in ranked] == [(1, "A"), (1, "B"), (None, "C")]


def test_two_policies_are_never_mixed() -> None:
    one = assessed(BAN)
    with pytest.raises(MixedPolicies):
        rank([one, replace(one, vendor="Other", policy_version=9)], {})


def _priced(**prices: float) -> CatalogueVendor:
    given = {"unit": UNIT, "source": "a page", "as_of": "2026-10-01", "confidence": "vendor statement"}
    facts = [make_fact(given | {"control": f"price_{name}", "value": str(price)}) for name, price in prices.items()]
    return CatalogueVendor(
        id="acme", name="Acme", facts=tuple(fact.model_copy(update={"own": False}) for fact in facts)
    )


def test_a_volume_costs_price_times_tokens_times_twelve_months() -> None:
    cost = cost_a_year(_priced(input=3, output=15), Volume(input_millions=10, output_millions=2))
    assert (cost.least, cost.most) == (720.0, 720.0)


def test_batch_costs_its_own_price_and_the_list_price_where_none_is_known() -> None:
    volume = Volume(input_millions=10, output_millions=2, batch_share=0.5)
    priced = cost_a_year(_priced(input=3, output=15, batch_input=1.5, batch_output=7.5), volume)
    assert priced.most == pytest.approx(540)
    unpriced = cost_a_year(_priced(input=3, output=15), volume)
    assert unpriced.most == pytest.approx(720)
    assert "No batch price" in unpriced.note


def test_without_a_price_the_cost_is_unknown_and_not_zero() -> None:
    assert cost_a_year(_priced(input=3), Volume(input_millions=1, output_millions=1)).most is None


def test_the_buyers_own_price_replaces_the_published_one() -> None:
    own = make_fact(
        {"control": "price_input", "value": "1", "unit": UNIT, "source": "order form", "as_of": "2026-11-01",
         "confidence": "verified"}
    )  # fmt: skip
    vendor = _priced(input=3, output=0)
    vendor = vendor.model_copy(update={"facts": (*vendor.facts, own)})
    assert cost_a_year(vendor, Volume(input_millions=1, output_millions=0)).most == 12


OFFERS = st.lists(
    st.builds(Offer, vendor=st.text(min_size=1, max_size=3), cost=st.floats(0, 1e6), protection=st.floats(0, 100)),
    max_size=12,
)


@given(OFFERS)
def test_nothing_beats_an_offer_on_the_frontier_and_something_matches_every_other(offers: list[Offer]) -> None:
    best = frontier(offers)
    for one in best:
        assert not any(o.cost < one.cost and o.protection >= one.protection for o in offers)
    for one in offers:
        assert any(b.cost <= one.cost and b.protection >= one.protection for b in best)


def test_the_words_name_the_cheaper_and_the_safer() -> None:
    offers = [
        Offer(vendor="A", cost=100, protection=60),
        Offer(vendor="B", cost=200, protection=62),
        Offer(vendor="C", cost=102, protection=90),
    ]
    assert cost_words(offers) == (
        "For about the same protection as B, A costs 50 % less.",
        "For about the same price as A, C protects better by 30 points.",
    )
