"""Nobody who sends half a request keeps others out; what a stranger sends takes no room (B53, B54).
A real server, real sockets."""

import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from pathlib import Path

import pytest

from firststep.interfaces.web.listening import HEAD_SECONDS, LOOKS_EVERY_SECONDS
from tests.interfaces.web.running import Running, a_campaign, environment, running

pytestmark = pytest.mark.slow
HALF_A_HEAD = b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-a: b"
HALF_A_BODY = b"POST /people/add HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 5000\r\n\r\nname="
MEGABYTE = 1024 * 1024


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    home, spool = tmp_path_factory.mktemp("home"), tmp_path_factory.mktemp("spool")
    env = environment(home, TMPDIR=str(spool))
    a_campaign(env)
    with running(env) as site:
        yield site


def connected(site: Running, said: bytes) -> socket.socket:
    line = socket.create_connection(("127.0.0.1", site.port), timeout=20)
    line.sendall(said)
    return line


def seconds_of_a_page(site: Running) -> float:
    began = time.monotonic()
    assert site.get("/people/").status == 200
    return time.monotonic() - began


@pytest.mark.parametrize("said", [b"", b"G", HALF_A_HEAD, HALF_A_BODY], ids=repr)
@pytest.mark.parametrize("many", [99, 300])
def test_half_sent_requests_keep_nobody_waiting(site: Running, said: bytes, many: int) -> None:
    seconds_of_a_page(site)

    with ExitStack() as open_lines:
        for _ in range(many):
            open_lines.enter_context(connected(site, said))
        taken = [seconds_of_a_page(site) for _ in range(5)]

    assert max(taken) < 5, taken


def test_who_drips_the_head_of_a_request_is_cut_off_in_time(site: Running) -> None:
    began = time.monotonic()
    with connected(site, HALF_A_HEAD) as line, suppress(OSError):
        line.settimeout(1)
        while time.monotonic() - began < 3 * HEAD_SECONDS:
            line.sendall(b"x")
            with suppress(TimeoutError):
                if line.recv(1) == b"":
                    break

    assert HEAD_SECONDS - 1 < time.monotonic() - began < HEAD_SECONDS + 3 * LOOKS_EVERY_SECONDS + 3


def spooled(site: Running) -> int:
    """The bytes of files without a name that the server holds open, and its memory's growth."""
    held = 0
    for link in Path(f"/proc/{site.process.pid}/fd").iterdir():
        with suppress(OSError):
            if "spool" in str(link.readlink()):
                held += link.stat().st_size
    return held


def memory(site: Running) -> int:
    status = Path(f"/proc/{site.process.pid}/status").read_text()
    return int(status.partition("VmRSS:")[2].split()[0]) * 1024


def half_an_upload(site: Running, *, headers: str, chunked: bool = False) -> socket.socket:
    size = "Transfer-Encoding: chunked" if chunked else f"Content-Length: {40 * MEGABYTE}"
    head = f"POST /import/preview HTTP/1.1\r\nHost: 127.0.0.1:{site.port}\r\n{headers}{size}\r\n"
    line = connected(site, f"{head}Content-Type: multipart/form-data; boundary=x\r\n\r\n".encode())
    body = b"x" * MEGABYTE
    for _ in range(20):
        line.sendall(b"%x\r\n%s\r\n" % (len(body), body) if chunked else body)
    return line


def cookie(site: Running) -> str:
    (jar,) = [one.cookiejar for one in site.browser.handlers if hasattr(one, "cookiejar")]
    return f"Cookie: {'; '.join(f'{one.name}={one.value}' for one in jar)}\r\n"


@pytest.mark.parametrize("chunked", [False, True])
def test_an_upload_of_a_stranger_takes_neither_disk_nor_memory(
    site: Running, chunked: bool
) -> None:
    before = memory(site)
    guessed = f"Cookie: firststep-{site.port}=guessed\r\n"

    for headers in ("", guessed):
        with half_an_upload(site, headers=headers, chunked=chunked):
            time.sleep(1)
            assert spooled(site) == 0
            assert memory(site) - before < 8 * MEGABYTE


def test_an_upload_of_who_is_let_in_lies_on_the_disk_meanwhile(site: Running) -> None:
    with half_an_upload(site, headers=cookie(site)):
        time.sleep(1)
        assert spooled(site) > 15 * MEGABYTE


def test_a_stranger_who_sends_all_of_it_is_told_that_it_is_closed(site: Running) -> None:
    with half_an_upload(site, headers="Connection: close\r\n") as line:
        for _ in range(20):
            line.sendall(b"x" * MEGABYTE)
        answer = b"".join(iter(lambda: line.recv(65536), b""))

    assert answer.startswith(b"HTTP/1.1 403")
    assert b"Firststep is closed here" in answer
