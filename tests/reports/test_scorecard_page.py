from dataclasses import replace

import pytest

from clauses.model import Family, Party
from reports.model import ScorecardPage
from reports.scorecard import build_scorecard
from reports.words import page_list, whole
from scoring.model import Assessment, Gate, Verdict
from tests.reports import builders


def page(assessment: Assessment) -> ScorecardPage:
    return build_scorecard(assessment, builders.documents(), checks=builders.CHECKS)


def row(scorecard: ScorecardPage, name: str):
    return next(row for family in scorecard.families for row in family.rows if row.name == name)


def only(verdict: Verdict, n: int = 1) -> Assessment:
    return builders.assessment([builders.result(n, "Scraping ban", Family.ANTI_DISTILLATION, verdict)])


def test_answer_says_score_band_coverage_and_range():
    answer = page(builders.typical()).answer
    assert (answer.score, answer.band) == ("62", "D")
    assert answer.sentence == "62 of 100, band D."
    assert answer.coverage == "82\xa0% of the weight could be decided."
    assert answer.extent == "Between 53 and 69, depending on 7\xa0open reviews."


def test_answer_says_what_was_read():
    basis = page(builders.typical()).answer.basis
    assert basis == "Based on 5\xa0documents (112\xa0pages and 5\xa0paragraphs read); 4\xa0pages could not be read."


def test_answer_counts_what_was_not_analysed_apart():
    foreign = replace(builders.SOURCES[2], language="zh", complete=False)
    basis = page(replace(builders.typical(), sources=(builders.SOURCES[0], foreign))).answer.basis
    assert basis == "Based on 1\xa0document (31\xa0pages read); 1\xa0document in a language that is not analysed."


def test_answer_and_documents_name_what_is_in_another_language():
    mixed = replace(builders.SOURCES[0], foreign_pages=(4, 5), complete=False)
    found = page(replace(builders.typical(), sources=(mixed,)))
    assert "1\xa0document with passages in a language that is not analysed" in found.answer.basis
    assert "Passages in another language than English were not read: pages\xa04–5" in found.documents[0].reading


def test_score_is_rounded_down_so_that_it_never_looks_like_the_next_band():
    assert page(replace(builders.typical(), score=69.96, band="C")).answer.sentence == "69 of 100, band C."
    assert whole(70.0) == "70"


def test_without_a_score_nothing_is_claimed():
    empty = page(builders.empty())
    assert (empty.answer.score, empty.answer.band, empty.answer.extent) == ("–", "", "")
    assert empty.ruler.at is None
    assert empty.families == empty.gaps == ()


def test_absence_of_gaps_is_not_claimed_when_nothing_was_decided():
    assert page(builders.empty()).biggest_heading == "Nothing could be decided"
    assert page(only(Verdict.UNDECIDED)).biggest_heading == "Nothing could be decided"


def test_no_gaps_is_said_when_every_decided_criterion_meets_the_policy():
    assert page(only(Verdict.MEETS)).biggest_heading == "No gaps against this policy"


def test_without_a_band_the_sentence_says_so():
    below = replace(builders.typical(), band="", message="Too little could be read for a band (48 %, needs 70 %).")
    assert page(below).answer.sentence == "62 of 100, no band."
    assert page(below).answer.remark == "Too little could be read for a band (48 %, needs 70 %)."


def test_gate_says_what_it_does_and_what_lifts_it():
    (gate,) = page(builders.typical()).gates
    assert gate.effect == "Held at D by a gate"
    assert gate.lifts == "Lifts when your consent is required in writing."


def test_gate_without_a_cap_means_no_band():
    gate = Gate(id="contract_not_read", check_id="", cap="", text="The main contract could not be read.", lifts="")
    assert page(replace(builders.typical(), gates=(gate,))).gates[0].effect == "No band, because of a gate"


