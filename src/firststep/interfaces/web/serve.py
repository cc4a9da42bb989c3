"""Serving the site on this computer, to this computer only."""

import logging
import socket
import sys
import threading
import webbrowser
from datetime import date
from pathlib import Path

from firststep.errors import CannotDo

HERE = "127.0.0.1"
USUAL_PORT = 8765
TRIES = 20
LARGEST_BODY = 210 * 1024 * 1024  # an export of 200 MB, the most an import reads, and its form


def serve(
    *,
    port: int | None = None,
    no_browser: bool = False,
    next_free: bool = False,
    on: date | None = None,
) -> None:
    """Serves until it is stopped, after saying the address that lets this browser in.

    `next_free` takes another port where the wished one is taken; `on` is the day to take for
    today. Raises CannotDo (`unavailable`) for a taken port.
    """
    listening = _listening(USUAL_PORT if port is None else port, next_free=next_free)
    from django.conf import settings

    settings.TODAY = on
    _keep_mistakes_out_of_sight(Path(settings.DATA) / "errors.log")
    from waitress.server import create_server

    from firststep.interfaces.web.gate import local_token
    from firststep.wsgi import application

    number = listening.getsockname()[1]
    address = f"http://{HERE}:{number}/?token={local_token()}"
    server = create_server(
        application,
        sockets=[listening],
        threads=4,
        ident="firststep",
        max_request_body_size=LARGEST_BODY,
    )
    sys.stderr.write(f"Firststep is open at {address}\nStop it with Ctrl-C.\n")
    sys.stderr.flush()
    if not no_browser:
        threading.Timer(0.3, webbrowser.open, [address]).start()
    try:
        server.run()
    except KeyboardInterrupt:
        sys.stderr.write("\nStopped. What you recorded is safe.\n")
    finally:
        server.close()


def _keep_mistakes_out_of_sight(file: Path) -> None:
    """Our own mistakes go into a file for a report; the terminal shows only the address."""
    mistakes = logging.FileHandler(file, delay=True, encoding="utf-8")
    mistakes.setFormatter(logging.Formatter("%(asctime)s %(name)s %(message)s"))
    mistakes.setLevel(logging.ERROR)
    for name in ("django", "waitress"):
        log = logging.getLogger(name)
        log.handlers, log.propagate = [mistakes], False


def _listening(port: int, *, next_free: bool) -> socket.socket:
    """A socket on the first free port; the port wished, unless another will do."""
    for wished in range(port, min(port + TRIES, 65536)) if next_free else (port,):
        sock = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        if sys.platform != "win32":  # there it would let two programs share a port
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            sock.bind((HERE, wished))
        except OSError:
            sock.close()
            continue
        return sock
    other = port + 1 if port < 65535 else USUAL_PORT
    raise CannotDo(f"Port {port} is taken. Try: firststep serve --port {other}", kind="unavailable")
