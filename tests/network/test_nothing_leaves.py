"""Nothing leaves the computer: not from us, and not from a library."""

import os
import sys
from pathlib import Path

import pytest

from tests.network.watch import outside, watch, why_not

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """The environment of a buyer's first start: an empty home, and no variable that makes a library hold back."""
    if why_not():
        assert not os.environ.get("CI"), why_not()
        pytest.skip(f"connections cannot be counted here: {why_not()}")
    (tmp_path / "home").mkdir()
    # ONNX Runtime, for one, sends nothing where a variable says that this is a build server; so none is handed on.
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(tmp_path / "home"),
        "PYTHONPATH": str(ROOT),
        "LANG": "C.UTF-8",
        "CLAUSEMARK_DATA_FOLDER": str(tmp_path / "data"),
        "CLAUSEMARK_SAMPLES": "false",
        "CLAUSEMARK_WORKERS": "1",
    }


def test_no_connection_and_no_question_for_a_name_leaves_the_computer(
    environment: dict[str, str], tmp_path: Path
) -> None:
    command = [sys.executable, "-m", "tests.network.journey"]
    done = watch(command, tmp_path / "trace", folder=tmp_path, environment=environment, seconds=1500)
    assert done.code == 0 and "JOURNEY DONE" in done.said, done.said[-4000:]
    assert done.outside == ()
    left = [path for path in (tmp_path / "home").rglob("*") if "microsoft" in str(path).lower()]
    assert left == []


TALK = """
import socket
for family, kind, address in (
    (socket.AF_INET, socket.SOCK_STREAM, ("127.0.0.1", 9)),
    (socket.AF_INET, socket.SOCK_STREAM, ("192.0.2.1", 443)),
    (socket.AF_INET6, socket.SOCK_STREAM, ("2001:db8::1", 443)),
    (socket.AF_INET, socket.SOCK_DGRAM, ("127.0.0.53", 53)),
):
    talk = socket.socket(family, kind)
    talk.settimeout(0.5)
    try:
        talk.connect(address)
    except OSError:
        pass
talk = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
try:
    talk.sendto(b"x", ("192.0.2.2", 99))
except OSError:
    pass
"""


def test_a_library_that_phones_home_is_noticed_also_in_a_process_of_its_own(
    environment: dict[str, str], tmp_path: Path
) -> None:
    nested = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {TALK!r}])"
    done = watch(
        [sys.executable, "-c", nested], tmp_path / "trace", folder=tmp_path, environment=environment, seconds=60
    )
    assert done.outside == ("192.0.2.1 port 443", "2001:db8::1 port 443", "127.0.0.53 port 53", "192.0.2.2 port 99")


@pytest.mark.parametrize(
    ("call", "counted"),
    [
        pytest.param(
            '7 connect(3, {sa_family=AF_INET, sin_port=htons(80), sin_addr=inet_addr("8.8.8.8")}, 16 <unfinished ...>',
            ("8.8.8.8 port 80",),
            id="a call that is cut off by another",
        ),
        pytest.param(
            "7 connect(3, {sa_family=AF_INET6, sin6_port=htons(80), sin6_flowinfo=htonl(0), "
            'inet_pton(AF_INET6, "::ffff:127.0.0.1", &sin6_addr), sin6_scope_id=0}, 28) = 0',
            (),
            id="loopback written as IPv6",
        ),
        pytest.param(
            '7 connect(3, {sa_family=AF_UNIX, sun_path="/run/systemd/resolve/io.systemd.Resolve"}, 42) = 0',
            ("/run/systemd/resolve/io.systemd.Resolve",),
            id="a question for a name through a local service",
        ),
        pytest.param('7 connect(3, {sa_family=AF_UNIX, sun_path="/tmp/own"}, 42) = 0', (), id="another process here"),
    ],
)
def test_a_call_is_counted_by_its_address(call: str, counted: tuple[str, ...]) -> None:
    assert outside(call) == counted
