"""The vendor is guessed from the parties, from who says "we", or from the file name."""

import pytest

from documents.read import read_document
from documents.vendor import guess_vendor


@pytest.mark.parametrize(
    ("text", "name", "vendor"),
    [
        pytest.param(
            'This Agreement is between Northwind Models, Inc. ("Provider") and Big Bank Ltd. ("Customer").',
            "a.md",
            "Northwind Models",
            id="the party called provider",
        ),
        pytest.param(
            'This Agreement is between Big Bank Ltd. ("Customer") and Northwind Models GmbH ("Supplier").',
            "a.md",
            "Northwind Models",
            id="not the customer who is named first",
        ),
        pytest.param('Welcome to Northwind AI ("Northwind," "we," or "us").', "a.md", "Northwind AI", id="who says we"),
        pytest.param("All rights reserved. © 2025 Northwind Models Inc.", "a.md", "Northwind Models", id="copyright"),
        pytest.param("Nothing is said here.", "northwind_dpa_2025.md", "Northwind", id="file name"),
        pytest.param("Nothing is said here.", "terms-of-service.md", None, id="nothing to go by"),
    ],
)
def test_the_vendor_is_guessed(text: str, name: str, vendor: str | None) -> None:
    assert guess_vendor(read_document(text.encode(), name)) == vendor
