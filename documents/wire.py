"""What a program and its workers say to each other: frames of bounded length, their bodies typed JSON or plain bytes.

Nothing that arrives is ever run or turned into an object of a type that was not asked for: no pickle.
"""

import os
import select
import socket
import struct
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import is_dataclass
from enum import Enum
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from pydantic import TypeAdapter, ValidationError

from documents.model import Problem

HEAD = struct.Struct("!cI")
LARGEST = 64 * 1024**2  # bytes of one answer: several times the largest contract, and little enough for the program
LARGEST_WORD = 4096  # bytes of any other message of a worker
MOST_FILES = 200  # descriptors with one task; the kernel allows 253
CHUNK = 1024 * 1024
TURN = 0.2  # seconds between questions whether a worker that takes nothing may be waited for


class Broken(Exception):
    """The other side sent something that is no message, or too much of it."""


class Word(Enum):
    """The first byte of a frame: what it is."""

    TASK = b"t"
    STARTED = b"S"
    PROGRESS = b"P"
    RECOGNISING = b"R"
    VALUE = b"V"
    PROBLEM = b"X"
    FAILED = b"F"
    MEMORY = b"M"
    TOO_DEEP = b"D"
    TOO_MUCH = b"L"


LONG = (Word.VALUE, Word.PROBLEM, Word.STARTED)


Kind = TypeVar("Kind")
PAIR, NUMBER = TypeAdapter(tuple[int, int]), TypeAdapter(int)
WORDS, PROBLEM = TypeAdapter(tuple[str, ...]), TypeAdapter(Problem)


def parsed(adapter: TypeAdapter[Kind], body: bytes) -> Kind:
    """Return a body as what it must be; raise Broken."""
    try:
        return adapter.validate_json(body, strict=True)
    except (ValidationError, ValueError, RecursionError) as error:
        raise Broken("no message") from error


class Codec:
    """Turns values of a few known types into bytes and back; everything else is refused."""

    def __init__(self, annotation: Any) -> None:
        union = get_origin(annotation) in (Union, UnionType)
        self._types = {_name(kind): kind for kind in (get_args(annotation) if union else (annotation,))}
        self._adapters: dict[str, TypeAdapter[Any]] = {
            name: TypeAdapter(kind) for name, kind in self._types.items() if kind is not bytes
        }

    def encode(self, value: object) -> bytes:
        """Return a value as its type's name and its JSON; bytes stay as they are. Raises Broken for another type."""
        name = type(value).__name__
        if name not in self._types:
            raise Broken(f"{name} is not one of {', '.join(self._types)}")
        body = value if isinstance(value, bytes) else self._adapters[name].dump_json(value)
        return name.encode() + b"\0" + body

    def decode(self, body: bytes) -> Any:
        """Return the value; raise Broken for what is none of the types."""
        name, _, content = body.partition(b"\0")
        kind = name.decode("ascii", errors="replace")
        if kind not in self._types:
            raise Broken("a type that was not asked for")
        if self._types[kind] is bytes:
            return content
        return parsed(self._adapters[kind], content)


def codecs_of(function: Any) -> tuple[Codec, Codec]:
    """Return the codecs of a function's first parameter and of what it returns, by its annotations."""
    hints = get_type_hints(function)
    return Codec(next(iter(hints.values()))), Codec(hints["return"])


def _name(kind: Any) -> str:
    named = kind if isinstance(kind, type) else get_origin(kind)
    known = is_dataclass(named) or named in (str, bytes, int, float, bool, type(None))
    if not isinstance(named, type) or not known:
        raise TypeError(f"{kind} cannot be sent: use a dataclass, str, bytes, a number or None")
    return named.__name__


class Line:
    """The program's end of a worker's socket: never waits longer than it is told."""

    def __init__(self, end: socket.socket) -> None:
        self._socket, self._waiting = end, bytearray()

    def send(self, word: Word, body: bytes, files: Sequence[int] = (), *, may_wait: Callable[[], bool]) -> None:
        """Send a frame with open files; raise OSError when the other side is gone.

        A worker may take nothing for ever: TimeoutError when it takes nothing and `may_wait` says no.
        """
        self._socket.settimeout(TURN)
        socket.send_fds(self._socket, [HEAD.pack(word.value, len(body))], list(files))
        rest = memoryview(body)
        while rest:
            try:
                rest = rest[self._socket.send(rest) :]
            except TimeoutError:
                if not may_wait():
                    raise

    def poll(self, seconds: float) -> tuple[Word, bytes] | None:
        """Return the next frame, or None when it was not there in time; raise Broken or EOFError."""
        if (frame := self._frame()) is not None:
            return frame
        ready, _, _ = select.select([self._socket], [], [], seconds)
        if not ready:
            return None
        with suppress(ConnectionResetError):
            if received := self._socket.recv(CHUNK):
                self._waiting += received
                return self._frame()
        raise EOFError

    def close(self) -> None:
        """Close the socket."""
        self._socket.close()

    def _frame(self) -> tuple[Word, bytes] | None:
        if len(self._waiting) < HEAD.size:
            return None
        first, length = HEAD.unpack_from(self._waiting)
        try:
            word = Word(first)
        except ValueError as error:
            raise Broken("no message") from error
        if length > (LARGEST if word in LONG else LARGEST_WORD):
            raise Broken("too long a message")
        end = HEAD.size + length
        if len(self._waiting) < end:
            return None
        body = bytes(self._waiting[HEAD.size : end])
        del self._waiting[:end]
        return word, body


class WorkerLine:
    """The worker's end: reads with nothing but read and recvmsg, writes with nothing but write."""

    def __init__(self, end: socket.socket) -> None:
        self._socket, self._descriptor = end, end.fileno()

    def send(self, word: Word, body: bytes = b"") -> None:
        """Send a frame."""
        rest = memoryview(HEAD.pack(word.value, len(body)) + body)
        while rest:
            rest = rest[os.write(self._descriptor, rest) :]

    def receive(self) -> tuple[bytes, list[int]]:
        """Wait for a task and return it with the files that came along; raise EOFError when the program is gone."""
        head = b""
        files: list[int] = []
        while len(head) < HEAD.size:
            part, more, _, _ = socket.recv_fds(self._socket, HEAD.size - len(head), MOST_FILES)
            if not part:
                raise EOFError
            head, files = head + part, files + more
        _, length = HEAD.unpack(head)
        body = bytearray()
        while len(body) < length:
            part = os.read(self._descriptor, min(CHUNK, length - len(body)))
            if not part:
                raise EOFError
            body += part
        return bytes(body), files
