"""Opens the workspace: once a process, however many pages ask for it."""

import threading
from dataclasses import replace
from datetime import UTC, datetime

from documents.isolation import Pool
from store.database import open_store
from store.problems import StoreUnavailable
from store.rights import close_to_others
from workflow.assess import current_assessment
from workflow.jobs import JobRunner
from workflow.lock import refuse_half_restored, use
from workflow.playbook import own_folder
from workflow.renewal import queue_outdated
from workflow.samples import load_samples
from workflow.settings import Settings, load_settings
from workflow.tasks import run_task
from workflow.workspace import Workspace

DRAWING_SECONDS = 20  # for one page; nobody waits longer for a picture
TOOL = "Clausemark"  # who did it, in the audit trail, where no person did

_lock = threading.Lock()
_open: dict[str, Workspace] = {}


def open_workspace(settings: Settings | None = None) -> Workspace:
    """Return the workspace of this process, opened on the first call: store, background jobs, samples.

    Raises SettingsError or StoreUnavailable, both with a sentence.
    """
    with _lock:
        if "workspace" not in _open:
            _open["workspace"] = new_workspace(settings or load_settings())
        return _open["workspace"]


def close_workspace() -> None:
    """Close the workspace of this process; the next `open_workspace` opens it anew."""
    with _lock:
        if "workspace" in _open:
            _open.pop("workspace").close()


def new_workspace(settings: Settings, *, work: bool = True) -> Workspace:
    """Open a workspace of its own; `work` says whether it takes up jobs and loads the samples."""
    refuse_half_restored(settings.data_folder)
    try:
        in_use = use(settings.data_folder)
        close_to_others((settings.files_folder, settings.images_folder, own_folder(settings)))
    except OSError as error:
        raise StoreUnavailable(
            f"The data folder {settings.data_folder} cannot be used: {error.strerror}. Check the setting data_folder."
        ) from error
    store = open_store(settings.database, settings.files_folder)

    def score(vendor: str) -> None:
        current_assessment(workspace, vendor, on=datetime.now(UTC).astimezone().date(), by=TOOL)

    limits = replace(settings.limits, seconds=DRAWING_SECONDS, most_seconds=DRAWING_SECONDS)
    workspace = Workspace(
        settings=settings,
        store=store,
        in_use=in_use,
        jobs=JobRunner(store, settings, after=score),
        drawing=Pool(run_task, limits=limits, workers=1),
    )
    if work:
        if settings.samples:
            load_samples(workspace)
        queue_outdated(store, by=TOOL, at=datetime.now(UTC))
        workspace.jobs.start()
    return workspace
