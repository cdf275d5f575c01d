"""The sentences that tell a buyer why a file, or a part of it, could not be read and what to do about it."""

from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath

from documents.model import Problem, ProblemCode, UnreadableDocument
from documents.normalise import normalise

# A sentence quotes so many letters of what it speaks of.
EXCERPT = 160
LANGUAGE_NAMES = {
    "ar": "Arabic", "bg": "Bulgarian", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek", "es":
    "Spanish", "fa": "Persian", "fi": "Finnish", "fr": "French", "he": "Hebrew", "hi": "Hindi", "hu": "Hungarian",
    "id": "Indonesian", "it": "Italian", "ja": "Japanese", "ko": "Korean", "la": "Latin", "nl": "Dutch", "no":
    "Norwegian", "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sv": "Swedish", "th":
    "Thai", "tr": "Turkish", "uk": "Ukrainian", "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip


def shown(name: str) -> str:
    """Return a file's name as it may be shown: without folders and control characters, 80 characters at most."""
    last = PurePosixPath(name.replace("\\", "/")).name
    clean = "".join(character if character.isprintable() else " " for character in last).strip() or "the file"
    return clean if len(clean) <= 80 else f"{clean[:60]}…{clean[-18:]}"


def pages_in_words(pages: Sequence[int]) -> str:
    """Return page numbers with runs joined: "3, 5 to 8 and 12"."""
    runs: list[list[int]] = []
    for page in pages:
        if runs and page == runs[-1][1] + 1:
            runs[-1][1] = page
        else:
            runs.append([page, page])
    words = [str(a) if a == b else f"{a} to {b}" if b > a + 1 else f"{a}, {b}" for a, b in runs]
    return words[0] if len(words) == 1 else ", ".join(words[:-1]) + f" and {words[-1]}" if words else ""


def _fatal(code: ProblemCode, text: str) -> UnreadableDocument:
    return UnreadableDocument(Problem(code=code, text=text, fatal=True))


def empty(name: str) -> UnreadableDocument:
    """The file has no content."""
    return _fatal(ProblemCode.EMPTY, f"{shown(name)} is empty. Add the file again from where you got it.")


def without_text(name: str) -> UnreadableDocument:
    """The file opens, and there are no words in it."""
    return _fatal(ProblemCode.EMPTY, f"{shown(name)} holds no text. Check that it is the right file.")


def locked(name: str) -> UnreadableDocument:
    """The file asks for a password."""
    text = f"{shown(name)} is locked with a password. Save a copy without the password and add that."
    return _fatal(ProblemCode.LOCKED, text)


def damaged(name: str) -> UnreadableDocument:
    """The file has the marks of its format and does not open."""
    text = f"{shown(name)} is damaged and could not be opened. Save it again as PDF or Word and add that."
    return _fatal(ProblemCode.DAMAGED, text)


def too_large(name: str, size: int, limit: int) -> UnreadableDocument:
    """The file has more bytes than are allowed."""
    return _fatal(
        ProblemCode.TOO_LARGE,
        f"{shown(name)} has {size / 1024**2:,.1f} MB; the limit is {limit / 1024**2:,.0f} MB. "
        "Split it, or ask your administrator for a higher limit.",
    )


def unpacks_too_large(name: str, limit: int) -> UnreadableDocument:
    """The file is an archive that unpacks to far more than its size: a zip bomb or very large images."""
    return _fatal(
        ProblemCode.TOO_LARGE,
        f"{shown(name)} unpacks to more than {limit / 1024**2:,.0f} MB, which is not normal for a contract. "
        "Save it as PDF and add that.",
    )


def nested_too_deeply(name: str) -> UnreadableDocument:
    """The file's parts are nested thousands deep: made to exhaust whoever reads it."""
    text = f"{shown(name)} is built in a way that is not normal for a document. Save it as PDF and add that."
    return _fatal(ProblemCode.DAMAGED, text)


def passage_too_long(name: str, limit: int) -> UnreadableDocument:
    """One paragraph of the file is longer than the checks take: no text, or made to exhaust them."""
    return _fatal(
        ProblemCode.TOO_LARGE,
        f"{shown(name)} has a paragraph of more than {limit:,} characters, which is not normal for a document. "
        "Save it with its paragraphs, or as PDF, and add that.",
    )


def too_many_pages(name: str, pages: int, limit: int) -> UnreadableDocument:
    """The file has more pages than are allowed."""
    return _fatal(
        ProblemCode.TOO_MANY_PAGES,
        f"{shown(name)} has {pages:,} pages; the limit is {limit:,}. "
        "Split it, or ask your administrator for a higher limit.",
    )


def wrong_type(name: str) -> UnreadableDocument:
    """The file is of no format that is read here."""
    ending = PurePosixPath(shown(name)).suffix
    hint = f"Its name ends in {ending}, its content does not fit." if ending else "Its content is of another kind."
    text = f"{shown(name)} is not a PDF, Word, HTML, Markdown or text file. {hint}"
    return _fatal(ProblemCode.WRONG_TYPE, text)


def old_word(name: str) -> UnreadableDocument:
    """The file is of Word 97 to 2003, or a Word file locked with a password: both are the same container."""
    return _fatal(
        ProblemCode.WRONG_TYPE,
        f"{shown(name)} is an old Word file (.doc) or locked with a password. "
        "Save it as .docx or PDF without a password and add that.",
    )


def unreadable_pages(name: str, pages: Sequence[int], count: int) -> Problem:
    """Some pages gave no text, even with text recognition."""
    many = "The only page" if count == 1 else f"{len(pages):,} of {count:,} pages"
    return Problem(
        code=ProblemCode.UNREADABLE_PAGES,
        text=f"{many} of {shown(name)} could not be read, even with text recognition. "
        f"Nothing is claimed about {'it' if len(pages) == 1 else 'them'}. Add a clearer copy.",
        pages=tuple(pages),
        fatal=len(pages) == count,
    )


def timed_out(name: str, seconds: float, unread: Sequence[int], count: int) -> Problem:
    """Reading was stopped; the pages that were read are kept."""
    return Problem(
        code=ProblemCode.TIMED_OUT,
        text=f"Reading {shown(name)} was stopped after {seconds:,.0f} seconds. "
        f"{count - len(unread):,} of {count:,} pages were read; nothing is claimed about the rest. "
        "Try again with a higher limit.",
        pages=tuple(unread),
        fatal=count == len(unread),
    )


def stopped(name: str, seconds: float) -> Problem:
    """The worker was stopped at its deadline and nothing of its work could be kept."""
    return Problem(
        code=ProblemCode.TIMED_OUT,
        text=f"Reading {shown(name)} was stopped after {seconds:,.0f} seconds. "
        "Nothing is claimed about it. Split it, or try again with a higher limit.",
        fatal=True,
    )


def out_of_memory(name: str, limit: int) -> Problem:
    """The worker needed more memory than is allowed."""
    return Problem(
        code=ProblemCode.OUT_OF_MEMORY,
        text=f"Reading {shown(name)} needed more than {limit / 1024**3:,.1f} GB of memory and was stopped. "
        "Split it, or ask your administrator for a higher limit.",
        fatal=True,
    )


def crashed(name: str) -> Problem:
    """The reader failed in a way that nobody foresaw: nearly always a damaged file."""
    return damaged(name).problem


def killed(name: str) -> Problem:
    """The worker was ended from outside, or fell over the file, twice."""
    return Problem(
        code=ProblemCode.KILLED,
        text=f"Reading {shown(name)} ended twice without a result: the system stopped it, perhaps for want of memory. "
        "Nothing is claimed about it. Close other programs and try again, or save it as PDF and add that.",
        fatal=True,
    )


def not_started(name: str) -> Problem:
    """The program that reads files could not start: nothing is wrong with the file."""
    return Problem(
        code=ProblemCode.NOT_STARTED,
        text=f"{shown(name)} was not read, because reading could not start on this computer. "
        "Try again; if it happens again, ask your administrator to check the installation.",
        fatal=True,
    )


def not_confined(name: str) -> Problem:
    """The settings ask for a sandbox, and the system has none."""
    return Problem(
        code=ProblemCode.NOT_STARTED,
        text=f"{shown(name)} was not read: the setting sandbox is “require”, and this system cannot close off the "
        "program that reads. Use Linux 5.13 or newer, or set sandbox to “auto”.",
        fatal=True,
    )


def too_much_text(name: str) -> Problem:
    """What was found in the file is more than the program takes from a worker."""
    return Problem(
        code=ProblemCode.TOO_LARGE,
        text=f"{shown(name)} holds more text than a contract ever does, and was not read. Split it and add the parts.",
        fatal=True,
    )


def out_of_space(name: str, limit: int) -> Problem:
    """The worker wrote more temporary files than is allowed."""
    return Problem(
        code=ProblemCode.TOO_LARGE,
        text=f"{shown(name)} needed more than {limit / 1024**3:,.0f} GB on disk while it was read, and was stopped. "
        "Split it.",
        fatal=True,
    )


def language(name: str, code: str) -> Problem:
    """The document is in a language that the checks do not understand."""
    which = LANGUAGE_NAMES.get(code, "another language than English")
    return Problem(
        code=ProblemCode.LANGUAGE,
        text=f"{shown(name)} seems to be written in {which}: language not analysed. "
        "Nothing is claimed about it. Add an English version.",
    )


def foreign_passages(name: str, code: str, places: Sequence[int], *, word: str, partly: bool) -> Problem:
    """Some passages are in a language that the checks do not understand.

    `places` are numbers of pages, or of paragraphs where the format has no pages (all is page 1 there), as `word`
    says; `partly` where a page holds others too.
    """
    one = len(places) == 1
    where = f"{word}{'' if one else 's'} {pages_in_words(places)} of {shown(name)}"
    subject = f"Passages on {where} are" if partly else f"{where[0].upper()}{where[1:]} {'is' if one else 'are'}"
    return Problem(
        code=ProblemCode.FOREIGN_PASSAGES,
        text=f"{subject} in {LANGUAGE_NAMES.get(code, 'another language than English')} and "
        f"{'was' if one and not partly else 'were'} not read for clauses. "
        f"Nothing is claimed about {'it' if one and not partly else 'them'}. Add an English version.",
        pages=tuple(places) if word == "page" else (1,),
    )


def tracked_changes(name: str, insertions: int, deletions: int) -> Problem:
    """A Word file has proposals that nobody has accepted yet."""
    return Problem(
        code=ProblemCode.TRACKED_CHANGES,
        text=f"{shown(name)} has tracked changes that nobody has accepted yet: {insertions:,} inserted and "
        f"{deletions:,} deleted passages. It was read as if all were accepted. "
        "Check with the other side that this is the agreed text.",
    )


def attachments(name: str, names: Sequence[str]) -> Problem:
    """A file carries others inside it, which are never opened."""
    listed = ", ".join(shown(each) for each in names[:5]) + (" and more" if len(names) > 5 else "")
    return Problem(
        code=ProblemCode.ATTACHMENTS,
        text=f"{shown(name)} has files attached inside ({listed}). They were not opened. "
        "Save them and add them on their own if they belong to the contract.",
    )


def form_fields(name: str, filled: int) -> Problem:
    """A PDF has filled-in form fields, whose words were added at the end of the text."""
    return Problem(
        code=ProblemCode.FORM_FIELDS,
        text=f"{shown(name)} is a form with {filled:,} filled-in fields. Their words are at the end of its text.",
    )


def recognised(name: str, pages: Sequence[int]) -> Problem:
    """Pages are pictures, and their words come from text recognition."""
    which = "Page" if len(pages) == 1 else "Pages"
    return Problem(
        code=ProblemCode.RECOGNISED,
        text=f"{which} {pages_in_words(pages)} of {shown(name)} had no text and "
        f"{'was' if len(pages) == 1 else 'were'} read by text recognition. "
        "Compare the quotes with the page image.",
        pages=tuple(pages),
    )


def reordered(name: str, pages: Sequence[int]) -> Problem:
    """The words of pages were stored in a mixed-up order and were put in order by their place on the page."""
    which = "page" if len(pages) == 1 else "pages"
    return Problem(
        code=ProblemCode.REORDERED,
        text=f"The words on {which} {pages_in_words(pages)} of {shown(name)} were stored out of order and were "
        "sorted by their place on the page. Compare the quotes with the page image.",
        pages=tuple(pages),
    )


def hidden_text(name: str, words: Mapping[int, Sequence[str]], *, paged: bool = True) -> Problem:
    """A file has text that nobody sees who reads it; `words` are its lines by page, `paged` False without pages."""
    pages = sorted(words)
    which = f" on {'page' if len(pages) == 1 else 'pages'} {pages_in_words(pages)}" if paged else ""
    lines = [normalise(line) for page in pages for line in words[page]]
    count = sum(len(line.split()) for line in lines)
    return Problem(
        code=ProblemCode.HIDDEN_TEXT,
        text=f"{shown(name)} has hidden text{which}, not counted: {count:,} {'word' if count == 1 else 'words'} that "
        f"cannot be seen, “{_excerpt(' … '.join(lines))}”. Ask the other side why the text is there.",
        pages=tuple(pages) if paged else (),
    )


def only_hidden_text(name: str, words: Sequence[str]) -> UnreadableDocument:
    """A file has words, and none of them can be seen."""
    return _fatal(
        ProblemCode.HIDDEN_TEXT,
        f"{shown(name)} shows no text: all its words are hidden (“{_excerpt(' … '.join(map(normalise, words)))}”). "
        "Open it as a person would read it, save that as PDF and add it.",
    )


def disguised_text(name: str, words: Sequence[str]) -> Problem:
    """Words are written with letters of other scripts, so that they look like other words."""
    listed = ", ".join(f"“{_excerpt(word)}”" for word in words[:5]) + (" and more" if len(words) > 5 else "")
    many = "1 word" if len(words) == 1 else f"{len(words):,} different words"
    return Problem(
        code=ProblemCode.DISGUISED_TEXT,
        text=f"{shown(name)} has {many} written with letters that only look like Latin ones ({listed}). They were read "
        "by their look. Ask the other side for a clean copy: a search does not find such words.",
    )


def _excerpt(text: str) -> str:
    """Return the beginning of a text that is quoted in a sentence, cut between words."""
    if len(text) <= EXCERPT:
        return text
    return text[:EXCERPT].rsplit(" ", 1)[0] + " …"
