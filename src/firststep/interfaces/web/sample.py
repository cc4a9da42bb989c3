"""A sample to look around in: a second site of this program beside one's own, with invented people
in a folder of its own. It is there after one press and gone after one; one's own data is not
touched."""

import atexit
import os
import re
import subprocess
import sys
import threading
from contextlib import suppress
from dataclasses import dataclass

from firststep.errors import CannotDo

LEADS_BACK = "FIRSTSTEP_SAMPLE_OF"  # told to the sample: the site it leads back to
AN_ADDRESS = re.compile(r"http://\S+")
ENDS_WITHIN_SECONDS = 5


@dataclass(slots=True)
class _Sample:
    """The process that plays the sample and serves it; `address` lets one browser in."""

    process: "subprocess.Popen[str]"
    address: str = ""

    def listen(self) -> None:
        """Reads what it says until it names its address, and on, so that it is never held up."""
        for line in self.process.stderr or ():
            if (found := AN_ADDRESS.search(line)) and not self.address:
                self.address = found[0]


_open: list[_Sample] = []


def open_sample(own_site: str) -> None:
    """Begins to make the sample, which takes some twenty seconds; an earlier one goes."""
    close_sample()
    process = subprocess.Popen(
        [sys.executable, "-m", "firststep", "demo", "--no-browser", "--port", "0"],
        env={**os.environ, LEADS_BACK: own_site},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    sample = _Sample(process)
    _open.append(sample)
    threading.Thread(target=sample.listen, name="firststep-sample", daemon=True).start()


def sample_address() -> str:
    """Where the sample lets one browser in; "" while it is being made. Raises CannotDo where there
    is none."""
    if not _open:
        raise CannotDo("There is no sample yet. Press for one on the first page.", kind="not_found")
    sample = _open[-1]
    if sample.process.poll() is not None:
        close_sample()
        raise CannotDo(
            "The sample could not be made. Try again, or begin with your own companies.",
            kind="unavailable",
        )
    return sample.address


def close_sample() -> None:
    """Ends the sample; what was tried in it goes with the next one."""
    while _open:
        process = _open.pop().process
        process.terminate()
        with suppress(subprocess.TimeoutExpired):
            process.wait(ENDS_WITHIN_SECONDS)


def leads_back() -> str:
    """The site this one is a sample of; "" where it is nobody's sample."""
    return os.environ.get(LEADS_BACK, "")


atexit.register(close_sample)
