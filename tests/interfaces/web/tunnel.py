"""A tunnel of one's own, as a seeker has one: HTTPS under a name that is not this computer's, led
to the site here. It can be cut and mended."""

import asyncio
import base64
import hashlib
import shutil
import ssl
import subprocess
import threading
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

NAME = "firststep.home.example"


@dataclass
class Tunnel:
    """Listens on a port of this computer and hands everything on to another, while it stands."""

    to: int
    papers: ssl.SSLContext
    port: int = 0
    loop: asyncio.AbstractEventLoop = field(default_factory=asyncio.new_event_loop)
    lines: list[asyncio.StreamWriter] = field(default_factory=list)
    listening: asyncio.Server | None = None

    @property
    def at(self) -> str:
        return f"https://{NAME}:{self.port}"

    def mend(self) -> None:
        self.soon(self._mend())

    def cut(self) -> None:
        self.soon(self._cut())

    def soon(self, what: Coroutine[Any, Any, None]) -> None:
        asyncio.run_coroutine_threadsafe(what, self.loop).result(20)

    async def _mend(self) -> None:
        self.listening = await asyncio.start_server(
            self._lead, "127.0.0.1", self.port, ssl=self.papers, reuse_address=True
        )
        self.port = self.listening.sockets[0].getsockname()[1]

    async def _cut(self) -> None:
        assert self.listening
        self.listening.close()
        while self.lines:
            one = self.lines.pop().transport
            if not one.is_closing():  # one closed twice is none any more, for Python 3.11.2
                one.abort()

    async def _lead(self, said: asyncio.StreamReader, back: asyncio.StreamWriter) -> None:
        there, to = await asyncio.open_connection("127.0.0.1", self.to)
        self.lines += [back, to]
        await asyncio.gather(_pump(said, to), _pump(there, back))


async def _pump(one: asyncio.StreamReader, other: asyncio.StreamWriter) -> None:
    with suppress(OSError):
        while said := await one.read(65536):
            other.write(said)
            await other.drain()
    with suppress(OSError):
        other.close()


def own_papers(folder: Path) -> tuple[ssl.SSLContext, str]:
    """A certificate for the name, signed by nobody else, and the print of its key for a browser
    that is to trust it."""
    program = shutil.which("openssl")
    if program is None:
        pytest.skip("openssl is not installed (sudo apt install openssl)")
    key, paper = folder / "key.pem", folder / "paper.pem"
    subprocess.run(
        [program, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-keyout", key,
         "-out", paper, "-subj", f"/CN={NAME}", "-addext", f"subjectAltName=DNS:{NAME}"],
        check=True, capture_output=True,
    )  # fmt: skip
    public = subprocess.run(
        [program, "x509", "-in", paper, "-pubkey", "-noout"], check=True, capture_output=True
    ).stdout
    der = ssl.PEM_cert_to_DER_cert(
        public.decode().replace("PUBLIC KEY", "CERTIFICATE")
    )  # the same wrapping, of the key alone
    papers = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    papers.load_cert_chain(paper, key)
    return papers, base64.b64encode(hashlib.sha256(der).digest()).decode()


@contextmanager
def a_tunnel(to: int, papers: ssl.SSLContext) -> Iterator[Tunnel]:
    tunnel = Tunnel(to=to, papers=papers)
    thread = threading.Thread(target=tunnel.loop.run_forever, daemon=True)
    thread.start()
    tunnel.mend()
    yield tunnel
    tunnel.cut()
    tunnel.soon(asyncio.sleep(0.1))  # so that what hung on it ends
    tunnel.loop.call_soon_threadsafe(tunnel.loop.stop)
    thread.join(10)
