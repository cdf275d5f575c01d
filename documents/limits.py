"""How much one file may cost: every limit that stops a hostile or endless document."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Limits of one file. All are settings; the defaults suit contracts of up to 2,000 pages.

    `seconds` is the time for a file without text recognition; each recognised page adds
    `seconds_per_recognised_page`, up to `most_seconds` in all. `unpacked_bytes` bounds what a Word file's
    archive may unpack to, `depth` the nesting of its XML and of an HTML page. `require_sandbox` refuses to read where
    the system cannot close the reader off.
    """

    file_bytes: int = 50 * 1024**2
    pages: int = 2000
    seconds: float = 120
    seconds_per_recognised_page: float = 10
    most_seconds: float = 1800
    memory_bytes: int = 2 * 1024**3
    unpacked_bytes: int = 200 * 1024**2
    depth: int = 200
    recognise: bool = True
    require_sandbox: bool = False

    def seconds_for(self, recognised: int) -> float:
        """Return the time that a file may take once `recognised` of its pages went through text recognition."""
        return min(self.seconds + recognised * self.seconds_per_recognised_page, self.most_seconds)
