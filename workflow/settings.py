"""The one table of settings: name, default, help; from clausemark.toml and, before it, the environment."""

import getpass
import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

from clauses.model import Reach
from documents.limits import Limits

ROOT = Path(__file__).resolve().parent.parent
PREFIX = "CLAUSEMARK_"
FILE = "clausemark.toml"
MEGABYTE = 1024**2


class Sandbox(StrEnum):
    """Whether files are read where the system cannot close off the process that reads them."""

    AUTO = "auto"
    REQUIRE = "require"


class SettingsError(Exception):
    """A setting cannot be used; `problems` are sentences that name the setting and where it was set."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__(" ".join(problems))
        self.problems = problems


def _data_folder() -> Path:
    """Return `data` beside the program in a checkout, else a folder in the user's home."""
    return ROOT / "data" if (ROOT / "pyproject.toml").exists() else Path.home() / "clausemark-data"


class Settings(BaseModel):
    """Every setting with its default and its help; the group is the heading under which it is shown."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_default=True)

    data_folder: Path = Field(
        default_factory=_data_folder,
        title="Storage",
        description="Folder that holds the files you add, the page images and the database.",
    )
    database_url: str = Field(
        default="",
        title="Storage",
        description="SQLAlchemy address of the database, such as postgresql+psycopg://user@host/clausemark. "
        "Empty: a SQLite file in the data folder.",
    )
    retention_days: Annotated[int, Field(ge=0)] = Field(
        default=0,
        title="Storage",
        description="Documents older than this many days are listed for removal. 0: keep all. "
        "Nothing is removed without being asked for.",
    )
    samples: bool = Field(
        default=True, title="Storage", description="Put the sample vendors into an empty store when it is opened."
    )
    reviewer: str = Field(
        default="", title="Review", description="Name offered to a new reviewer. Empty: the name of the system's user."
    )
    review_days: Annotated[int, Field(ge=1)] = Field(
        default=180, title="Review", description="Days after which a vendor's documents are due for another review."
    )
    reminder_days: Annotated[int, Field(ge=1)] = Field(
        default=90, title="Review", description="Days before a key day on which the portfolio starts to remind of it."
    )
    file_megabytes: Annotated[int, Field(ge=1, le=2000)] = Field(
        default=50, title="Limits", description="Largest file, in MB."
    )
    most_pages: Annotated[int, Field(ge=1)] = Field(
        default=2000, title="Limits", description="Most pages of one document."
    )
    seconds: Annotated[int, Field(ge=1)] = Field(
        default=120, title="Limits", description="Most seconds for reading one document."
    )
    seconds_per_recognised_page: Annotated[int, Field(ge=0)] = Field(
        default=10, title="Limits", description="Seconds added for each page whose text is recognised."
    )
    most_seconds: Annotated[int, Field(ge=1)] = Field(
        default=1800, title="Limits", description="Most seconds for one document, with all recognised pages."
    )
    worker_megabytes: Annotated[int, Field(ge=256)] = Field(
        default=2048, title="Limits", description="Memory of one reading process, in MB."
    )
    workers: Annotated[int, Field(ge=1, le=64)] = Field(
        default_factory=lambda: max(1, min(4, os.cpu_count() or 1)),
        title="Limits",
        description="Files that are read at the same time.",
    )
    sandbox: Sandbox = Field(
        default=Sandbox.AUTO,
        title="Limits",
        description="Processes that read files are closed off from everything else. auto: as far as this system can; "
        "require: nothing is read where it cannot.",
    )
    classifiers: Reach = Field(
        default=Reach.FULL,
        title="Trained reading",
        description="What reads beside the frames of the checks: full (linear classifiers, and a small transformer "
        "where they are unsure), fast (the linear classifiers alone) or off (frames alone, which find less).",
    )
    start_token: bool = Field(
        default=False,
        title="Access",
        description="On a computer that others use too: open the app only with the address that is shown when it "
        "starts; it holds a token that changes with every start.",
    )
    recognise_text: bool = Field(
        default=True, title="Text recognition", description="Recognise the text of scanned pages."
    )

    @property
    def limits(self) -> Limits:
        """The limits of reading one file."""
        return Limits(
            file_bytes=self.file_megabytes * MEGABYTE,
            pages=self.most_pages,
            seconds=self.seconds,
            seconds_per_recognised_page=self.seconds_per_recognised_page,
            most_seconds=self.most_seconds,
            memory_bytes=self.worker_megabytes * MEGABYTE,
            recognise=self.recognise_text,
            require_sandbox=self.sandbox is Sandbox.REQUIRE,
        )

    @property
    def database(self) -> str:
        """The address of the database, the SQLite file of the data folder unless set."""
        return self.database_url or f"sqlite:///{self.data_folder.resolve() / 'clausemark.sqlite3'}"

    @property
    def files_folder(self) -> Path:
        """Where the bytes of the documents lie."""
        return self.data_folder / "files"

    @property
    def images_folder(self) -> Path:
        """Where drawn pages lie; it can be emptied at any time."""
        return self.data_folder / "images"

    @property
    def default_reviewer(self) -> str:
        """The name offered to a new reviewer."""
        if self.reviewer:
            return self.reviewer
        try:
            return getpass.getuser()
        except (KeyError, OSError):  # a container's user often has no name
            return "reviewer"


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingRow:
    """A setting as it is shown; `source` is "default", "environment" or the file's name."""

    name: str
    group: str
    value: str
    default: str
    variable: str
    source: str
    help: str


