"""The reviewer's name: asked once, the system user's offered."""

from store import preferences
from workflow.vendors import clean_name
from workflow.workspace import Workspace

NAME = "reviewer"


def reviewer_name(ws: Workspace) -> str | None:
    """Return the name that was given; None when nobody was asked yet."""
    with ws.store.read() as session:
        return preferences.preference(session, NAME)


def default_name(ws: Workspace) -> str:
    """Return the name to offer: the setting's, or the system user's."""
    return ws.settings.default_reviewer


def set_reviewer_name(ws: Workspace, name: str) -> None:
    """Keep the name for the decisions to come; earlier ones keep theirs. Raises BadName."""
    name = clean_name(name)
    with ws.store.write() as session:
        preferences.keep(session, NAME, name)
