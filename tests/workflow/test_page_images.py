"""Pages as pictures: drawn once, kept, and never outside the document."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from clauses.model import Analysis
from documents.isolation import Result
from documents.model import Document
from documents.read import read_document
from tests.cli.calls import done_here
from tests.workflow.builders import add_read, claimed
from workflow.pages import page_image, quote_boxes
from workflow.problems import PageUnavailable, UnknownDocument
from workflow.reading import keep
from workflow.samples import FOLDER
from workflow.tasks import Reading, Task
from workflow.upload import add_file, remove_document
from workflow.vendors import add_vendor
from workflow.workspace import Workspace

CONTRACT = FOLDER / "northwind-models" / "master-services-agreement.pdf"


class Drawer:
    """Draws in this process and counts how often."""

    def __init__(self) -> None:
        self.drawn = 0

    def submit(self, task: Task, *, name: str, files: Sequence[Path] = ()) -> SimpleNamespace:
        self.drawn += 1
        result = done_here(task, name=name, files=files)
        return SimpleNamespace(result=lambda: result)

    def close(self) -> None:
        pass


@pytest.fixture(scope="module")
def contract() -> Document:
    return read_document(CONTRACT.read_bytes(), CONTRACT.name)


@pytest.fixture
def drawer() -> Drawer:
    return Drawer()


@pytest.fixture
def pdf(ws: Workspace, drawer: Drawer, contract: Document) -> Iterator[Workspace]:
    """A workspace with the sample contract in it."""
    vendor = add_vendor(ws, "Northwind", by="Ada").slug
    added = add_file(ws, vendor=vendor, name=CONTRACT.name, data=CONTRACT.read_bytes(), by="Ada")
    assert added.document is not None
    made = Reading(document=contract, analysis=Analysis(document_id=contract.id, findings=(), rules_version="1"))
    keep(ws.store, claimed(ws), added.document, Result(value=made))
    yield replace(ws, drawing=drawer)  # type: ignore[arg-type]  # a pool as far as pages know


def test_a_page_is_drawn_once_and_kept(pdf: Workspace, drawer: Drawer, contract: Document) -> None:
    first = page_image(pdf, contract.id, 1, dpi=60)
    assert first.startswith(b"\x89PNG")
    assert page_image(pdf, contract.id, 1, dpi=60) == first
    assert drawer.drawn == 1


def test_a_quote_has_boxes_inside_its_page(pdf: Workspace, drawer: Drawer, contract: Document) -> None:
    block = next(block for block in contract.blocks if len(block.text) > 200 and len(block.pages) == 1)
    boxes = quote_boxes(pdf, contract.id, block.page, block.text)
    assert len(boxes) > 1
    assert all(box.left >= 0 and box.left + box.width <= 1 and 0 <= box.top <= 1 for box in boxes)
    assert quote_boxes(pdf, contract.id, block.page, block.text) == boxes
    assert drawer.drawn == 1


def test_words_that_are_not_on_the_page_have_no_box(pdf: Workspace, contract: Document) -> None:
    assert quote_boxes(pdf, contract.id, 1, "no such words stand anywhere in this contract") == ()


@pytest.mark.parametrize("page", [0, -1, 999])
def test_a_page_that_is_not_there_is_said_so(pdf: Workspace, contract: Document, page: int) -> None:
    with pytest.raises(PageUnavailable, match="has no page"):
        page_image(pdf, contract.id, page)


def test_a_document_that_is_not_there_is_said_so(ws: Workspace) -> None:
    with pytest.raises(UnknownDocument):
        page_image(ws, "0" * 64, 1)


def test_a_text_has_no_page_image(ws: Workspace) -> None:
    record = add_read(ws)
    with pytest.raises(PageUnavailable, match="its text is shown"):
        page_image(ws, record.id, 1)


def test_a_page_that_cannot_be_drawn_is_said_so(pdf: Workspace, contract: Document) -> None:
    pdf.store.files.path(contract.id).write_bytes(b"%PDF-1.7 broken since")
    with pytest.raises(PageUnavailable, match="could not be drawn"):
        page_image(pdf, contract.id, 1)


def test_pictures_go_with_their_document(pdf: Workspace, contract: Document) -> None:
    page_image(pdf, contract.id, 1, dpi=60)
    remove_document(pdf, contract.id, by="Ada")
    assert list(pdf.settings.images_folder.iterdir()) == []
