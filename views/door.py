"""The door before Streamlit: who is let in, and what every answer carries.

Streamlit accepts any Host, and before it refuses a WebSocket of a foreign Origin it asks a service on the internet for
this computer's address. So neither reaches it: only requests to and from the app's own address do.
"""

import hmac
import re
import secrets
import sys
import threading
import webbrowser
from base64 import b64encode
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from hashlib import sha256
from pathlib import Path
from urllib.parse import parse_qsl, urlencode

import streamlit as st
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import cookie_parser
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from documents.telemetry import remove_kept_files
from workflow.settings import SettingsError, load_settings

NAMES = ("127.0.0.1", "localhost", "[::1]")
PARAMETER = "token"
STREAMLITS_PAGE = Path(st.__file__).parent / "static" / "index.html"


def _own_scripts(page: str) -> str:
    """Return the hashes that allow the scripts which stand in Streamlit's own page, and no others."""
    found = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    return " ".join(f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'" for script in found)


POLICY = {
    "default-src": "'self'",
    # Our own components come as a blob.
    "script-src": f"'self' blob: {_own_scripts(STREAMLITS_PAGE.read_text(encoding='utf-8'))}",
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data: blob:",
    "font-src": "'self' data:",
    "connect-src": "'self'",
    "frame-src": "'none'",
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'none'",
    "frame-ancestors": "'none'",
}
HEADERS = {
    "Content-Security-Policy": "; ".join(f"{name} {sources}" for name, sources in POLICY.items()),
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}
FOREIGN = "Refused: Clausemark answers only at its own address on this computer, such as http://127.0.0.1:{port}."
NO_TOKEN = "Refused: open Clausemark with the whole address that was shown when it started, with its token."  # noqa: S105


class Door:
    """Lets through what comes from the app's own address, and with the token where one is set.

    An ASGI middleware. With a token, an address that holds it gives the browser a cookie and loses the token, so that
    it stays in no history and no link.
    """

    def __init__(self, app: ASGIApp, *, token: str = "") -> None:
        self._app, self._token = app, token

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request or a WebSocket, or hand it on."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        answer = self._answer(scope)
        if answer is None:
            await self._app(scope, receive, _with_headers(send))
        elif scope["type"] == "websocket":
            await _refuse_websocket(scope, receive, send, answer)
        else:
            await answer(scope, receive, _with_headers(send))

    def _answer(self, scope: Scope) -> Response | None:
        """Return what is answered here, None for a request that may pass."""
        headers, port = Headers(scope=scope), scope["server"][1]
        if not _is_own(headers, scope):
            return PlainTextResponse(FOREIGN.format(port=port), status_code=403)
        if not self._token:
            return None
        cookie = f"clausemark-{port}"
        if self._is_token(cookie_parser(headers.get("cookie", "")).get(cookie, "")):
            return None
        words = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
        if not any(name == PARAMETER and self._is_token(value) for name, value in words):
            return PlainTextResponse(NO_TOKEN, status_code=403)
        if scope["type"] == "websocket":
            return None
        rest = urlencode([word for word in words if word[0] != PARAMETER])
        # Never "//": a browser would take what follows for another host.
        place = "/" + scope["path"].lstrip("/") + (f"?{rest}" if rest else "")
        answer = RedirectResponse(place, status_code=303)
        answer.set_cookie(cookie, self._token, httponly=True, samesite="strict")
        return answer

    def _is_token(self, value: str) -> bool:
        return hmac.compare_digest(value.encode(), self._token.encode())


def new_token() -> str:
    """Return a token for this start of the app, empty unless the setting `start_token` asks for one.

    Ends the program with a sentence when a setting cannot be used: an open door would be the wrong guess.
    """
    try:
        return secrets.token_urlsafe(24) if load_settings().start_token else ""
    except SettingsError as error:
        sys.exit("\n".join(error.problems))


def announce(token: str) -> Callable[[object], AbstractAsyncContextManager[None]]:
    """Return what runs beside the app: it says the address with the token, or opens the browser where one is wanted.

    A browser is not opened at an address with a token: other users could read it in the list of processes.
    """

    @asynccontextmanager
    async def beside(_: object) -> AsyncIterator[None]:
        remove_kept_files()
        address = f"http://127.0.0.1:{st.get_option('server.port')}"
        if token:
            print(f"Open {address}/?{PARAMETER}={token}", file=sys.stderr, flush=True)  # noqa: T201
        elif not st.get_option("server.headless"):
            threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()
        yield

    return beside


def _is_own(headers: Headers, scope: Scope) -> bool:
    """Tell whether a request is made to the app's own address and, where it says from where, from there."""
    port, secure = scope["server"][1], scope["scheme"] in ("https", "wss")
    hosts = {f"{name}:{port}" for name in NAMES}
    if port == (443 if secure else 80):  # browsers leave the usual port out
        hosts |= set(NAMES)
    host = headers.getlist("host")
    if len(host) != 1 or host[0].lower() not in hosts:
        return False
    origins = headers.getlist("origin")
    if not origins:
        return bool(scope["type"] != "websocket")  # a browser always says from where it opens a WebSocket
    return origins == [f"{'https' if secure else 'http'}://{host[0].lower()}"]


def _with_headers(send: Send) -> Send:
    async def send_more(message: Message) -> None:
        if message["type"] in ("http.response.start", "websocket.http.response.start"):
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers[name] = value
        await send(message)

    return send_more


async def _refuse_websocket(scope: Scope, receive: Receive, send: Send, answer: Response) -> None:
    await receive()  # the request to connect
    if "websocket.http.response" not in scope.get("extensions", {}):
        await send({"type": "websocket.close", "code": 1008})  # the server says 403 without a sentence
        return
    await answer(scope, receive, _with_headers(send))
