"""The version of the program, as results name it."""

import tomllib
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path


def _version() -> str:
    try:
        return version("clausemark")
    except PackageNotFoundError:  # run from a checkout that was not installed
        text = (Path(__file__).resolve().parent.parent / "pyproject.toml").read_text(encoding="utf-8")
        return str(tomllib.loads(text)["project"]["version"])


TOOL_VERSION: str = _version()
