"""How a browser gets in: an address with a start key on the terminal, and a private page that hands
one on. What a program is started with can be read by everybody on a computer, so the browser is
told where that page lies and never the key."""

import http.client
import os
import signal
import sys
import threading
import webbrowser
from contextlib import suppress
from pathlib import Path

from firststep.interfaces.web import letting_in
from firststep.interfaces.web.gate import HERE, START, handing_on

SNAPS = tuple(Path("/snap/bin", name) for name in ("firefox", "chromium", "brave", "opera"))


def let_in(port: int, *, no_browser: bool) -> None:
    """Says the address that lets one browser in, and opens this person's own."""
    at = f"http://{HERE}:{port}"
    _say(f"Firststep is open at {at}/?key={letting_in.fresh_key()}")
    if no_browser:
        return
    own = f"http://{letting_in.own_host()}:{port}"
    with suppress(OSError):  # no room on the disk: the address above is enough
        page = letting_in.private_page(lambda key: handing_on(key, at=at, own=own), _page_folder())
        threading.Timer(0.3, webbrowser.open, [page.as_uri()]).start()


def let_in_from(tunnel: str) -> None:
    """Says the address that lets one browser in under the name of the seeker's own tunnel."""
    _say(f"By your tunnel: https://{tunnel}/?key={letting_in.fresh_key()}")


def let_in_at_enter(port: int, *, no_browser: bool) -> None:
    """Does it again each time Enter is pressed, where somebody sits at the terminal."""
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return
    _say("The address lets one browser in, once, within 15 minutes. For another, press Enter.")

    if hasattr(signal, "SIGTTIN"):  # sent to the background it runs on, and hears nothing more
        signal.signal(signal.SIGTTIN, signal.SIG_IGN)

    def listen() -> None:
        # Read past Python's own buffer: a thread that waits in it holds up the end of the program.
        with suppress(OSError):
            while os.read(sys.stdin.fileno(), 4096):
                let_in(port, no_browser=no_browser)

    threading.Thread(target=listen, name="firststep-enter", daemon=True).start()


def is_open_already(port: int) -> bool:
    """Whether this data's own site answers on a port: no other knows its name."""
    line = http.client.HTTPConnection(HERE, port, timeout=2)
    try:
        line.request("HEAD", START, headers={"Host": f"{letting_in.own_host()}:{port}"})
        answer = line.getresponse()
        return answer.getheader("Server") == "firststep" and answer.status == 403
    except (OSError, http.client.HTTPException):
        return False
    finally:
        line.close()


def _page_folder() -> Path:
    """Browsers that come as snaps read nothing in hidden folders: for them it lies in the home."""
    with suppress(RuntimeError):  # no home
        if any(snap.exists() for snap in SNAPS):
            return Path.home()
    return letting_in.private_folder()


def _say(words: str) -> None:
    sys.stderr.write(f"{words}\n")
    sys.stderr.flush()