def test_biggest_gaps_are_three_and_critical_ones_come_first():
    scorecard = page(builders.typical())
    assert len(scorecard.biggest) == 3
    assert scorecard.biggest == scorecard.gaps[:3]
    critical = [gap.critical and gap.mark.key == "gap" for gap in scorecard.gaps]
    assert critical == sorted(critical, reverse=True)


def test_asks_come_from_the_biggest_gaps():
    scorecard = page(builders.typical())
    assert scorecard.asks == tuple(gap.ask_for for gap in scorecard.biggest)


def test_not_found_says_which_documents_and_pages_were_searched():
    found = row(page(only(Verdict.GAP)), "Scraping ban")
    assert found.outcome == "Not found"
    assert found.searched == (
        "Searched 3\xa0documents (43\xa0pages and 5\xa0paragraphs read): "
        "Northwind Master Terms.pdf, Acceptable Use Policy.html and Data Processing Agreement.pdf."
    )


def test_could_not_read_names_the_pages_and_claims_nothing():
    scorecard = page(only(Verdict.UNDECIDED))
    found = row(scorecard, "Scraping ban")
    assert found.outcome == "Could not read"
    assert found.points == "–"
    assert "Could not read pages\xa03–5 and 8 of Annex B (scan).pdf; nothing is claimed about that." in found.searched
    assert scorecard.undecided[0].waits_for == "A readable copy of the pages that could not be read."


def test_found_for_the_wrong_party_is_the_other_way_round():
    assert row(page(only(Verdict.GAP, n=8)), "Scraping ban").outcome == "Found, but the other way round"


@pytest.mark.parametrize("party", [Party.VENDOR, Party.BOTH, None], ids=["wanted", "both", "nobody named"])
def test_found_for_the_wanted_party_is_just_found(party):
    (result,) = only(Verdict.GAP, n=8).results
    fitting = replace(result, best=replace(result.best, bound=party))
    assert row(page(builders.assessment([fitting])), "Scraping ban").outcome == "Found"


def test_no_word_of_the_page_says_missing():
    assert "missing" not in repr(page(builders.typical())).lower()


def test_points_are_the_product_of_their_factors():
    found = row(page(only(Verdict.PARTLY, n=0)), "Scraping ban")
    assert found.product == "10 × 1 × 0.6 × 0.9 = 5.4 points"
    assert [factor.value for factor in found.factors] == ["1", "0.6", "0.9"]
    assert found.factors[0].rests_on == "“shall not”"


def test_factor_that_rests_on_the_whole_quote_does_not_repeat_it():
    assert row(page(only(Verdict.GAP, n=0)), "Scraping ban").factors[0].rests_on == "the first quote"


def test_more_than_three_quotes_are_left_to_excel():
    (result,) = only(Verdict.MEETS, n=0).results
    finding = replace(result.findings[0], evidence=tuple(builders.evidence(n) for n in range(5)))
    found = row(page(builders.assessment([replace(result, findings=(finding,))])), "Scraping ban")
    assert (len(found.quotes), len(found.further)) == (3, 2)


def test_quotes_are_exact_and_say_where_they_stand():
    quote = row(page(only(Verdict.MEETS, n=0)), "Scraping ban").quotes[0]
    assert quote.words == builders.QUOTES[0]
    assert (quote.document, quote.place) == ("Northwind Master Terms.pdf", "page\xa02, “4.2 Use of Output”")
    assert quote.says == "Applies to you · must not · with consent"


def test_documents_without_pages_give_the_paragraph():
    quote = row(page(only(Verdict.MEETS, n=0)), "Scraping ban").quotes[1]
    assert quote.place == "paragraph\xa02, “9.1 Incidents”"


def test_quote_of_a_document_that_is_not_kept_keeps_name_and_page():
    scorecard = build_scorecard(only(Verdict.MEETS, n=0), {}, checks=builders.CHECKS)
    quote = row(scorecard, "Scraping ban").quotes[0]
    assert (quote.document, quote.place) == ("Northwind Master Terms.pdf", "page\xa02")


