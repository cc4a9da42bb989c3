"""Safety, and the doors themselves."""

from firststep.interfaces.catalogue.words import (
    OF_ANSWERS,
    OF_VERBS,
    Item,
    argument,
    option,
    switch,
)

AT = OF_ANSWERS + "safety:"
ROOM = "Your data"
SITE = (
    option("--port", "The port on this computer.", kind="whole", lowest=0, highest=65535),
    switch("--no-browser", "Do not open the browser."),
)

ITEMS = (
    Item(
        "backup",
        "Write everything into one file.",
        AT + "backup",
        (argument("file", "Where to write it.", kind="file"),),
        writes=False,
        dated=False,
    ),
    Item(
        "export",
        "Write everything into a folder, for yourself and for other programs.",
        AT + "export",
        (argument("folder", "A new folder, or one with an earlier export.", kind="file",
                  metavar="DIR"),),
        help="People as a table and as address cards, companies as tables, all of it as JSON that "
        "goes back into an empty campaign with: firststep import DIR",
        writes=False,
        dated=False,
    ),
    Item(
        "restore",
        "Put everything back from a backup, or an export into an empty campaign.",
        AT + "restore",
        (argument("file", "The backup, or the folder of an export.", kind="file"),),
        dated=False,
        needs="folder",
    ),
    Item(
        "forget",
        "Forget one person everywhere. This cannot be undone.",
        OF_VERBS + "safety.forget:forget",
        (
            argument("person", "Their name, a part of it, or their number."),
            switch("--yes", "Do it without asking.", of_the_door=True),
        ),
    ),
    Item(
        "doctor",
        "Look whether everything is in order with your data.",
        OF_ANSWERS + "health:doctor",
        writes=False,
        dated=False,
        needs="nothing",
    ),
    Item(
        "serve",
        "Open the site on this computer.",
        "firststep.interfaces.web.serve:serve",
        (
            *SITE,
            option("--on", "Take this day as today.", kind="date"),
            option("--allow-host", "Answer to this name, too: that of your own tunnel, with HTTPS.",
                   metavar="NAME"),
        ),
        writes=False,
        dated=False,
        needs="data",
    ),
    Item(
        "demo",
        "Try it with an invented campaign, in a folder of its own.",
        "firststep.interfaces.demo:demo",
        (
            switch("--no-serve", "Only print Today; do not open the site."),
            option("--on", "The day it is looked at.", name="today", kind="date"),
            *SITE,
        ),
        writes=False,
        dated=False,
        needs="nothing",
    ),
    Item(
        "completion",
        "The lines that teach your shell to complete firststep.",
        "firststep.interfaces.cli.completing:script",
        (argument("shell", "Your shell.", required=False, one_of=("bash", "zsh", "fish")),),
        help='For bash: eval "$(firststep completion bash)"',
        writes=False,
        dated=False,
        needs="nothing",
    ),
)  # fmt: skip
