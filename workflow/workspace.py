"""The open store, settings and worker processes of one program: what every workflow function takes first."""

from dataclasses import dataclass
from typing import IO

from documents.isolation import Pool
from store.database import Store
from workflow.jobs import JobRunner
from workflow.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Workspace:
    """Everything a job needs; `workflow.start.open_workspace` opens it.

    `drawing` is the pool that draws pages, `in_use` the mark that keeps others from replacing the data folder.
    """

    settings: Settings
    store: Store
    jobs: JobRunner
    drawing: Pool
    in_use: IO[bytes]

    def close(self) -> None:
        """Stop the jobs and let go of the store; what was being read is read by the next run."""
        self.jobs.close()
        self.drawing.close()
        self.store.close()
        self.in_use.close()
