"""The rhythm itself: the playbook, days away, whom to stay in touch with."""

from firststep.facts.kinds import KEEP_EVERY
from firststep.interfaces.catalogue.words import ANSWERS, Item, argument, option, switch

AT = ANSWERS + "rhythm:"
ROOM = "The rhythm"

ITEMS = (
    Item(
        "playbook show",
        "The spacings, caps and minutes the plan goes by, as a TOML text.",
        AT + "show_playbook",
        writes=False,
        dated=False,
        room=ROOM,
    ),
    Item(
        "playbook set",
        "Change one setting: playbook set cards 5, playbook set rules.call no.",
        AT + "change_playbook",
        (
            argument("key", "A setting, minutes.call, or rules.call."),
            argument("value", "A whole number, or yes or no."),
        ),
        room=ROOM,
    ),
    Item(
        "playbook use",
        "Start from another playbook: default, or two-hour.",
        AT + "choose_playbook",
        (argument("name", "Its name."),),
        room=ROOM,
    ),
    Item(
        "playbook load",
        "Take a whole TOML text; nothing of it is kept when any of it is wrong.",
        AT + "load_playbook_file",
        (argument("file", "The file.", kind="file"),),
        room=ROOM,
    ),
    Item("playbook reset", "Back to the default rhythm.", AT + "reset", room=ROOM),
    Item(
        "keep",
        "How often to stay in touch with somebody.",
        AT + "keep",
        (
            argument("person", "Their name, or p12."),
            argument("every", "How often.", choices=tuple(filter(None, KEEP_EVERY))),
        ),
        room=ROOM,
    ),
    Item(
        "away",
        "Days on which you work on nothing: what is due shifts behind them.",
        AT + "away",
        (
            option("--from", "The first day away.", name="first", kind="date", required=True),
            option("--to", "The last day away.", name="last", kind="date", required=True),
            switch("--drop", "You are not away then after all."),
        ),
        room=ROOM,
    ),
)
