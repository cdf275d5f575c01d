"""Where Python, the libraries, the models and our own code lie: all that a worker may read of the file system."""

import compileall
import sys
import sysconfig
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# Shared libraries, the processor's features, the time zone. Nothing here is anyone's own.
SYSTEM = (
    "/lib", "/lib64", "/usr/lib", "/usr/lib64", "/usr/local/lib", "/nix/store", "/etc/ld.so.cache", "/etc/localtime",
    "/usr/share/zoneinfo", "/dev/null", "/dev/urandom", "/proc/cpuinfo", "/proc/meminfo", "/sys/devices/system/cpu",
)  # fmt: skip


def readable(packages: tuple[str, ...]) -> tuple[str, ...]:
    """Return the paths that a worker may read to run our packages and those named."""
    own = [str(ROOT / name) for name in (*own_packages(), *packages)]
    return tuple(dict.fromkeys((*SYSTEM, *map(str, _library_folders()), *own)))


def import_paths() -> tuple[str, ...]:
    """Return our root and those entries of this program's path that are libraries, in their order.

    A working folder or a script's folder never goes along: it may hold anything.
    """
    folders = _library_folders()
    kept = [path for path in sys.path if path and any(Path(path).resolve().is_relative_to(each) for each in folders)]
    return tuple(dict.fromkeys((str(ROOT), *kept)))


@cache
def own_packages() -> tuple[str, ...]:
    """Return the names of our packages in a checkout; none where they are installed among the libraries."""
    if any(ROOT.is_relative_to(folder) for folder in _library_folders()):
        return ()
    return tuple(sorted(path.parent.name for path in ROOT.glob("*/__init__.py")))


@cache
def compile_own() -> None:
    """Compile our packages' modules where that is due: a worker must not write, and would do it at every start."""
    for name in own_packages():
        compileall.compile_dir(ROOT / name, quiet=2)


@cache
def _library_folders() -> tuple[Path, ...]:
    paths = sysconfig.get_paths()
    named = [paths[key] for key in ("stdlib", "platstdlib", "purelib", "platlib")]
    named += [path for path in sys.path if Path(path).name in ("site-packages", "dist-packages", "lib-dynload")]
    named += [str(Path(prefix) / "lib") for prefix in (sys.prefix, sys.base_prefix)]
    return tuple(dict.fromkeys(Path(each).resolve() for each in named))
