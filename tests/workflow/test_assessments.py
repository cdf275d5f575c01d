from datetime import date

import pytest

from documents.model import DocumentKind, Problem, ProblemCode
from scoring.model import Action
from scoring.policy import revise
from tests.workflow.builders import BAN, add_failed, add_read
from workflow.assess import current_assessment, latest_on, list_assessments, reopen_assessment
from workflow.exports import export_scorecard
from workflow.model import StoredAssessment
from workflow.policies import copy_policy, save_policy, use_policy
from workflow.portfolio import compare, portfolio, preview_policy
from workflow.problems import NotScored, UnknownAssessment
from workflow.review import decide, review_items
from workflow.upload import set_kind
from workflow.vendors import add_vendor
from workflow.workspace import Workspace

VENDOR = "northwind-models"
TODAY, TOMORROW = date(2026, 11, 25), date(2026, 11, 26)


def assessed(ws: Workspace, on: date = TODAY) -> StoredAssessment:
    stored = current_assessment(ws, VENDOR, on=on, by="Ada")
    assert stored is not None
    return stored


def accept_first(ws: Workspace) -> None:
    decide(ws, review_items(ws, VENDOR)[0], Action.ACCEPT, by="Ada")


def test_nothing_is_assessed_before_something_was_read(ws: Workspace) -> None:
    add_vendor(ws, "Northwind Models", by="Ada")
    assert current_assessment(ws, VENDOR, on=TODAY) is None


def test_an_assessment_is_made_once_while_nothing_changes(ws: Workspace) -> None:
    add_read(ws)
    assert assessed(ws).record == assessed(ws).record


@pytest.mark.parametrize("change", ["decision", "document", "kind", "policy"])
def test_an_assessment_is_made_again_when_something_changed(ws: Workspace, change: str) -> None:
    record = add_read(ws)
    before = assessed(ws).record.inputs
    if change == "decision":
        accept_first(ws)
    elif change == "document":
        add_read(ws, "Another document.", name="more.txt")
    elif change == "kind":
        set_kind(ws, record.id, DocumentKind.POLICY, by="Ada")
    else:
        use_policy(ws, "strict", by="Ada")
    assert assessed(ws).record.inputs != before


def test_changes_of_one_day_leave_one_assessment(ws: Workspace) -> None:
    add_read(ws)
    assessed(ws)
    accept_first(ws)
    assessed(ws)
    assert len(list_assessments(ws, VENDOR)) == 1


def test_looking_on_another_day_without_a_change_leaves_one_assessment(ws: Workspace) -> None:
    add_read(ws)
    assessed(ws)
    assert assessed(ws, TOMORROW).assessment.on == TOMORROW
    assert len(list_assessments(ws, VENDOR)) == 1


def test_an_exported_scorecard_reopens_as_it_was(ws: Workspace) -> None:
    add_read(ws)
    before = assessed(ws)
    export_scorecard(ws, before.record.id, "json", by="Ada")
    accept_first(ws)
    after = assessed(ws)
    reopened = reopen_assessment(ws, before.record.id)
    assert reopened.assessment == before.assessment != after.assessment
    assert reopened.outdated == "Documents, findings or decisions have changed since."


def test_an_old_scorecard_keeps_the_policy_that_it_was_made_under(ws: Workspace) -> None:
    add_read(ws)
    own = copy_policy(ws, "default", "Ours", by="Ada")
    use_policy(ws, own.id, by="Ada")
    before = assessed(ws)
    save_policy(ws, revise(own.source, identity={"minimum_coverage": 50}, criteria={}), seen=1, by="Ada")
    assessed(ws)
    reopened = reopen_assessment(ws, before.record.id)
    assert reopened.policy == own
    assert reopened.outdated == "Scored with Ours 1; the policy is now 2."


def test_a_link_with_a_date_finds_that_days_assessment(ws: Workspace) -> None:
    add_read(ws)
    made = assessed(ws)
    found = latest_on(ws, VENDOR, on=TODAY)
    assert found is not None
    assert found.record.id == made.record.id
    assert latest_on(ws, VENDOR, on=TOMORROW) is None


def test_an_assessment_that_is_gone_is_said_so(ws: Workspace) -> None:
    with pytest.raises(UnknownAssessment):
        reopen_assessment(ws, 99)


def test_a_file_that_could_not_be_read_keeps_absences_undecided(ws: Workspace) -> None:
    add_read(ws, "A paragraph about nothing.")
    before = assessed(ws).assessment.coverage
    add_failed(ws, Problem(code=ProblemCode.LOCKED, text="b.pdf is locked.", fatal=True))
    after = assessed(ws).assessment
    assert after.coverage < before
    assert [source.complete for source in after.sources if source.name == "b.pdf"] == [False]


def test_the_portfolio_shows_every_vendor_with_what_waits(ws: Workspace) -> None:
    add_read(ws)
    add_vendor(ws, "Harbour", by="Ada")
    harbour, northwind = portfolio(ws, on=TODAY).rows
    assert harbour.assessment is None
    assert northwind.assessment == assessed(ws).assessment
    assert (northwind.documents, northwind.to_review, northwind.last_review) == (1, 1, None)
    accept_first(ws)
    assert portfolio(ws, on=TODAY).rows[1].last_review is not None


def test_vendors_are_compared_under_the_policy_in_use(ws: Workspace) -> None:
    add_read(ws)
    add_read(ws, BAN, "Harbour's terms.", vendor="Harbour", name="harbour.txt")
    compared = compare(ws, [VENDOR, "harbour"], on=TODAY)
    assert [made.vendor for made in compared.assessments] == ["Northwind Models", "Harbour"]
    assert compared.note == "Compared with Default 1."


@pytest.mark.parametrize(
    ("slugs", "said"),
    [([VENDOR], "at least two"), ([VENDOR, "empty"], "Nothing of Empty was read")],
    ids=["one", "unread"],
)
def test_a_comparison_that_cannot_be_made_says_why(ws: Workspace, slugs: list[str], said: str) -> None:
    add_read(ws)
    add_vendor(ws, "Empty", by="Ada")
    with pytest.raises(NotScored, match=said):
        compare(ws, slugs, on=TODAY)


def test_a_policy_is_previewed_without_storing_anything(ws: Workspace) -> None:
    add_read(ws)
    own = copy_policy(ws, "default", "Ours", by="Ada")
    (effect,) = preview_policy(ws, own, on=TODAY)
    assert effect.score_before == effect.score_after
    assert list_assessments(ws, VENDOR) == ()


@pytest.mark.parametrize(
    ("kind", "start"), [("pdf", b"%PDF"), ("html", b"<!"), ("xlsx", b"PK"), ("csv", b"\xef\xbb\xbf"), ("json", b"{")]
)
def test_a_scorecard_is_handed_out_in_every_format_under_vendor_and_date(
    ws: Workspace, kind: str, start: bytes
) -> None:
    add_read(ws)
    download = export_scorecard(ws, assessed(ws).record.id, kind, by="Ada")  # type: ignore[arg-type]  # a table of literals
    assert download.content.startswith(start)
    assert download.name == f"northwind-models_scorecard_2026-11-25.{kind}"
