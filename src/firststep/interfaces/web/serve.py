"""Serving the site on this computer, to this computer only."""

import logging
import re
import socket
import sys
from datetime import date

from firststep.errors import CannotDo
from firststep.interfaces.mistakes import IntoErrorsLog

USUAL_PORT = 8765
TRIES = 20
# Whole names alone: a star or a leading dot would let every host of a domain in.
TUNNEL_NAME = re.compile(
    r"(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]"
)


def serve(
    *,
    port: int | None = None,
    no_browser: bool = False,
    next_free: bool = False,
    on: date | None = None,
    allow_host: str | None = None,
) -> None:
    """Serves until it is stopped, after saying the address that lets one browser in.

    `allow_host` is the name of the seeker's own tunnel, which speaks HTTPS: under it, too, only a
    browser that was let in comes in.

    Where this data's site is open there already, it lets a browser into that one. `next_free` takes
    another port where the wished one is taken; `on` is the day to take for today. Raises CannotDo
    (`unavailable`) for a taken port.
    """
    from django.conf import settings

    from firststep.interfaces.web import arriving, gate, letting_in
    from firststep.interfaces.web.listening import a_server
    from firststep.wsgi import application

    wished = USUAL_PORT if port is None else port
    tunnel = tunnel_name(allow_host) if allow_host else ""
    if not next_free and arriving.is_open_already(wished):
        arriving.let_in(wished, no_browser=no_browser)
        return
    listening = _listening(wished, next_free=next_free)
    settings.TODAY = on
    settings.ALLOWED_HOSTS = [gate.HERE, letting_in.own_host(), *filter(None, [tunnel])]
    settings.TUNNEL = tunnel
    _keep_mistakes_out_of_sight()
    server = a_server(application, listening)
    number = listening.getsockname()[1]
    arriving.let_in(number, no_browser=no_browser)
    if tunnel:
        arriving.let_in_from(tunnel)
    sys.stderr.write("Stop it with Ctrl-C.\n")
    arriving.let_in_at_enter(number, no_browser=no_browser)
    try:
        server.run()  # until Ctrl-C, which it keeps to itself
    finally:
        server.close()
        letting_in.drop_unused_keys()
    sys.stderr.write("\nStopped. What you recorded is safe.\n")


def tunnel_name(given: str) -> str:
    """A host's name as one types it, or copies it with `https://` before it. Raises CannotDo."""
    name = given.strip().lower().removeprefix("https://").rstrip("/")
    if not TUNNEL_NAME.fullmatch(name) or name.endswith(".localhost"):
        raise CannotDo(
            f"{given} is not the name of a host. Write it like: "
            "firststep serve --allow-host laptop.my-tunnel.example",
            kind="bad_input",
        )
    return name


def _keep_mistakes_out_of_sight() -> None:
    """Our own mistakes go into a file for a report; the terminal shows only the address."""
    mistakes = IntoErrorsLog(logging.ERROR)
    for name in ("django", "waitress"):
        log = logging.getLogger(name)
        log.handlers, log.propagate = [mistakes], False


def _listening(port: int, *, next_free: bool) -> socket.socket:
    """A socket on the first free port; the port wished, unless another will do."""
    from firststep.interfaces.web import gate

    for wished in range(port, min(port + TRIES, 65536)) if next_free else (port,):
        sock = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        if sys.platform != "win32":  # there it would let two programs share a port
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            sock.bind((gate.HERE, wished))
        except PermissionError as error:
            sock.close()
            raise CannotDo(
                f"Port {port} is kept for the computer's own programs. Try: "
                f"firststep serve --port {USUAL_PORT}",
                kind="unavailable",
            ) from error
        except OSError:
            sock.close()
            continue
        return sock
    other = port + 1 if port < 65535 else USUAL_PORT
    raise CannotDo(f"Port {port} is taken. Try: firststep serve --port {other}", kind="unavailable")
