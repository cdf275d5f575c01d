"""Controls of a comparison: rows of vendors.comparison in, the section's page data out."""

from collections.abc import Sequence

from reports.printable import printable
from reports.sections import ComparedControl, ComparedControlCell
from vendors.catalogue.model import ControlFamily
from vendors.comparison import Basis, ControlCell, ControlRow

HEADINGS = {
    ControlFamily.QUOTAS: "Quotas",
    ControlFamily.IDENTITY: "Identity",
    ControlFamily.DETECTION: "Detection",
    ControlFamily.TRACEABILITY: "Traceability",
    ControlFamily.CONTRACT: "Contract",
    ControlFamily.ASSURANCE: "Assurance",
    ControlFamily.PRICE: "List prices",
}
NOTHING_KNOWN = (Basis.SEARCHED, Basis.UNKNOWN)


def build_controls(rows: Sequence[ControlRow]) -> tuple[ComparedControl, ...]:
    """Return the rows on which something is known of at least one vendor, in their order."""
    return tuple(
        printable(
            ComparedControl(
                family=HEADINGS[row.control.family],
                name=row.control.title,
                differs=row.differs,
                cells=tuple(_cell(cell) for cell in row.cells),
            )
        )
        for row in rows
        if any(cell.basis not in NOTHING_KNOWN for cell in row.cells)
    )


def _cell(cell: ControlCell) -> ComparedControlCell:
    as_of = f", as of {cell.as_of.day} {cell.as_of:%B %Y}" if cell.as_of else ""
    known = cell.basis not in NOTHING_KNOWN
    return ComparedControlCell(
        text=cell.text,
        basis=f"{cell.basis.value}{as_of}" if known else "",
        rests_on=cell.rests_on,
        remark=" ".join(filter(None, [cell.conflict, "Old: check whether it still holds." if cell.old else ""])),
    )
