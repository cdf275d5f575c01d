import pytest

from scoring.policy import PolicyError, revise, shipped_policies
from workflow.policies import (
    check_policy,
    copy_policy,
    discard_draft,
    get_policy,
    list_policies,
    policy_draft,
    policy_in_use,
    save_draft,
    save_policy,
    use_policy,
)
from workflow.problems import NameTaken, PolicyChanged, UnknownPolicy
from workflow.workspace import Workspace

DEFAULT = shipped_policies()[0]


def test_the_default_policy_is_in_use_until_another_is_chosen(ws: Workspace) -> None:
    assert policy_in_use(ws) == DEFAULT
    use_policy(ws, "strict", by="Ada")
    assert policy_in_use(ws).id == "strict"
    assert [choice.policy.id for choice in list_policies(ws) if choice.in_use] == ["strict"]


def test_a_copy_says_the_same_under_another_name(ws: Workspace) -> None:
    own = copy_policy(ws, "default", "Our wishes", by="Ada")
    assert (own.id, own.version, own.title) == ("our_wishes", 1, "Our wishes")
    assert own.criteria == DEFAULT.criteria


@pytest.mark.parametrize("title", ["Default", "our WISHES"], ids=["shipped", "own"])
def test_two_policies_cannot_have_one_title(ws: Workspace, title: str) -> None:
    copy_policy(ws, "default", "Our wishes", by="Ada")
    with pytest.raises(NameTaken):
        copy_policy(ws, "default", title, by="Ada")


def test_saving_makes_the_next_version_and_keeps_the_old_one(ws: Workspace) -> None:
    own = copy_policy(ws, "default", "Ours", by="Ada")
    saved = save_policy(ws, revise(own.source, identity={"minimum_coverage": 50}, criteria={}), seen=1, by="Ada")
    assert (saved.version, saved.minimum_coverage) == (2, 50)
    assert get_policy(ws, own.id, 1) == own
    assert get_policy(ws, own.id) == saved


def test_who_saves_over_a_newer_version_is_told(ws: Workspace) -> None:
    own = copy_policy(ws, "default", "Ours", by="Ada")
    save_policy(ws, own.source, seen=1, by="Ben")
    with pytest.raises(PolicyChanged, match="Ben saved version 2"):
        save_policy(ws, own.source, seen=1, by="Ada")


def test_a_shipped_policy_is_never_overwritten(ws: Workspace) -> None:
    with pytest.raises(NameTaken, match="Make a copy"):
        save_policy(ws, DEFAULT.source, seen=1, by="Ada")


def test_a_policy_that_cannot_be_used_is_not_saved(ws: Workspace) -> None:
    own = copy_policy(ws, "default", "Ours", by="Ada")
    broken = revise(own.source, identity={"minimum_coverage": 500}, criteria={})
    assert check_policy(broken)
    with pytest.raises(PolicyError):
        save_policy(ws, broken, seen=1, by="Ada")
    assert get_policy(ws, own.id) == own


def test_a_draft_is_kept_for_one_person_until_it_is_saved(ws: Workspace) -> None:
    own = copy_policy(ws, "default", "Ours", by="Ada")
    save_draft(ws, own.id, "not even TOML", by="Ada")
    assert policy_draft(ws, own.id, by="Ada") == "not even TOML"
    assert policy_draft(ws, own.id, by="Ben") is None
    save_policy(ws, own.source, seen=1, by="Ada")
    assert policy_draft(ws, own.id, by="Ada") is None


def test_a_discarded_draft_is_gone(ws: Workspace) -> None:
    save_draft(ws, "ours", "text", by="Ada")
    discard_draft(ws, "ours", by="Ada")
    assert policy_draft(ws, "ours", by="Ada") is None


@pytest.mark.parametrize(("policy_id", "version"), [("nothing", None), ("default", 99)], ids=["id", "version"])
def test_a_policy_that_is_not_there_is_named(ws: Workspace, policy_id: str, version: int | None) -> None:
    with pytest.raises(UnknownPolicy, match=policy_id):
        get_policy(ws, policy_id, version)
