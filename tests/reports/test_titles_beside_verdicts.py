"""Of a clause that is not wanted, title and verdict together never read as their opposite, in any policy or output."""

import csv
import json
from datetime import date
from io import BytesIO

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from clauses.model import ExceptionKind, Force, Outcome, Party
from negotiation.asks import asks_of
from negotiation.versions.effects import effects
from reports.comparison import build_comparison
from reports.csv import comparison_csv, scorecard_csv
from reports.html import comparison_html, scorecard_html
from reports.json_export import assessments_json
from reports.pdf import comparison_pdf, scorecard_pdf
from reports.scorecard import build_scorecard
from reports.xlsx import comparison_xlsx, scorecard_xlsx
from scoring.assess import assess
from scoring.model import Assessment, Policy, Verdict, Wanted
from scoring.policy import parse_policy, revise, shipped_policies
from scoring.wording import title_of_row
from tests.builders import build_evidence, build_finding, build_source

TRAINING, CHANGE, DISTILLATION = "customer_data_training_right", "unilateral_change", "distillation_permission"
UNWANTED = (DISTILLATION, TRAINING, CHANGE)
CONSENT, OPT_OUT = (ExceptionKind.CONSENT,), (ExceptionKind.OPT_OUT,)


def vendor(
    policy: Policy,
    *found: str,
    exceptions: tuple[ExceptionKind, ...] = (),
    words: str = "They may do so.",
    confidence: float = 0.9,
    complete: bool = True,
) -> Assessment:
    """A vendor whose contract holds the clauses `found`, all with the same words."""
    evidence = build_evidence(words, bound=Party.VENDOR, force=Force.MAY, exceptions=exceptions, confidence=confidence)
    return assess(
        "Northwind",
        findings=[
            build_finding(
                check,
                *([evidence] if check in found else []),
                outcome=None if complete or check in found else Outcome.NOT_READABLE,
            )
            for check in UNWANTED
        ],
        decisions=(),
        sources=(build_source(complete=complete),),
        policy=policy,
        on=date(2026, 11, 29),
        tool_version="1",
        rules_version="1",
    )


def sentences(assessment: Assessment) -> list[str]:
    rows = {result.criterion.check_id: result for result in assessment.results}
    return [f"{rows[check].title}: {rows[check].verdict.value}" for check in UNWANTED]


MEETS = [
    "No clause allows distillation of the output: meets",
    "No clause lets the vendor train on your data: meets",
    "No clause lets the vendor make changes alone: meets",
]
GAPS = [
    "A clause allows distillation of the output: gap",
    "A clause lets the vendor train on your data: gap",
    "A clause lets the vendor make changes alone: gap",
]
policies = pytest.mark.parametrize("policy", [pytest.param(p, id=p.id) for p in shipped_policies()])


@policies
def test_the_policy_says_what_each_unwanted_clause_means(policy: Policy) -> None:
    unwanted = [c for c in policy.criteria if c.wanted is Wanted.ABSENT]
    assert {c.check_id for c in unwanted} == set(UNWANTED)
    assert all(c.found.startswith("A clause ") and c.not_found.startswith("No clause ") for c in unwanted)


@policies
def test_title_and_verdict_say_what_was_found(policy: Policy) -> None:
    assert sentences(vendor(policy)) == MEETS
    assert sentences(vendor(policy, *UNWANTED)) == GAPS
    assert sentences(vendor(policy, *UNWANTED, confidence=0.5)) == [gap.replace(": gap", ": review") for gap in GAPS]
    assert sentences(vendor(policy, complete=False)) == [
        "Permission to distil: undecided",
        "Right of the vendor to train on your data: undecided",
        "Changes by the vendor alone: undecided",
    ]


def test_what_makes_a_clause_tolerable_is_said() -> None:
    policy = shipped_policies()[0]
    consent = sentences(vendor(policy, DISTILLATION, TRAINING, exceptions=CONSENT))
    assert consent[:2] == [
        "A clause allows distillation of the output, only with the vendor's consent: partly",
        "A clause lets the vendor train on your data, only with your consent: meets",
    ]
    opt_out = sentences(vendor(policy, TRAINING, exceptions=OPT_OUT))
    assert opt_out[1] == "A clause lets the vendor train on your data, unless you opt out: partly"
    notice = sentences(vendor(policy, CHANGE, words="They may change it with notice."))
    assert notice[2] == "A clause lets the vendor make changes alone, with notice: partly"


@pytest.mark.parametrize(
    ("found", "title", "verdict"),
    [
        pytest.param((), "No clause was found on “Permission to distil”", Verdict.MEETS, id="absent"),
        pytest.param((DISTILLATION,), "A clause was found on “Permission to distil”", Verdict.GAP, id="present"),
    ],
)
def test_a_policy_without_sentences_reads_right_too(found: tuple[str, ...], title: str, verdict: Verdict) -> None:
    source = shipped_policies()[0].source.replace("\nfound = ", "\n# ").replace("\nnot_found = ", "\n# ")
    result = next(r for r in vendor(parse_policy(source), *found).results if r.criterion.check_id == DISTILLATION)
    assert (result.title, result.verdict) == (title, verdict)


