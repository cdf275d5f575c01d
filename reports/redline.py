"""Proposals become tracked changes and comments in the Word file that was uploaded; nothing else in it changes.

The body is edited as XML, so that every other part stays byte for byte and untouched paragraphs keep every sign. All
texts go in as text nodes: none can become markup. Tracked changes follow ECMA-376 part 1, section 17.13.
"""

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from datetime import date

from lxml import etree

from documents.archive import Archive
from documents.limits import Limits
from documents.model import ProblemCode, UnreadableDocument
from negotiation.redline import Proposal
from reports.comments import add_comments
from reports.printable import printable_text

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
MAIN = "word/document.xml"
PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
SIGNATURES = re.compile(r"\bin witness whereof\b|^\W*(?:signed|signature|executed)\b|^\W*by\s*:\s*_", re.IGNORECASE)
FIRST = 8  # words that are enough to find a place
KEPT = frozenset(f"{W}{name}" for name in ("pStyle", "spacing", "ind", "jc"))  # the look of the neighbour, no number


UNUSUAL = "Only a Word file (.docx) in the usual form can be redlined. Save it as .docx in Word first."


class CannotRedline(ValueError):
    """The file has no body that can be edited; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class _Change:
    """Who changed something and when, as it stands on every change."""

    author: str
    stamp: str


def redline(
    data: bytes, proposed: Sequence[Proposal], *, author: str, on: date, name: str = "", limits: Limits | None = None
) -> bytes:
    """Return a Word file with the proposals as tracked insertions and deletions, each with a comment that says why.

    A proposal stands after the paragraph of its quote; without one, before the signatures or at the end. Raises
    CannotRedline for a file that is no Word file in the usual form, or unpacks to more than the limits allow; `name`
    stands in its sentence.
    """
    try:
        archive = Archive(data, name, limits or Limits())
        parts, order = {part: archive.read(part) for part in archive.order}, list(archive.order)
        root = etree.fromstring(parts[MAIN], PARSER)
        body = root.find(f"{W}body")
    except UnreadableDocument as unreadable:
        if unreadable.problem.code is ProblemCode.TOO_LARGE:
            raise CannotRedline(unreadable.problem.text) from None
        body = None
    except (KeyError, etree.XMLSyntaxError):
        body = None
    if body is None:
        raise CannotRedline(UNUSUAL)
    try:
        return _redlined(
            data, (root, body), parts, order, proposed, _Change(printable_text(author), f"{on.isoformat()}T00:00:00Z")
        )
    except (etree.XMLSyntaxError, KeyError) as broken:
        raise CannotRedline(UNUSUAL) from broken


def _redlined(
    data: bytes,
    document: tuple[etree._Element, etree._Element],
    parts: dict[str, bytes],
    order: list[str],
    proposed: Sequence[Proposal],
    change: "_Change",
) -> bytes:
    root, body = document
    numbers = _numbers(root)
    notes = {number: _propose(body, each, change, numbers, number) for number, each in enumerate(proposed)}
    ids = add_comments(parts, order, notes, author=change.author, stamp=change.stamp)
    for element in root.iter(f"{W}commentRangeStart", f"{W}commentRangeEnd", f"{W}commentReference"):
        if (own := element.get(f"{W}id", "")).startswith("new-"):
            element.set(f"{W}id", ids[int(own.removeprefix("new-"))])
    parts[MAIN] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return _packed(data, parts, order)


def _propose(body: etree._Element, proposal: Proposal, change: _Change, numbers: Iterator[str], number: int) -> str:
    """Put one proposal into the body and return the text of its comment."""
    anchor = _paragraph_of(body, proposal.quote)
    if anchor is not None and proposal.replaces:
        _delete_quote(anchor, proposal.quote, change, numbers)
    paragraph = _inserted(proposal.text, anchor, change, numbers, number)
    if anchor is not None:
        _last_of(anchor).addnext(paragraph)
    else:
        _before_signatures(body, paragraph)
    return printable_text(proposal.reason)


def _paragraph_of(body: etree._Element, quote: str) -> etree._Element | None:
    if not quote:
        return None
    # A quote may go on in the next paragraph, or through a link: then its first words lead to its place.
    for words in (quote, " ".join(quote.split()[:FIRST])):
        pattern = _pattern(words)
        found = next((p for p in body.iter(f"{W}p") if pattern.search(_text(p))), None)
        if found is not None:
            return found
    return None


def _last_of(anchor: etree._Element) -> etree._Element:
    """Return the last of the paragraphs that were put in after an anchor before."""
    following = anchor.getnext()
    while following is not None:
        own = following.find(f"{W}commentRangeStart")
        if own is None or not own.get(f"{W}id", "").startswith("new-"):
            break
        anchor, following = following, following.getnext()
    return anchor


def _pattern(quote: str) -> re.Pattern[str]:
    """Return an expression for a quote whatever its spaces: reading made each run of them one."""
    return re.compile(r"\s*".join(re.escape(word) for word in quote.split()))


def _text(paragraph: etree._Element) -> str:
    return "".join(text.text or "" for _, text in _runs(paragraph))


def _runs(paragraph: etree._Element) -> Iterator[tuple[etree._Element, etree._Element]]:
    """Yield the runs that stand in a paragraph itself, not deleted and not in a box, each with each of its texts."""
    for text in paragraph.iter(f"{W}t"):
        run = text.getparent()
        if run is not None and run.tag == f"{W}r" and run.getparent() is paragraph:
            yield run, text


def _delete_quote(paragraph: etree._Element, quote: str, change: _Change, numbers: Iterator[str]) -> None:
    """Mark the words of a quote as deleted; runs are cut where it begins and ends."""
    match = _pattern(quote).search(_text(paragraph))
    if match is None:
        return
    at = 0
    for run, text in list(_runs(paragraph)):
        words = text.text or ""
        start, end = max(match.start() - at, 0), min(match.end() - at, len(words))
        at += len(words)
        if start < end:
            _delete_part(run, text, (start, end), change, numbers)


def _delete_part(
    run: etree._Element, text: etree._Element, part: tuple[int, int], change: _Change, numbers: Iterator[str]
) -> None:
    words, (start, end) = text.text or "", part
    before, middle, after = words[:start], words[start:end], words[end:]
    deleted = _run_like(run, middle, "delText")
    mark = _mark("del", change, numbers)
    mark.append(deleted)
    text.text = before
    text.set(SPACE, "preserve")
    # What follows the text inside its run (a tab, a note) goes on after the deleted words.
    rest = _run_like(run, after, "t") if after else None
    tail = list(text.itersiblings())
    if tail and rest is None:
        rest = _run_like(run, "", "t")
    if rest is not None:
        rest.extend(tail)
        run.addnext(rest)
    run.addnext(mark)


def _run_like(run: etree._Element, words: str, tag: str) -> etree._Element:
    made = etree.Element(f"{W}r")
    properties = run.find(f"{W}rPr")
    if properties is not None:
        made.append(deepcopy(properties))
    text = etree.SubElement(made, f"{W}{tag}")
    text.text = words
    text.set(SPACE, "preserve")
    return made


def _inserted(
    words: str, neighbour: etree._Element | None, change: _Change, numbers: Iterator[str], number: int
) -> etree._Element:
    """Return a paragraph that is an insertion as a whole, with the ends of its comment around it."""
    paragraph = etree.Element(f"{W}p")
    properties = etree.SubElement(paragraph, f"{W}pPr")
    look = neighbour.find(f"{W}pPr") if neighbour is not None else None
    properties.extend(deepcopy(each) for each in (look if look is not None else ()) if each.tag in KEPT)
    etree.SubElement(properties, f"{W}rPr").append(_mark("ins", change, numbers))
    own = {f"{W}id": f"new-{number}"}
    etree.SubElement(paragraph, f"{W}commentRangeStart", own)
    mark = _mark("ins", change, numbers)
    text = etree.SubElement(etree.SubElement(mark, f"{W}r"), f"{W}t")
    text.text = printable_text(words)
    text.set(SPACE, "preserve")
    paragraph.append(mark)
    etree.SubElement(paragraph, f"{W}commentRangeEnd", own)
    etree.SubElement(etree.SubElement(paragraph, f"{W}r"), f"{W}commentReference", own)
    return paragraph


def _before_signatures(body: etree._Element, paragraph: etree._Element) -> None:
    blocks = [each for each in body if each.tag != f"{W}sectPr"]
    signed = next((each for each in blocks if each.tag == f"{W}p" and SIGNATURES.search(_text(each))), None)
    if signed is not None:
        signed.addprevious(paragraph)
    elif blocks:
        blocks[-1].addnext(paragraph)
    else:
        body.insert(0, paragraph)


def _mark(kind: str, change: _Change, numbers: Iterator[str]) -> etree._Element:
    marked = {f"{W}id": next(numbers), f"{W}author": change.author, f"{W}date": change.stamp}
    return etree.Element(f"{W}{kind}", marked)


def _numbers(root: etree._Element) -> Iterator[str]:
    used = [int(value) for e in root.iter() if (value := e.get(f"{W}id", "")).isdecimal()]
    number = max(used, default=0)
    while True:
        number += 1
        yield str(number)


def _packed(data: bytes, parts: dict[str, bytes], order: Sequence[str]) -> bytes:
    """Return the archive in its old order and with its old times; new parts stand last."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        known = {part.filename: part for part in old.infolist()}
        for name in order:
            info = known.get(name) or zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            new.writestr(info, parts[name], zipfile.ZIP_DEFLATED)
    return out.getvalue()
