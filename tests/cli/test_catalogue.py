"""`clausemark catalogue`."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cli.catalogue import catalogue
from workflow.catalogue import FactRefused


def run(*arguments: str) -> Result:
    return CliRunner().invoke(catalogue, arguments)


def test_every_vendor_is_listed_with_its_facts() -> None:
    done = run("list", "--on", "2026-11-25")
    assert done.exit_code == 0
    assert "anthropic         Anthropic" in done.output
    assert len(done.output.splitlines()) >= 12


def test_a_vendor_is_shown_with_sources_and_with_what_is_not_published() -> None:
    done = run("show", "Mistral", "--on", "2026-11-25")
    assert "(old) 1 request a second (Free)" in done.output
    assert "Spend caps: not published" in done.output


def test_an_unknown_vendor_is_bad_usage_and_names_the_known() -> None:
    done = run("show", "nobody")
    assert done.exit_code == 2
    assert "Known are: anthropic" in done.stderr


@pytest.mark.parametrize("style", ["csv", "yaml"])
def test_what_is_exported_can_be_imported(tmp_path: Path, style: str) -> None:
    file = tmp_path / f"facts.{style}"
    file.write_text(run("export", "--format", style).output, encoding="utf-8")
    done = run("check", str(file))
    assert done.exit_code == 0
    assert "facts can be imported" in done.output


def test_a_bad_file_is_refused_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "facts.csv"
    file.write_text(
        "vendor,control,value,source,as_of,confidence\nx,nothing,3,s,2026-01-01,verified\n", encoding="utf-8"
    )
    done = run("check", str(file))
    assert isinstance(done.exception, FactRefused)
    assert "Line 2: There is no control “nothing”." in str(done.exception)