def test_any_other_check_that_a_buyer_does_not_want_reads_right() -> None:
    source = revise(shipped_policies()[0].source, identity={}, criteria={"survival": {"wanted": "absent"}})
    (result,) = [r for r in vendor(parse_policy(source)).results if r.criterion.check_id == "survival"]
    assert (result.title.startswith("No clause was found on “"), result.verdict) == (True, Verdict.MEETS)


def outputs(first: Assessment, second: Assessment) -> dict[str, str]:
    """Every file of a scorecard and of a comparison as plain text."""
    page, compared = build_scorecard(first, {}), build_comparison([first, second], {})
    return {
        "html": scorecard_html(page),
        "pdf": pdf_text(scorecard_pdf(page)),
        "csv": scorecard_csv(page, first).decode("utf-8-sig"),
        "xlsx": xlsx_text(scorecard_xlsx(page, first)),
        "json": assessments_json([first]),
        "compared html": comparison_html(compared),
        "compared pdf": pdf_text(comparison_pdf(compared)),
        "compared csv": comparison_csv(compared).decode("utf-8-sig"),
        "compared xlsx": xlsx_text(comparison_xlsx(compared)),
    }


def pdf_text(content: bytes) -> str:
    text = " ".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)
    return " ".join(text.replace("\u200b", "").split())


def xlsx_text(content: bytes) -> str:
    sheets = load_workbook(BytesIO(content)).worksheets
    return "\n".join("\t".join(str(c) for c in row if c) for s in sheets for row in s.iter_rows(values_only=True))


@pytest.fixture(scope="module")
def written() -> dict[str, str]:
    policy = shipped_policies()[0]
    return outputs(vendor(policy, CHANGE), vendor(policy, *UNWANTED))


@pytest.mark.parametrize("kind", ["html", "pdf", "csv", "xlsx", "json"])
def test_scorecards_show_the_sentences(kind: str, written: dict[str, str]) -> None:
    assert "No clause allows distillation of the output" in written[kind]
    assert "No clause lets the vendor train on your data" in written[kind]
    assert "A clause lets the vendor make changes alone" in written[kind]


@pytest.mark.parametrize("kind", ["compared html", "compared pdf", "compared csv", "compared xlsx"])
def test_comparisons_show_what_is_wanted_of_each(kind: str, written: dict[str, str]) -> None:
    assert "Wanted: no clause allows distillation of the output" in written[kind]
    assert "Wanted: no clause lets the vendor train on your data" in written[kind]


def test_a_row_of_the_csv_reads_right_from_left_to_right(written: dict[str, str]) -> None:
    rows = list(csv.reader(written["csv"].splitlines()))
    said = {row[2]: (row[1], row[4], row[5], row[6]) for row in rows if row[2] in (TRAINING, CHANGE)}
    meets = ("No clause lets the vendor train on your data", "no such clause", "● Meets", "Not found, as wanted")
    assert said[TRAINING] == meets
    assert said[CHANGE] == (
        "A clause lets the vendor make changes alone",
        "no such clause",
        "○ Gap",
        "Found, not wanted",
    )


def test_the_keys_of_the_json_stay(written: dict[str, str]) -> None:
    (assessment,) = json.loads(written["json"])["assessments"]
    keys = {"criterion", "family", "title", "outcome", "verdict", "proof", "points"}
    assert all(keys <= set(result) for result in assessment["results"])


def test_asks_are_named_by_what_stands_in_the_contract() -> None:
    policy = shipped_policies()[0]
    titles = {ask.check_id: ask.title for ask in asks_of(vendor(policy, *UNWANTED), policy)}
    assert [f"{titles[check]}: gap" for check in UNWANTED] == GAPS


def test_changes_between_versions_are_said_of_the_clause() -> None:
    policy = shipped_policies()[0]
    none, all_of_them = vendor(policy), vendor(policy, *UNWANTED)
    appeared = [effect.sentence.split(":")[:2] for effect in effects(none, all_of_them)]
    assert ["Right of the vendor to train on your data", " now found"] in appeared
    gone = [effect.sentence.split(":")[:2] for effect in effects(all_of_them, none)]
    assert ["Right of the vendor to train on your data", " not found any more"] in gone


def test_the_row_of_a_wanted_clause_keeps_its_title() -> None:
    results = vendor(shipped_policies()[0]).results
    wanted = next(r for r in results if r.criterion.check_id == "watermarking")
    assert title_of_row(wanted) == wanted.title