def load_settings(environment: Mapping[str, str] | None = None, *, folder: Path | None = None) -> Settings:
    """Return the settings: the environment before clausemark.toml before the defaults.

    clausemark.toml is looked for in `folder` (the present one unless told), then beside the program. Variables of
    other names are left alone. Raises SettingsError.
    """
    from_file = _from_file(_file(folder or Path.cwd()))
    from_environment = _from_environment(os.environ if environment is None else environment)
    try:
        settings = Settings.model_validate({**from_file, **from_environment})
        make_url(settings.database)
    except ValidationError as error:
        raise SettingsError(tuple(_sentence(item, from_environment) for item in error.errors())) from error
    except ArgumentError as error:
        raise SettingsError(("The setting database_url is not an address that SQLAlchemy understands.",)) from error
    return settings


def setting_rows(settings: Settings) -> tuple[SettingRow, ...]:
    """Return every setting in the order of the table, secrets hidden."""
    from_environment, path = _from_environment(os.environ), _file(Path.cwd())
    from_file = _from_file(path)
    return tuple(
        SettingRow(
            name=name,
            group=field.title or "",
            value=_shown(name, getattr(settings, name)),
            default=_shown(name, field.get_default(call_default_factory=True, validated_data={})),
            variable=PREFIX + name.upper(),
            source="environment" if name in from_environment else (FILE if name in from_file else "default"),
            help=field.description or "",
        )
        for name, field in Settings.model_fields.items()
    )


def _file(folder: Path) -> Path | None:
    return next((path for path in (folder / FILE, ROOT / FILE) if path.is_file()), None)


def _from_file(path: Path | None) -> dict[str, Any]:
    if path is None:
        return {}
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsError((f"{FILE} could not be read: {error}.",)) from error


def _from_environment(environment: Mapping[str, str]) -> dict[str, str]:
    return {
        name: environment[PREFIX + name.upper()]
        for name in Settings.model_fields
        if environment.get(PREFIX + name.upper(), "") != ""
    }


def _sentence(item: Any, from_environment: Mapping[str, str]) -> str:
    name = str(item["loc"][0])
    if item["type"] == "extra_forbidden":
        return f"{FILE}: there is no setting called “{name}”."
    place = PREFIX + name.upper() if name in from_environment else f"{FILE}, {name}"
    return f"{place}: {item['msg']}, and it is “{item['input']}”."


def _shown(name: str, value: object) -> str:
    if name == "database_url" and value:
        return make_url(str(value)).render_as_string(hide_password=True)
    return {True: "on", False: "off"}[value] if isinstance(value, bool) else str(value)
