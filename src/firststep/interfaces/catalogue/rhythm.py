"""The rhythm itself: the playbook, days away, whom to stay in touch with."""

from firststep.facts.kinds import KEEP_EVERY, WEEKDAYS
from firststep.interfaces.catalogue.words import ANSWERS, Item, argument, option, switch

AT = ANSWERS + "rhythm:"
ROOM = "The rhythm"

ITEMS = (
    Item(
        "campaign",
        "Correct who you are, where, and on which days you work.",
        AT + "campaign",
        (
            option("--name", "Your own name, as it stands under your messages."),
            option("--email", "Your own address."),
            option("--zone", "Your time zone, such as Europe/Berlin."),
            option("--country", "Your country in two letters, for its public holidays."),
            option(
                "--working-day",
                "A day you work on; may be given again.",
                name="working_days",
                many=True,
                choices=WEEKDAYS,
            ),
            option(
                "--minutes-a-day", "How long a day may be.", kind="whole", lowest=5, highest=480
            ),
        ),
        help="Without options it shows what is set.",
        room=ROOM,
    ),
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