def test_duties_are_the_bans_on_you_each_once():
    duties = page(builders.typical()).duties
    assert duties
    assert {duty.quote.words for duty in duties} == {builders.QUOTES[0]}
    assert len({(duty.quote.document, duty.quote.place) for duty in duties}) == len(duties)


def test_reviews_say_what_they_could_change():
    (review,) = page(only(Verdict.REVIEW, n=0)).reviews
    assert review.change == "0 to 10 points"


def test_proofs_stand_side_by_side():
    rates, watermark = page(builders.typical()).proofs
    assert rates.promised.startswith("“") and rates.promised.endswith("” Northwind Master Terms.pdf, page\xa04")
    assert rates.audited.startswith("“") and rates.audited.endswith("” Assurance Report 2026.pdf, page\xa05")
    assert (watermark.promised, watermark.audited, watermark.stated) == ("–", "–", "–")


def test_places_of_one_document_are_gathered():
    control = replace(builders.typical().controls[0], promised=tuple(builders.evidence(n) for n in (2, 3, 8)))
    (rates,) = page(replace(builders.typical(), controls=(control,))).proofs
    assert rates.promised.endswith("” Northwind Master Terms.pdf, pages\xa04–5 and 10")


@pytest.mark.parametrize(
    ("promised", "audited", "sentences"),
    [
        (True, False, ("Promised, not proven: Rate limiting.", "Proven, not promised: nothing.")),
        (False, True, ("Promised, not proven: nothing.", "Proven, not promised: Rate limiting.")),
        (True, True, ("Promised, not proven: nothing.", "Proven, not promised: nothing.")),
    ],
)
def test_what_only_one_side_says_is_listed(promised, audited, sentences):
    words = (builders.evidence(2),)
    control = replace(
        builders.typical().controls[0],
        title="Rate limiting",
        promised=words if promised else (),
        audited=words if audited else (),
    )
    assert page(replace(builders.typical(), controls=(control,))).proof_gaps == sentences


def test_documents_show_hash_pages_and_what_could_not_be_read():
    scan = page(builders.typical()).documents[-1]
    assert scan.sha256 == builders.SCAN
    assert (scan.pages, scan.reading) == ("9\xa0pages", "Could not read pages\xa03–5 and 8")


def test_language_that_is_not_analysed_is_said():
    foreign = replace(builders.SOURCES[0], language="zh", complete=False)
    (document,) = page(replace(builders.minimal(), sources=(foreign,))).documents
    assert document.reading.startswith("Language not analysed (Chinese)")


def test_family_shares_add_up_to_one():
    for family in page(builders.typical()).families:
        assert family.earned + family.lost + family.undecided == pytest.approx(1)


def test_decision_names_who_when_and_why():
    found = row(page(only(Verdict.MEETS, n=0)), "Scraping ban")
    assert found.decisions == ("Edited (exception overlooked) by M. Okafor, 23 Nov 2026: The consent is in Annex A.",)


def test_control_characters_and_overrides_never_reach_a_page():
    assessment, documents = builders.hostile()
    text = repr(build_scorecard(assessment, documents, checks={}))
    assert not [c for c in "\x00\x07\u202e" if c in text or repr(c).strip("'") in text]


@pytest.mark.parametrize(
    ("pages", "words"),
    [([3], "page\xa03"), ([4, 3], "pages\xa03–4"), ([1, 3, 4, 5, 9], "pages\xa01, 3–5 and 9")],
    ids=["one", "run", "runs"],
)
def test_pages_are_listed_as_runs(pages, words):
    assert page_list(pages) == words


def test_critical_findings_say_who_verified_them():
    scorecard = page(builders.typical())
    named = {line.criterion: line.verified_by for line in scorecard.verified}
    critical = {
        result.title
        for result in builders.typical().results
        if result.criterion.critical and result.outcome.value in ("present", "conflicting")
    }
    assert set(named) == critical and critical
    assert set(named.values()) <= {"a reviewer", "two layers of the tool", "nobody yet"}
