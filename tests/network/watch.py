"""Runs a command and counts every connection, datagram and question for a name that would leave the computer.

`strace` names each call of each process and thread, also of libraries that come without source. Where the system
allows it the command runs in a network of its own that has loopback only, so that nothing gets out even when a test
fails; attempts are counted all the same.
"""

import ipaddress
import re
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

CALLS = "connect,sendto,sendmsg,sendmmsg"
NAME_PORTS = (53, 853, 5353)  # a question for a name leaves the computer even when a program on it passes it on
INTERNET = re.compile(
    r"sa_family=AF_INET6?, sin6?_port=htons\((?P<port>\d+)\).*?"
    r"inet_(?:addr\(|pton\(AF_INET6, )\"(?P<address>[0-9a-fA-F.:]+)\""
)
RESOLVER = re.compile(r'sun_path="(?P<path>[^"]*/systemd/resolve/[^"]*)"')
LOOPBACK_UP = (
    "import fcntl, socket, struct, subprocess, sys; "
    "fcntl.ioctl(socket.socket(), 0x8914, struct.pack('16sH14s', b'lo', 0x49, b'')); "  # SIOCSIFFLAGS: up, running
    "sys.exit(subprocess.run(sys.argv[1:]).returncode)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """How a command ended, what it said, and to whom it would have spoken outside, one entry a call."""

    code: int
    said: str
    outside: tuple[str, ...]


@cache
def why_not() -> str:
    """Return why nothing can be watched here; empty when it can."""
    if shutil.which("strace") is None:
        return "strace is not installed"
    tried = subprocess.run(["strace", "-f", "-o", "/dev/null", "true"], capture_output=True, check=False)
    return "" if tried.returncode == 0 else f"strace may not trace here: {tried.stderr.decode()[-200:]}"


@cache
def own_network() -> tuple[str, ...]:
    """Return the command that gives another one a network with loopback only; empty where that is not allowed."""
    for choice in (("unshare", "--net"), ("unshare", "--map-root-user", "--net")):
        whole = (*choice, "python3", "-c", LOOPBACK_UP)
        if (
            shutil.which("unshare")
            and subprocess.run([*whole, "true"], capture_output=True, check=False).returncode == 0
        ):
            return whole
    return ()


def watch(
    command: Sequence[str], trace: Path, *, folder: Path, environment: Mapping[str, str], seconds: float
) -> Watched:
    """Run a command to its end and return what it did; `trace` is the file for the calls."""
    strace = ["strace", "-f", "-qq", "--seccomp-bpf", "-e", f"trace={CALLS}", "-e", "signal=none", "-o", str(trace)]
    done = subprocess.run(
        [*own_network(), *strace, *command],
        cwd=folder,
        env=dict(environment),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
        timeout=seconds,
    )
    calls = trace.read_text(encoding="utf-8", errors="replace")
    return Watched(code=done.returncode, said=done.stdout.decode(errors="replace"), outside=outside(calls))


def outside(calls: str) -> tuple[str, ...]:
    """Return the addresses beyond loopback, and the resolvers of names, to which the calls of a trace speak."""
    found = []
    for call in calls.splitlines():
        for place in INTERNET.finditer(call):
            address, port = ipaddress.ip_address(place["address"]), int(place["port"])
            if port in NAME_PORTS or not _is_here(address):
                found.append(f"{address} port {port}")
        found += [place["path"] for place in RESOLVER.finditer(call)]
    return tuple(found)


def _is_here(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    plain = getattr(address, "ipv4_mapped", None) or address
    return bool(plain.is_loopback or plain.is_unspecified)
