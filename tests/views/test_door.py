"""The door lets in only what comes from the app's own address, and with the token where one is set."""

import asyncio
from collections.abc import Iterable
from typing import Any

import pytest
from starlette.responses import PlainTextResponse
from starlette.types import Message, Receive, Scope, Send

from views.door import HEADERS, Door, new_token

OWN = ("host", "127.0.0.1:8501")
FROM_OWN = ("origin", "http://127.0.0.1:8501")
Lines = Iterable[tuple[str, str]]


async def inside(scope: Scope, receive: Receive, send: Send) -> None:
    """The app behind the door."""
    if scope["type"] == "websocket":
        await receive()
        await send({"type": "websocket.accept"})
    else:
        await PlainTextResponse("inside")(scope, receive, send)


def ask(
    *headers: tuple[str, str], kind: str = "http", address: str = "/", token: str = "", **more: Any
) -> list[Message]:
    """What the door and the app answer to one request."""
    path, _, query = address.partition("?")
    scope = {
        "type": kind,
        "scheme": "http" if kind == "http" else "ws",
        "method": "GET",
        "path": path,
        "query_string": query.encode(),
        "server": ("127.0.0.1", 8501),
        "headers": [(name.encode(), value.encode()) for name, value in headers],
        **more,
    }
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": f"{kind}.connect" if kind == "websocket" else "http.request"}

    async def send(message: Message) -> None:
        sent.append(message)

    asyncio.run(Door(inside, token=token)(scope, receive, send))
    return sent


def headers_of(sent: list[Message]) -> dict[str, str]:
    return {name.decode().lower(): value.decode() for name, value in sent[0]["headers"]}


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        pytest.param([OWN], 200, id="own address"),
        pytest.param([("host", "LOCALHOST:8501")], 200, id="by its name"),
        pytest.param([("host", "[::1]:8501")], 200, id="by its IPv6 address"),
        pytest.param([OWN, FROM_OWN], 200, id="own origin"),
        pytest.param([], 403, id="no host"),
        pytest.param([("host", "evil.example:8501")], 403, id="foreign host"),
        pytest.param([("host", "127.0.0.1:8502")], 403, id="another port"),
        pytest.param([("host", "127.0.0.1")], 403, id="no port"),
        pytest.param([("host", "127.0.0.1.evil.example:8501")], 403, id="a host that begins like ours"),
        pytest.param([OWN, OWN], 403, id="two hosts"),
        pytest.param([OWN, ("origin", "https://evil.example")], 403, id="foreign origin"),
        pytest.param([OWN, ("origin", "http://127.0.0.1:9000")], 403, id="origin of another program here"),
        pytest.param([OWN, ("origin", "http://localhost:8501")], 403, id="origin by another name than the host"),
        pytest.param([OWN, ("origin", "null")], 403, id="origin of a file or a frame"),
        pytest.param([OWN, FROM_OWN, ("origin", "https://evil.example")], 403, id="two origins"),
    ],
)
def test_only_the_own_host_and_origin_are_let_in(headers: Lines, status: int) -> None:
    assert ask(*headers)[0]["status"] == status


@pytest.mark.parametrize(
    ("headers", "answer"),
    [
        pytest.param([OWN, FROM_OWN], "websocket.accept", id="own origin"),
        pytest.param([OWN], "websocket.close", id="no origin"),
        pytest.param([OWN, ("origin", "http://evil.example")], "websocket.close", id="foreign origin"),
        pytest.param([("host", "evil.example:8501"), FROM_OWN], "websocket.close", id="foreign host"),
    ],
)
def test_a_websocket_comes_from_the_own_page_or_not_at_all(headers: Lines, answer: str) -> None:
    assert [message["type"] for message in ask(*headers, kind="websocket")] == [answer]


def test_a_refused_websocket_is_told_why_where_the_server_can_say_so() -> None:
    sent = ask(OWN, kind="websocket", extensions={"websocket.http.response": {}})
    assert sent[0]["type"] == "websocket.http.response.start" and sent[0]["status"] == 403
    assert sent[1]["body"].startswith(b"Refused: Clausemark answers only at its own address")


@pytest.mark.parametrize("headers", [pytest.param([OWN], id="let in"), pytest.param([], id="refused")])
def test_every_answer_carries_the_headers(headers: Lines) -> None:
    given = headers_of(ask(*headers))
    assert {name: given[name.lower()] for name in HEADERS} == HEADERS
    assert "frame-ancestors 'none'" in given["content-security-policy"]


COOKIE = ("cookie", "other=1; clausemark-8501=right")


@pytest.mark.parametrize(
    ("kind", "headers", "address", "status"),
    [
        pytest.param("http", [OWN], "/", 403, id="no token"),
        pytest.param("http", [OWN], "/?token=wrong", 403, id="wrong token"),
        pytest.param("http", [OWN], "/_stcore/health", 403, id="not even whether it is well"),
        pytest.param("http", [OWN, ("cookie", "clausemark-8501=wrong")], "/", 403, id="wrong cookie"),
        pytest.param("http", [OWN, ("cookie", "clausemark-8502=right")], "/", 403, id="cookie of another port"),
        pytest.param("http", [OWN, COOKIE], "/", 200, id="cookie"),
        pytest.param("http", [COOKIE], "/?token=right", 403, id="token and no host"),
        pytest.param("websocket", [OWN, FROM_OWN], "/_stcore/stream", None, id="WebSocket without"),
        pytest.param("websocket", [OWN, FROM_OWN, COOKIE], "/_stcore/stream", 101, id="WebSocket with the cookie"),
        pytest.param("websocket", [OWN, FROM_OWN], "/_stcore/stream?token=right", 101, id="WebSocket with the token"),
    ],
)
def test_with_a_token_nobody_enters_without_it(kind: str, headers: Lines, address: str, status: int | None) -> None:
    first = ask(*headers, kind=kind, address=address, token="right")[0]
    assert {"websocket.accept": 101, "websocket.close": None}.get(first["type"], first.get("status")) == status


def test_the_token_becomes_a_cookie_and_leaves_the_address() -> None:
    given = headers_of(ask(OWN, address="/evidence?vendor=a%20b&token=right&on=", token="right"))
    assert given["location"] == "/evidence?vendor=a+b&on="
    assert given["set-cookie"] == "clausemark-8501=right; HttpOnly; Path=/; SameSite=strict"


def test_the_redirect_never_leads_to_another_host() -> None:
    assert headers_of(ask(OWN, address="//evil.example?token=right", token="right"))["location"] == "/evil.example"


def test_a_token_is_made_anew_when_the_setting_asks_for_one(monkeypatch: pytest.MonkeyPatch) -> None:
    assert new_token() == ""
    monkeypatch.setenv("CLAUSEMARK_START_TOKEN", "true")
    assert len(new_token()) == 32 and new_token() != new_token()


def test_a_setting_that_cannot_be_used_starts_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAUSEMARK_START_TOKEN", "perhaps")
    with pytest.raises(SystemExit, match="CLAUSEMARK_START_TOKEN"):
        new_token()
