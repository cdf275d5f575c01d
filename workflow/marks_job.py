"""Suspects and answers of marked data are read in a worker, which may read these files and the private file only."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from customer.marks.look import Answers, AnswersTask, Looked, LookTask, look, read_answers
from customer.marks.problems import MarksProblem
from documents.isolation import Pool, Report
from documents.limits import Limits
from documents.process import Access
from workflow.settings import load_settings

SECONDS, MEMORY = 3600.0, 4 * 1024**3


def run_marks(task: LookTask | AnswersTask, files: Sequence[BinaryIO], report: Report) -> Looked | Answers | str:
    """Do a task in a worker: what was seen, or the sentence that says why nothing was."""
    del files, report  # read by path, told nothing
    try:
        return look(task) if isinstance(task, LookTask) else read_answers(task)
    except MarksProblem as problem:
        return str(problem)


def look_in_worker(task: LookTask) -> Looked:
    """Do a LookTask in a worker; raise MarksProblem."""
    files, private = tuple(path.absolute() for path in task.files), task.private.absolute()
    found = _run(replace(task, files=files, private=private), (*files, private))
    if not isinstance(found, Looked):
        raise MarksProblem(str(found))
    return found


def answers_in_worker(task: AnswersTask) -> Answers:
    """Do an AnswersTask in a worker; raise MarksProblem."""
    path = task.path.absolute()
    found = _run(AnswersTask(path=path), (path,))
    if not isinstance(found, Answers):
        raise MarksProblem(str(found))
    return found


def marks_limits() -> Limits:
    """Return what reading a data set may cost."""
    required = load_settings().limits.require_sandbox
    return Limits(seconds=SECONDS, most_seconds=SECONDS, memory_bytes=MEMORY, require_sandbox=required)


def _run(task: LookTask | AnswersTask, paths: Sequence[Path]) -> object:
    access = Access(read=tuple(path.absolute() for path in paths))
    with Pool(run_marks, limits=marks_limits(), workers=1, access=access) as pool:
        result = pool.submit(task, name="the data").result()
    return result.value if result.problem is None else result.problem.text
