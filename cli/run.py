"""`clausemark run`: the app in the browser, on this computer only."""

import os
import sys
from pathlib import Path

import click

from workflow.settings import Settings, load_settings

APP = Path(__file__).resolve().parent.parent / "app.py"


@click.command()
@click.option("--port", type=click.IntRange(1, 65535), default=8501, show_default=True)
@click.option("--browser/--no-browser", default=None, help="Open a browser. [default: only where there is a display]")
def run(port: int, *, browser: bool | None) -> None:
    """Open the app on 127.0.0.1, with the sample portfolio when the store is empty. Stop it with Ctrl-C."""
    settings = load_settings()
    if not APP.exists():
        raise click.ClickException(f"{APP} is not here. Run Clausemark from its checkout, or install it again.")
    opens = has_display() if browser is None else browser
    # With a token, only the app knows the whole address, and says it once it answers.
    place = "its address follows" if settings.start_token else f"http://127.0.0.1:{port}"
    click.echo(f"Clausemark: {place}  Data: {settings.data_folder}  Stop with Ctrl-C.", err=True)
    os.umask(0o077)  # whatever the app writes is private to who runs it
    # In place of this process, so that signals reach the app itself.
    os.execv(sys.executable, command(settings, port=port, opens=opens))  # noqa: S606 - our own program, no shell


def command(settings: Settings, *, port: int, opens: bool) -> list[str]:
    """Return the command that serves the app; the rest of its configuration lies beside app.py."""
    options = {
        "server.address": "127.0.0.1",
        "server.port": str(port),
        "server.headless": "false" if opens else "true",
        "server.maxUploadSize": str(settings.file_megabytes),
        "browser.gatherUsageStats": "false",
    }
    arguments = [part for name, value in options.items() for part in (f"--{name}", value)]
    return [sys.executable, "-m", "streamlit", "run", str(APP), *arguments]


def has_display() -> bool:
    """Tell whether a browser could show up here."""
    return sys.platform in ("darwin", "win32") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
