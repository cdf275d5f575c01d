"""The buyer's own wording: kept apart, checked before it counts, and gone again when asked."""

import pytest

from negotiation.wording import Level, fill, playbook
from workflow.playbook import BadPlay, copy_playbook, own_folder, play_text, plays_in_use, reset_play, save_play
from workflow.trail import audit_trail
from workflow.workspace import Workspace

CHECK = "incident_notice"


def test_an_edited_play_counts_before_the_shipped_one_and_stands_in_the_trail(ws: Workspace) -> None:
    text = play_text(ws.settings, CHECK).replace("{vendor} shall notify", "{vendor} shall without delay notify")
    save_play(ws, CHECK, text, by="Ada")
    assert "without delay" in fill(plays_in_use(ws.settings)[CHECK], Level.PREFERRED, terms={}, numbers={})
    assert "without delay" not in playbook()[CHECK].preferred
    assert audit_trail(ws)[0].action == "edit playbook"


def test_the_shipped_wording_comes_back(ws: Workspace) -> None:
    save_play(ws, CHECK, play_text(ws.settings, CHECK), by="Ada")
    reset_play(ws, CHECK, by="Ada")
    assert plays_in_use(ws.settings) == playbook()


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("preferred = ", "not TOML"),
        ('check = "incident_notice"', "preferred"),
        ("OTHER", "not of “incident_notice”"),
        ("UNKNOWN", "not a known word"),
    ],
)
def test_a_play_that_is_not_valid_is_refused_and_nothing_is_kept(ws: Workspace, text: str, why: str) -> None:
    shipped = play_text(ws.settings, CHECK)
    texts = {
        "OTHER": play_text(ws.settings, "audit_right"),
        "UNKNOWN": shipped.replace("{services}", "{spaceship}"),
    }
    with pytest.raises(BadPlay, match=why):
        save_play(ws, CHECK, texts.get(text, text), by="Ada")
    assert play_text(ws.settings, CHECK) == shipped


def test_a_copy_leaves_what_is_there(ws: Workspace) -> None:
    assert copy_playbook(ws.settings) == len(playbook())
    own = own_folder(ws.settings) / f"{CHECK}.toml"
    own.write_text(own.read_text().replace("48", "24"))
    assert copy_playbook(ws.settings) == 0
    assert plays_in_use(ws.settings)[CHECK].numbers["hours"].default == 24


def test_a_broken_file_is_named(ws: Workspace) -> None:
    own_folder(ws.settings).mkdir(parents=True)
    (own_folder(ws.settings) / "x.toml").write_text("preferred =")
    with pytest.raises(BadPlay, match="cannot be used"):
        plays_in_use(ws.settings)
