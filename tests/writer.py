"""A process that writes as a long-running site does: one connection, one person after the other.

    FIRSTSTEP_HOME=… python -m tests.writer NAME

Each name is printed once it is confirmed, never before. It ends with its standard input.
"""

import sys
import threading
from itertools import count

from firststep.errors import CannotDo
from firststep.interfaces.mistakes import trouble
from firststep.interfaces.opening import open_data, the_campaign


def main(me: str) -> None:
    open_data(create=False)
    from firststep.journal.actions import Stamp
    from firststep.verbs.people.persons import add_person
    from tests.builders import MONDAY

    over = threading.Event()
    threading.Thread(target=lambda: (sys.stdin.read(), over.set()), daemon=True).start()
    print("ready", flush=True)
    for number in count():
        if over.is_set():
            return
        name = f"{me} Number{number}"
        try:
            add_person(the_campaign(), stamp=Stamp(on=MONDAY), name=name)
        except CannotDo as refused:
            print(f"refused: {refused.words}", flush=True)
        except Exception as error:
            known = trouble(error)
            if known is None:
                raise
            print(f"refused: {known.words}", flush=True)
        else:
            print(f"confirmed: {name}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
