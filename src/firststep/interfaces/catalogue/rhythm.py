"""The rhythm itself: the playbook, days away, whom to stay in touch with."""

from firststep.interfaces.catalogue.words import (
    OF_ANSWERS,
    OF_VERBS,
    Item,
    argument,
    option,
    switch,
)

AT = OF_VERBS + "goal.rhythm:"
BOOK = OF_ANSWERS + "rhythm:playbook"
ROOM = "The rhythm"

ITEMS = (
    Item(
        "campaign",
        "Correct who you are, where, and on which days you work.",
        OF_ANSWERS + "rhythm:campaign",
        (
            option("--name", "Your own name, as it stands under your messages."),
            option("--email", "Your own address."),
            option("--zone", "Your time zone, such as Europe/Berlin."),
            option("--country", "Your country in two letters, for its public holidays."),
            option("--language", "The language of the pages.", one_of="kinds:PAGE_LANGUAGES"),
            option("--phone", "Your own number, for voicemail and under your letters."),
            option(
                "--linkedin",
                "Your account there: a free one takes five notes with an invitation a month.",
                one_of="channels.channel:ACCOUNTS",
            ),
            option("--inbox", "The file of the lines you type on the phone, if not inbox.txt."),
            option(
                "--working-day",
                "A day you work on; may be given again.",
                name="working_days",
                many=True,
                one_of="kinds:WEEKDAYS",
            ),
            option(
                "--minutes-a-day", "How long a day may be.", kind="whole", lowest=5, highest=480
            ),
        ),
        help="Without options it shows what is set.",
    ),
    Item(
        "playbook show",
        "The spacings, caps and minutes the plan goes by, as a TOML text.",
        OF_ANSWERS + "rhythm:playbook_show",
        writes=False,
        dated=False,
    ),
    Item(
        "playbook set",
        "Change one setting: playbook set cards 5, playbook set rules.call no.",
        AT + "set_playbook",
        (
            argument("key", "A setting, minutes.call, or rules.call."),
            argument("value", "A whole number, or yes or no."),
        ),
        BOOK,
    ),
    Item(
        "playbook use",
        "Start from another playbook: default, or two-hour.",
        AT + "use_playbook",
        (argument("name", "Its name."),),
        BOOK,
    ),
    Item(
        "playbook load",
        "Take a whole TOML text; nothing of it is kept when any of it is wrong.",
        AT + "load_playbook",
        (argument("text", "The file.", kind="contents", metavar="FILE"),),
        BOOK,
    ),
    Item(
        "playbook reset",
        "Back to the default rhythm.",
        AT + "reset_playbook",
        answer=BOOK,
    ),
    Item(
        "keep",
        "How often to stay in touch with somebody.",
        AT + "keep_in_touch",
        (
            argument("person", "Their name, or p12."),
            argument("every", "How often.", one_of="kinds:KEEP_EVERY"),
        ),
        OF_ANSWERS + "rhythm:keep",
    ),
    Item(
        "away",
        "Days on which you work on nothing: what is due shifts behind them.",
        AT + "go_away",
        (
            option("--from", "The first day away.", name="first", kind="date", required=True),
            option("--to", "The last day away.", name="last", kind="date", required=True),
            switch("--drop", "You are not away then after all."),
        ),
        OF_ANSWERS + "rhythm:away",
    ),
)
