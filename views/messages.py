"""The messages for what can go wrong: first the cause, then what to do."""

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


def plain(text: str) -> str:
    """Return text from outside so that Markdown shows it letter by letter."""
    return "".join(f"\\{sign}" if sign in r"\`*_{}[]()#+-.!|~<>$:&" else sign for sign in text)


def empty_state(sentence: str) -> None:
    """Show what an empty page says; the button follows from the page."""
    st.markdown(sentence)
