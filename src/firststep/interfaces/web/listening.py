"""The server that listens: nobody who sends half a request keeps others out, and what a stranger
sends takes neither disk nor memory."""

import io
import socket
import time
from contextlib import suppress
from typing import Any

from waitress.adjustments import Adjustments
from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser
from waitress.server import TcpWSGIServer

from firststep.errors import NoRoom
from firststep.interfaces.mistakes import FULL
from firststep.interfaces.web.gate import SMALL_BODY, is_let_in

LARGEST_BODY = 210 * 1024 * 1024  # an export of 200 MB, the most an import reads, and its form
HEAD_SECONDS = 10  # from a request's first byte to the end of its head
STRANGERS_SECONDS = 20  # for all that somebody sends who is not let in
IDLE_SECONDS = 30
LOOKS_EVERY_SECONDS = 2
LINES_AT_ONCE = 100


def a_server(application: Any, listening: socket.socket) -> TcpWSGIServer:
    """Serves the application at a socket that is bound, in four threads."""
    settings = Adjustments(
        sockets=[listening],
        threads=4,
        ident="firststep",
        max_request_header_size=64 * 1024,
        max_request_body_size=LARGEST_BODY,
        connection_limit=LINES_AT_ONCE,
        channel_timeout=IDLE_SECONDS,
        cleanup_interval=LOOKS_EVERY_SECONDS,
    )
    at = (listening.family, listening.type, listening.proto, listening.getsockname())
    return _Server(application, {}, True, listening, adj=settings, sockinfo=at, bind_socket=False)


class _Body(io.BytesIO):
    """What a stranger sends: kept while it is a small form, else dropped as it comes."""

    dropped = 0

    def append(self, data: bytes) -> None:
        if self.dropped or len(self) + len(data) > SMALL_BODY:
            self.dropped = len(self) + len(data)
            self.truncate(0)
        else:
            self.seek(0, io.SEEK_END)
            self.write(data)

    def getfile(self) -> "_Body":
        self.seek(0)
        return self

    def __len__(self) -> int:
        return self.dropped or self.getbuffer().nbytes


class _Unkept(_Body):
    """What there is no room for: whoever asks for it is told so."""

    dropped = 1

    def read(self, size: int | None = -1, /) -> bytes:  # noqa: ARG002  # of any size
        raise NoRoom(FULL, kind="unavailable")

    def readline(self, size: int | None = -1, /) -> bytes:
        return self.read(size)


class _Request(HTTPRequestParser):  # type: ignore[misc]
    """Knows who sends it before it takes the body in."""

    def __init__(self, adj: Adjustments) -> None:
        super().__init__(adj)
        self.began = time.time()
        self.is_strangers = True

    def parse_header(self, header_plus: bytes) -> None:
        super().parse_header(header_plus)
        host, cookies = (self.headers.get(name, "") for name in ("HOST", "COOKIE"))
        self.is_strangers = not is_let_in(host, cookies)
        if self.is_strangers and self.body_rcv is not None:
            self.body_rcv.buf = _Body()

    def received(self, data: bytes) -> int:
        """Takes in what comes. Where the disk has no room for it, the rest is let by, so that the
        answer can be heard."""
        try:
            return int(super().received(data))
        except OSError:
            with suppress(OSError):
                self.body_rcv.buf.close()
            self.body_rcv.buf = _Unkept()
            return int(super().received(data))

    def is_late(self, now: float) -> bool:
        """Whether it has been coming for longer than any honest one."""
        taken = now - self.began
        if not self.headers_finished:
            return taken > HEAD_SECONDS
        return self.is_strangers and taken > STRANGERS_SECONDS


class _Line(HTTPChannel):  # type: ignore[misc]
    """One connection."""

    parser_class = _Request

    @property
    def is_waiting(self) -> bool:
        """Whether nothing is done for it: it is idle, or has sent half a request."""
        return not (self.requests or self.total_outbufs_len or self.will_close)


class _Server(TcpWSGIServer):  # type: ignore[misc]
    """Takes whoever comes: where all places are taken, who waits longest in vain makes room."""

    channel_class = _Line

    def readable(self) -> bool:
        if len(self._map) >= self.adj.connection_limit:
            self._make_room()
        return bool(super().readable())

    def _make_room(self) -> None:
        waiting = [line for line in self.active_channels.values() if line.is_waiting]
        strangers = [line for line in waiting if line.request is None or line.request.is_strangers]
        for line in sorted(strangers or waiting, key=lambda one: float(one.creation_time))[:1]:
            line.will_close = True

    def maintenance(self, now: float) -> None:
        super().maintenance(now)
        for line in list(self.active_channels.values()):
            if line.is_waiting and line.request is not None and line.request.is_late(now):
                line.will_close = True
