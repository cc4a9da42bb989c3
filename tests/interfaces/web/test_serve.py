"""The site is served to this computer only, on a port of its own, and says where."""

import os
import re
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from firststep.errors import CannotDo
from firststep.interfaces.web.serve import _listening, serve


@pytest.fixture
def taken() -> Iterator[int]:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        held.listen()
        yield held.getsockname()[1]


def test_a_taken_port_is_answered_with_the_command_that_helps(taken: int) -> None:
    with pytest.raises(CannotDo) as refused:
        serve(port=taken, no_browser=True)
    assert refused.value.kind == "unavailable"
    assert refused.value.words == (
        f"Port {taken} is taken. Try: firststep serve --port {taken + 1}"
    )


def test_the_demonstration_takes_the_next_free_port(taken: int) -> None:
    with _listening(taken, next_free=True) as found:
        host, port = found.getsockname()
    assert host == "127.0.0.1"
    assert taken < port < taken + 20


@pytest.fixture
def site(tmp_path: Path) -> Iterator[str]:
    """The address a real process shows on a fresh data folder."""
    command = [sys.executable, "-m", "firststep", "serve", "--port", "0", "--no-browser"]
    environment = {**os.environ, "FIRSTSTEP_HOME": str(tmp_path / "home")}
    process = subprocess.Popen(
        command, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    assert process.stdout is not None
    found = (re.search(r"http://\S+", line) for line in process.stdout)
    yield next(one.group() for one in found if one)
    process.terminate()
    process.wait(10)


@pytest.mark.slow
def test_the_address_shown_opens_the_first_run_and_only_with_its_key(site: str) -> None:
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
    answer = opener.open(site)
    assert "key" not in answer.url
    assert answer.url.endswith("/begin")
    assert "Who are you?" in answer.read().decode()
    with pytest.raises(urllib.error.HTTPError) as closed:
        urllib.request.urlopen(site.partition("?")[0])
    assert closed.value.code == 403
    with pytest.raises(urllib.error.HTTPError) as forged:
        opener.open(urllib.request.Request(answer.url, headers={"Host": "evil.example"}))
    assert forged.value.code == 400
    style = re.search(r'href="(/static/site\.css\?[^"]+)"', opener.open(site).read().decode())
    assert style
    assert opener.open(site.partition("/?")[0] + style[1]).status == 200
