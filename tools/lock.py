"""Compile the hash-pinned requirement files from their .in twins and carry the reasons over.

Run by `make lock`; needs `uv`. The comment behind a direct requirement says why it is there; it is
written above the pinned line, so that requirements.txt can be read alone.
"""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
REQUIREMENT = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[^\]]*\])?[^#]*?(?:#\s*(.+))?$")


def reasons(source: Path) -> dict[str, str]:
    """Return the reason for each direct requirement by its normalised name."""
    found = {}
    for line in source.read_text(encoding="utf-8").splitlines():
        match = REQUIREMENT.match(line)
        if match and match[2] and not line.startswith(("#", "-")):
            found[re.sub(r"[-_.]+", "-", match[1]).lower()] = match[2]
    return found


def compile_file(name: str) -> None:
    """Write NAME.txt from NAME.in with exact versions, hashes and reasons."""
    source, target = ROOT / f"{name}.in", ROOT / f"{name}.txt"
    command = ["uv", "pip", "compile", "-q", "--universal", "--python-version", "3.11", "--generate-hashes"]
    command += ["--no-annotate", "--no-header", source.name, "-o", target.name]
    subprocess.run(command, check=True, cwd=ROOT)
    why = reasons(source)
    lines = [f"# Compiled from {source.name} by `make lock`; do not edit."]
    for line in target.read_text(encoding="utf-8").splitlines():
        pinned = re.match(r"^([A-Za-z0-9._-]+)==", line)
        if pinned and pinned[1].lower() in why:
            lines.append(f"# {why[pinned[1].lower()]}")
        if not line.startswith("--index") and not line.startswith("--find"):
            lines.append(line)
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    for target_name in sys.argv[1:] or ["requirements", "requirements-dev"]:
        compile_file(target_name)
