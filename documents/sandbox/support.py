"""What this system has of the sandbox, in a sentence for people."""

from dataclasses import dataclass
from functools import cache

from documents.sandbox import filter as calls_filter
from documents.sandbox import landlock
from documents.sandbox.kernel import on_linux


@dataclass(frozen=True, slots=True, kw_only=True)
class Support:
    """`landlock` is the version of the kernel's interface (0: none), `filter` whether it filters system calls."""

    landlock: int
    filter: bool

    @property
    def complete(self) -> bool:
        """Whether readers can be closed off from files and from the system."""
        return self.landlock > 0 and self.filter

    @property
    def sentence(self) -> str:
        """Say what protects this computer from a file that takes over its reader, and what does not."""
        if self.complete:
            return "Files are read in a sandbox: no network, no other files, no programs."
        lacks = [name for name, there in (("Landlock", self.landlock), ("seccomp", self.filter)) if not there]
        return (
            f"Files are read in processes of their own with limits, but without a sandbox: this system lacks "
            f"{' and '.join(lacks)}. Use Linux 5.13 or newer for files from strangers."
        )


@cache
def support() -> Support:
    """Return what the running kernel offers; asks it once."""
    if not on_linux():
        return Support(landlock=0, filter=False)
    return Support(landlock=landlock.version(), filter=calls_filter.available())
