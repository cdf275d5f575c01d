"""The buyer's own copy of the playbook: TOML files in the data folder, in place of shipped ones of the same check."""

from pathlib import Path

from negotiation.wording import Play, PlaybookError, parse_play, shipped_files, with_own
from store.rights import write_private
from workflow.problems import WorkflowProblem
from workflow.settings import Settings
from workflow.trail import note
from workflow.workspace import Workspace


class BadPlay(WorkflowProblem):
    """A file of the playbook cannot be used; the message names it and says why."""


def own_folder(settings: Settings) -> Path:
    """Return where the buyer's own plays lie."""
    return settings.data_folder / "playbook"


def plays_in_use(settings: Settings) -> dict[str, Play]:
    """Return the plays by check id, the buyer's own before the shipped ones; raise BadPlay."""
    try:
        return with_own(own_folder(settings))
    except PlaybookError as error:
        raise BadPlay(f"The playbook cannot be used. {error}") from None


def copy_playbook(settings: Settings) -> int:
    """Copy the shipped files that are not there yet into the buyer's folder and return how many; none is replaced."""
    folder = own_folder(settings)
    new = [path for path in shipped_files() if not (folder / path.name).exists()]
    for path in new:
        write_private(folder / path.name, path.read_bytes())
    return len(new)


def play_text(settings: Settings, check_id: str) -> str:
    """Return the TOML text of a check's play, the buyer's own or the shipped one; "" where there is none."""
    own = own_folder(settings) / f"{check_id}.toml"
    shipped = next((path for path in shipped_files() if path.stem == check_id), None)
    path = own if own.is_file() else shipped
    return path.read_text("utf-8") if path is not None else ""


def save_play(ws: Workspace, check_id: str, text: str, *, by: str) -> None:
    """Keep a play as the buyer's own and note it in the trail; raise BadPlay, and keep nothing, for a bad one."""
    try:
        play = parse_play(text)
    except PlaybookError as error:
        raise BadPlay(str(error)) from None
    if play.check != check_id:
        raise BadPlay(f"This is the play of “{play.check}”, not of “{check_id}”. Keep the line that names the check.")
    before = play_text(ws.settings, check_id)
    write_private(own_folder(ws.settings) / f"{check_id}.toml", text.encode())
    with ws.store.write() as session:
        note(session, "edit playbook", check_id, by=by, before=before, after=text)


def reset_play(ws: Workspace, check_id: str, *, by: str) -> None:
    """Take the buyer's own play away, so that the shipped one holds again."""
    (own_folder(ws.settings) / f"{check_id}.toml").unlink(missing_ok=True)
    with ws.store.write() as session:
        note(session, "reset playbook", check_id, by=by)
