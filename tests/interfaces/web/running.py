"""A real site in a process of its own, and a browser without scripts that was let in."""

import http.cookiejar
import os
import re
import subprocess
import sys
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.interfaces.web.reading import Form, Forms

PROGRAM = (sys.executable, "-m", "firststep")


@dataclass
class Seen:
    """What came back: its status, its words, its forms."""

    status: int
    text: str

    def form(self, action: str) -> Form:
        return next(form for form in Forms(self.text).found if form.action == action)


@dataclass
class Running:
    """The site, as its first line names it."""

    process: "subprocess.Popen[str]"
    key_address: str
    browser: urllib.request.OpenerDirector = field(init=False)
    jar: http.cookiejar.CookieJar = field(init=False)

    def __post_init__(self) -> None:
        self.jar = http.cookiejar.CookieJar()
        keeping = urllib.request.HTTPCookieProcessor(self.jar)
        self.browser = urllib.request.build_opener(keeping)
        self.browser.open(self.key_address, timeout=60)

    @property
    def at(self) -> str:
        return self.key_address.partition("/?")[0]

    @property
    def port(self) -> int:
        return int(self.at.rpartition(":")[2])

    def let_in(self, context: Any) -> None:
        """Lets a context of Chromium in, as the browser without scripts was."""
        cookies = [{"name": one.name, "value": one.value, "url": self.at} for one in self.jar]
        context.add_cookies(cookies)

    def get(self, address: str) -> Seen:
        return self._seen(urllib.request.Request(self.at + address))

    def send(self, form: Form, **said: str) -> Seen:
        fields = urllib.parse.urlencode({**form.fields, **said}).encode()
        return self._seen(urllib.request.Request(self.at + form.action, fields))

    def send_file(self, form: Form, content: bytes, name: str = "Connections.csv") -> Seen:
        line = "--of-this-form"
        parts = [f'{line}\r\nContent-Disposition: form-data; name="{field}"\r\n\r\n{value}\r\n'
                 for field, value in form.fields.items() if field != "file"]  # fmt: skip
        head = f'{line}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n\r\n'
        body = "".join([*parts, head]).encode() + content + f"\r\n{line}--\r\n".encode()
        kind = {"Content-Type": f"multipart/form-data; boundary={line[2:]}"}
        return self._seen(urllib.request.Request(self.at + form.action, body, kind))

    def _seen(self, request: urllib.request.Request) -> Seen:
        try:
            with self.browser.open(request, timeout=60) as answer:
                return Seen(answer.status, answer.read().decode())
        except urllib.error.HTTPError as refused:
            return Seen(refused.code, refused.read().decode())


def environment(home: Path, **more: str) -> dict[str, str]:
    return {**os.environ, "FIRSTSTEP_HOME": str(home), **more}


def a_campaign(env: dict[str, str]) -> None:
    words = ["init", "--name", "Ada Moreno", "--country", "DE"]
    subprocess.run([*PROGRAM, *words], env=env, check=True, stdout=subprocess.DEVNULL)


@contextmanager
def running(
    env: dict[str, str], *, within: tuple[str, ...] = (), saying: tuple[str, ...] = ()
) -> Iterator[Running]:
    """Starts the site, by the words of `within` where it is to run inside something, and with what
    else is to be said to it."""
    process = subprocess.Popen(
        [*within, *PROGRAM, "serve", "--port", "0", "--no-browser", *saying],
        env=env, text=True, stdin=subprocess.DEVNULL, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert process.stderr
    try:
        line = process.stderr.readline()
        yield Running(process, re.findall(r"http://\S+", line)[0])
    finally:
        process.kill()
        process.wait(20)


def until(page: Any, holds: str) -> None:
    """Waits for what a page's script would say yes to; the page's own rules allow no other way."""
    for _ in range(600):
        if page.evaluate(holds):
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"never: {holds}")
