from pathlib import Path

import pytest

from workflow.settings import PREFIX, Settings, SettingsError, load_settings, setting_rows


def test_the_environment_comes_before_the_file_and_the_file_before_the_defaults(tmp_path: Path) -> None:
    (tmp_path / "clausemark.toml").write_text("seconds = 30\nmost_pages = 7\n")
    settings = load_settings({"CLAUSEMARK_SECONDS": "40"}, folder=tmp_path)
    assert (settings.seconds, settings.most_pages, settings.file_megabytes) == (40, 7, 50)


@pytest.mark.parametrize(
    ("variable", "value", "said"),
    [
        ("CLAUSEMARK_WORKERS", "many", "CLAUSEMARK_WORKERS"),
        ("CLAUSEMARK_FILE_MEGABYTES", "0", "CLAUSEMARK_FILE_MEGABYTES"),
        ("CLAUSEMARK_RECOGNISE_TEXT", "perhaps", "CLAUSEMARK_RECOGNISE_TEXT"),
        ("CLAUSEMARK_DATABASE_URL", "nonsense", "database_url"),
    ],
)
def test_a_value_that_cannot_be_used_is_named_with_its_place(
    tmp_path: Path, variable: str, value: str, said: str
) -> None:
    with pytest.raises(SettingsError, match=said):
        load_settings({variable: value}, folder=tmp_path)


@pytest.mark.parametrize(
    ("text", "said"),
    [("secnods = 3", "no setting called “secnods”"), ("seconds =", "could not be read"), ("seconds = -1", "seconds")],
    ids=["misspelt", "no TOML", "too small"],
)
def test_a_file_that_cannot_be_used_says_why(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "clausemark.toml").write_text(text)
    with pytest.raises(SettingsError, match=said):
        load_settings({}, folder=tmp_path)


def test_other_variables_of_the_environment_are_left_alone(tmp_path: Path) -> None:
    assert load_settings({"CLAUSEMARK_PORT_8501_TCP": "x", "CLAUSEMARK_SECONDS": ""}, folder=tmp_path).seconds == 120


def test_the_limits_are_in_the_units_of_the_readers() -> None:
    limits = Settings(file_megabytes=2, worker_megabytes=512, recognise_text=False).limits
    assert (limits.file_bytes, limits.memory_bytes, limits.recognise) == (2 * 1024**2, 512 * 1024**2, False)


def test_the_table_shows_every_setting_with_its_source_and_no_password(monkeypatch: pytest.MonkeyPatch) -> None:
    address = "postgresql+psycopg://ada:secret@host/store"
    monkeypatch.setenv(f"{PREFIX}DATABASE_URL", address)
    rows = {row.name: row for row in setting_rows(load_settings())}
    assert set(rows) == set(Settings.model_fields)
    assert rows["database_url"].source == "environment"
    assert "secret" not in rows["database_url"].value
    assert all(row.help and row.group for row in rows.values())
