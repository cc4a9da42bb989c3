"""Serving the site on this computer, to this computer only."""

import logging
import socket
import sys
from datetime import date

from firststep.errors import CannotDo
from firststep.interfaces.mistakes import IntoErrorsLog

USUAL_PORT = 8765
TRIES = 20


def serve(
    *,
    port: int | None = None,
    no_browser: bool = False,
    next_free: bool = False,
    on: date | None = None,
) -> None:
    """Serves until it is stopped, after saying the address that lets one browser in.

    Where this data's site is open there already, it lets a browser into that one. `next_free` takes
    another port where the wished one is taken; `on` is the day to take for today. Raises CannotDo
    (`unavailable`) for a taken port.
    """
    from django.conf import settings

    from firststep.interfaces.web import arriving, gate, letting_in
    from firststep.interfaces.web.listening import a_server
    from firststep.wsgi import application

    wished = USUAL_PORT if port is None else port
    if not next_free and arriving.is_open_already(wished):
        arriving.let_in(wished, no_browser=no_browser)
        return
    listening = _listening(wished, next_free=next_free)
    settings.TODAY = on
    settings.ALLOWED_HOSTS = [gate.HERE, letting_in.own_host()]
    _keep_mistakes_out_of_sight()
    server = a_server(application, listening)
    number = listening.getsockname()[1]
    arriving.let_in(number, no_browser=no_browser)
    sys.stderr.write("Stop it with Ctrl-C.\n")
    arriving.let_in_at_enter(number, no_browser=no_browser)
    try:
        server.run()  # until Ctrl-C, which it keeps to itself
    finally:
        server.close()
        letting_in.drop_unused_keys()
    sys.stderr.write("\nStopped. What you recorded is safe.\n")


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
