"""The sample portfolio: invented vendors whose documents are put into an empty store."""

from importlib.resources import files
from pathlib import Path

from workflow.upload import add_file
from workflow.vendors import add_vendor, list_vendors
from workflow.workspace import Workspace

FOLDER = Path(str(files("samples"))) / "vendors"
SHORT = frozenset({"ai", "api", "llm", "ml"})  # written in capitals
SAMPLES = "Sample portfolio"  # who added them, in the audit trail


def sample_folders() -> tuple[Path, ...]:
    """Return the folders of the sample vendors, one a vendor."""
    return tuple(sorted(path for path in FOLDER.glob("[!.]*") if path.is_dir()))


def load_samples(ws: Workspace) -> int:
    """Add the sample vendors to a store without vendors and return how many documents came in."""
    if list_vendors(ws):
        return 0
    added = 0
    for folder in sample_folders():
        vendor = add_vendor(ws, vendor_name(folder.name), by=SAMPLES)
        for path in sorted(path for path in folder.glob("[!.]*") if path.is_file()):
            result = add_file(ws, vendor=vendor.slug, name=path.name, data=path.read_bytes(), by=SAMPLES)
            added += result.document is not None
    return added


def vendor_name(folder: str) -> str:
    """Return a folder's name as a vendor's: "northwind-models" is "Northwind Models"."""
    words = [word for word in folder.replace("_", "-").split("-") if word]
    return " ".join(
        word.upper() if word in SHORT else (word if word[0].isupper() else word.capitalize()) for word in words
    )
