"""Who may change something: a page of ours, and, where there is a password, somebody who knows it."""

import hashlib
import hmac
import secrets
import time
from collections import deque
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from standpunt.errors import ServeError

SHORTEST = 8
"""Characters of a password."""

WITHIN, OF_ONE, OF_ALL = 300, 10, 100
"""So many wrong passwords in so many seconds, from one address and from all, and no other is looked at for a while."""

LARGEST = 256 * 1024
"""Bytes of a request: the longest correction fits, a file does not."""

_READS = ("GET", "HEAD", "OPTIONS")


class Password:
    """A password to be guessed at by others: only a salted hash of it is kept."""

    def __init__(self, given: str) -> None:
        """Raises ServeError for one that is too short."""
        if len(given) < SHORTEST:
            raise ServeError(
                f"this password is shorter than {SHORTEST} characters", hint="choose a longer one"
            )
        self._salt = secrets.token_bytes(16)
        self._hash = self._hashed(given)
        self._wrong: deque[tuple[float, str]] = deque()

    def wait(self, address: str) -> int:
        """Seconds until this address may try; 0 where it may now."""
        now = time.monotonic()
        while self._wrong and self._wrong[0][0] <= now - WITHIN:
            self._wrong.popleft()
        mine = [at for at, who in self._wrong if who == address]
        bounds = ((mine, OF_ONE), ([at for at, _ in self._wrong], OF_ALL))
        return max(
            (int(tried[-most] + WITHIN - now) + 1 for tried, most in bounds if len(tried) >= most), default=0
        )

    def fits(self, given: str, address: str) -> bool:
        """Whether it is this one; the time that it takes tells nothing. A wrong one counts against the address."""
        right = hmac.compare_digest(self._hash, self._hashed(given))
        if not right:
            self._wrong.append((time.monotonic(), address))
        return right

    def _hashed(self, given: str) -> bytes:
        return hashlib.scrypt(given.encode("utf-8", "surrogatepass"), salt=self._salt, n=2**14, r=8, p=1)


def same_origin(request: Request) -> None:
    """What changes something must come from a page of ours, or from no page at all. Raises HTTPException."""
    if request.method not in _READS and _from_elsewhere(request.headers):
        raise HTTPException(403, "this change was asked for by a page from elsewhere")


def _from_elsewhere(headers: Headers) -> bool:
    """As the browser tells; a program that is no browser tells nothing."""
    origin = headers.get("origin")
    if origin is not None:
        return urlsplit(origin).netloc != headers.get("host")
    return headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none")


class Bounded:
    """Nobody reads more of a request than it may hold: who tries gets an HTTPException, and answers in his own way."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        read = 0

        async def receiving() -> Message:
            nonlocal read
            told = int(Headers(scope=scope).get("content-length", 0))
            message = await receive() if told <= LARGEST else {}
            read += len(message.get("body", b""))
            if max(told, read) > LARGEST:
                raise HTTPException(413, f"a request has at most {LARGEST // 1024} kB")
            return message

        await self.app(scope, receiving if scope["type"] == "http" else receive, send)
