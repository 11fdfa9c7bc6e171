"""Feeds and pages from their address: only where asked, one at a time, politely, within limits.

A server's robots.txt is obeyed, and it is asked at most once a second. What a feed points to is fetched from public
addresses only, or from the server that the feed came from: a feed must not be able to look around in a network.
"""

import ipaddress
import socket
import time
from dataclasses import dataclass, field
from email.message import Message
from urllib.parse import urljoin, urlsplit
from urllib.robotparser import RobotFileParser

import urllib3

from standpunt.errors import UnreadableArticle
from standpunt.sources import decoding
from standpunt.sources.limits import Limits

_AGENT = "standpunt"
_SECONDS_APART = 1.0
_TIMEOUT = urllib3.Timeout(connect=10, read=20)
_LONGEST = 60.0
"""Seconds for one address, however slowly it sends."""
_MOST_REDIRECTS = 5
_CHUNK = 1 << 16


@dataclass(frozen=True, slots=True)
class Page:
    """What an address gave."""

    content: bytes
    charset: str

    @property
    def text(self) -> str:
        """Decoded as the server says, or the page itself. Raises UnreadableArticle."""
        return decoding.decode(self.content, self.charset or decoding.declared_in(self.content))


def is_address(path: str) -> bool:
    return path.lower().startswith(("http://", "https://"))


@dataclass(slots=True)
class Pages:
    """Fetches, and remembers which servers it asked when, and what they allow. `seconds_apart` lie between two requests
    to one server."""

    limits: Limits
    seconds_apart: float = _SECONDS_APART
    _pool: urllib3.PoolManager = field(
        default_factory=lambda: urllib3.PoolManager(timeout=_TIMEOUT, retries=False)
    )
    _robots: dict[str, RobotFileParser] = field(default_factory=dict)
    _asked: dict[str, float] = field(default_factory=dict)

    def get(self, address: str, source: str = "") -> Page:
        """What an address gives; `source` is the feed that points to it, empty where the user names it. Raises
        UnreadableArticle."""
        for _ in range(_MOST_REDIRECTS + 1):
            self._judge(address, source)
            page, moved = self._fetch(address, self.limits.article if source else self.limits.document)
            if page:
                return page
            address = moved
        raise UnreadableArticle(f"is moved more than {_MOST_REDIRECTS} times", hint="name the last address")

    def _judge(self, address: str, source: str) -> None:
        server = urlsplit(address)
        if server.scheme not in ("http", "https") or not server.hostname:
            raise UnreadableArticle("is no address on the web", hint="an address begins with https://")
        if source and server.netloc != urlsplit(source).netloc and not _public(server.hostname):
            raise UnreadableArticle("lies in a private network", hint="fetch it yourself, and give the file")
        if not self._allowed(address):
            raise UnreadableArticle(
                "may not be fetched, says the server's robots.txt", hint="save it in a browser"
            )

    def _allowed(self, address: str) -> bool:
        server = urlsplit(address)
        if server.netloc not in self._robots:
            rules = RobotFileParser()
            try:
                page, _ = self._fetch(f"{server.scheme}://{server.netloc}/robots.txt", 500_000)
                rules.parse(page.content.decode("utf-8", errors="replace").splitlines() if page else [])
            except UnreadableArticle:
                rules.parse([])
            self._robots[server.netloc] = rules
        return self._robots[server.netloc].can_fetch(_AGENT, address)

    def _fetch(self, address: str, limit: int) -> tuple[Page | None, str]:
        """The page or, where it moved, its new address."""
        server = urlsplit(address).netloc
        wait = self._asked.get(server, -self.seconds_apart) + self.seconds_apart - time.monotonic()
        time.sleep(max(0.0, wait))
        self._asked[server] = began = time.monotonic()
        hint = "check the address and the connection, and build again"
        try:
            with self._pool.request(
                "GET", address, preload_content=False, redirect=False, headers={"User-Agent": _AGENT}
            ) as answer:
                if moved := answer.get_redirect_location():
                    return None, urljoin(address, moved)
                if answer.status != 200:
                    raise UnreadableArticle(f"the server answers {answer.status}", hint=hint)
                content = bytearray()
                for chunk in answer.stream(_CHUNK):
                    content += chunk
                    if len(content) > limit:
                        raise UnreadableArticle(
                            f"is longer than {limit:,} bytes", hint="save it, and split it"
                        )
                    if time.monotonic() - began > _LONGEST:
                        raise UnreadableArticle(f"takes longer than {_LONGEST:.0f} seconds", hint=hint)
                return Page(bytes(content), _charset(answer.headers.get("Content-Type", ""))), ""
        except (urllib3.exceptions.HTTPError, OSError, ValueError) as fault:
            raise UnreadableArticle(f"cannot be fetched: {fault}", hint=hint) from fault


def _charset(content_type: str) -> str:
    header = Message()
    header["Content-Type"] = content_type
    return header.get_content_charset("")


def _public(host: str) -> bool:
    """Whether a server has public addresses only."""
    try:
        found = {entry[4][0] for entry in socket.getaddrinfo(host, None)}
    except OSError:
        return False
    return all(ipaddress.ip_address(str(address).partition("%")[0]).is_global for address in found)
