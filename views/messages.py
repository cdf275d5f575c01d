"""The messages for what can go wrong: first the cause, then what to do."""

import re
from dataclasses import dataclass
from typing import Literal

import streamlit as st

Kind = Literal["error", "warning", "info"]


@dataclass(frozen=True, slots=True)
class Message:
    """A message with its kind; `text` has named places for words."""

    kind: Kind
    text: str


MESSAGES: dict[str, Message] = {
    "E8": Message(
        "warning",
        "{who} decided this finding at {time} ({decision}). Your choice was not saved. Look again and decide.",
    ),
    "E9": Message("error", "Not saved: the store did not answer. Nothing was changed. Try again."),
    "E10": Message(
        "error",
        "This page could not be shown. Your files and decisions are safe. Reload the page; if it happens again, give "
        "your administrator this code: {code}.",
    ),
    "unknown_vendor": Message("warning", "There is no vendor called “{asked}” here. Showing {shown}."),
    "old_finding": Message("info", "This finding is from an older analysis of the document. Showing the current one."),
    "export": Message("error", "The PDF could not be made. The HTML version has the same content."),
}


def problem(name: str, **words: str) -> None:
    """Show one of the messages with its words filled in; untrusted words cannot become markup."""
    message = MESSAGES[name]
    text = message.text.format(**{key: plain(word) for key, word in words.items()})
    show(message.kind, text)


def show(kind: Kind, text: str) -> None:
    """Show a sentence as an error, warning or information."""
    {"error": st.error, "warning": st.warning, "info": st.info}[kind](text)


# Signs that Markdown, its tables, formulas and colours, or HTML, take for their own.
SIGNS = frozenset(r"\`*_{}[]()#+-.!|~<>$:&=^")
# Streamlit looks for addresses, icons and arrows once more in the text that Markdown leaves, where no sign can be
# escaped any more. A piece without content between two signs keeps them in two texts; nobody sees or copies it.
APART = ":small[]"
LIVE = re.compile(
    r"""(?ix)
    (?<=:)(?=//)                      # https:|//
    | (?<=www)(?=\.)                  # www|.
    | (?<=@)(?=\w)                    # name@|host
    | (?<=:)(?=[\w+/-]+:|material/)   # :|icon:
    | (?<=[<\-])(?=[\->])             # <|-  -|>  -|-
    | (?<=[<>~])(?==)                 # <|=  >|=  ~|=
    """
)
BREAK = re.compile(r"[^\S\n]*(?:\r\n?|[\n\v\f\x1c-\x1e\x85\u2028\u2029])[^\S\n]*")


def plain(text: str) -> str:
    """Return text from outside so that Streamlit's Markdown shows it letter by letter, also in labels and tooltips.

    Every word of a document, a file's or vendor's name and a person's text goes through this on its way to a page.
    """
    lines = BREAK.sub("\n", text.replace("\0", "\N{REPLACEMENT CHARACTER}")).strip()
    apart = LIVE.sub("\0", lines)
    escaped = "".join(f"\\{sign}" if sign in SIGNS else sign for sign in apart)
    return escaped.replace("\0", APART)


def empty_state(sentence: str) -> None:
    """Show what an empty page says; the button follows from the page."""
    st.markdown(sentence)
