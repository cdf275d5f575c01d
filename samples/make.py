"""Makes the invented vendors' documents from their text sources: python -m samples.make."""

from collections.abc import Callable, Sequence
from pathlib import Path

from samples.source import Part, read_source
from samples.writers import write_html, write_pdf, write_scan, write_word

VENDORS = Path(__file__).parent / "vendors"
NAMES = {"northwind-models": "Northwind Models", "tallowmere-ai": "Tallowmere AI", "quillmoor-labs": "Quillmoor Labs"}
Writer = Callable[[str, Sequence[Part]], bytes]
FILES: tuple[tuple[str, str, str, Writer], ...] = (
    ("northwind-models", "master-services-agreement", "pdf", write_pdf),
    ("northwind-models", "acceptable-use-policy", "html", write_html),
    ("northwind-models", "data-processing-agreement", "pdf", write_pdf),
    ("northwind-models", "soc2-type-ii-report", "pdf", write_pdf),
    ("tallowmere-ai", "enterprise-services-agreement", "pdf", write_pdf),
    ("tallowmere-ai", "acceptable-use-policy", "docx", write_word),
    ("tallowmere-ai", "data-processing-addendum", "pdf", write_pdf),
    ("tallowmere-ai", "soc2-type-i-report", "pdf", write_scan),
    ("quillmoor-labs", "terms-of-service", "pdf", write_pdf),
    ("quillmoor-labs", "usage-guidelines", "html", write_html),
    ("quillmoor-labs", "data-processing-terms", "docx", write_word),
    ("quillmoor-labs", "security-attestation", "pdf", write_pdf),
)


def main() -> None:
    """Write every file of the sample portfolio again."""
    for vendor, name, ending, write in FILES:
        path = VENDORS / vendor / f"{name}.{ending}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(write(NAMES[vendor], read_source(vendor, name)))
        print(path.relative_to(VENDORS.parent))


if __name__ == "__main__":
    main()
