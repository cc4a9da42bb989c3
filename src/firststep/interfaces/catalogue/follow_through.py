"""Following through: events and the people met there, offers, favours, promises."""

from firststep.interfaces.catalogue.campaign import APPROACH
from firststep.interfaces.catalogue.people import PERSON
from firststep.interfaces.catalogue.words import (
    OF_ANSWERS,
    OF_VERBS,
    Item,
    argument,
    option,
    switch,
)

AT = OF_VERBS + "habits."
OF_EVENTS = OF_ANSWERS + "events:"
OF_FAVOURS = OF_ANSWERS + "favours:"
ROOM = "Following through"
EVENT = argument("event", "Its name, a part of it, or its number.")

ITEMS = (
    Item(
        "landed",
        "You have a job: the round ends, and everybody who helped gets a note prepared.",
        OF_ANSWERS + "landing:landed",
        (
            option("--company", "Where. Once that is said, it shows what is left."),
            switch("--take-out", "Forget, for good, all it lists as no longer needed."),
        ),
        help="Your campaign and your people stay, and so do favours and whom you stay in touch "
        "with. goal --new-round begins the next search.",
    ),
    Item(
        "interview",
        "An interview at a target: its day, who sits there, and what there is to prepare.",
        OF_ANSWERS + "interviews:interview",
        (
            argument("company", "Its name, a part of it, or its number."),
            option("--at", "When: \"2026-11-25 14:30\".", kind="moment"),
            option("--day", "Its day, where the hour is not known yet.", kind="date"),
            option("--how", "How.", one_of=("phone", "video", "in_person")),
            option("--with", "Who sits there: \"Dana Weiss, Head of Marketing\"; may be given "
                   "again.", name="people", many=True),
            switch("--held", "You were there: the thanks to each are due the next day."),
            switch("--cancelled", "It is called off."),
            option("--file", "Write the entry for your calendar into this file.", kind="file"),
        ),
        help="Today has you prepare on the working day before, and practise --company is the "
        "preparing. Written again after it moved or was called off, the file changes the entry "
        "that is in your calendar.",
    ),
    Item(
        "brief",
        "One page before a talk: who, what was said, what to ask, how to begin and to end.",
        OF_ANSWERS + "brief:brief",
        (APPROACH,),
        writes=False,
    ),
    Item(
        "practise",
        "Practise a talk, a call, or saying who you are: cue cards, and what they may say.",
        OF_ANSWERS + "practising:practise",
        (
            APPROACH._replace(required=False),
            option("--company", "For the interview there."),
            option("--for", "What you practise.", name="occasion",
                   one_of=("call", "talk", "who", "interview")),
            option("--seed", "Another number, another order.", kind="whole", lowest=0,
                   highest=1_000_000_000),
            switch("--done", "You have practised: the preparing is done."),
            option("--note", "With --done: what to do otherwise next time."),
            option("--reply", "With --done: your own reply, by its number, such as \"2: I'd rather "
                   "write\"; may be given again.", name="replies", many=True),
        ),
        help="On a terminal it says their lines one by one, and you answer aloud, or type what you "
        "would say. What you say is kept nowhere; what you typed is kept if you say so.",
    ),
    Item(
        "calendar",
        "The conversation you agreed on, as an entry for your calendar (.ics).",
        OF_ANSWERS + "calendar_entry:calendar_entry",
        (APPROACH, option("--file", "Write it into this file.", kind="file")),
        help="Made again after the day moved, or after the talk was put off, it changes the entry "
        "that is there already.",
        writes=False,
    ),
    Item(
        "met",
        "Record whom you met, and where; a note to them is due the next working day.",
        OF_ANSWERS + "met:met",
        (
            argument("who", 'Such as "Priya Nair, Head of Ops, Acme"; may be given again.',
                     metavar="PERSON", required=False, many=True),
            option("--at", "At which event; a new one is written down.", metavar="EVENT"),
            option("--promise", "What you said you would do, such as: send the article."),
            option("--they-promise", "What they said they would do.", name="theirs"),
            option("--said", "What you talked about, in a few words."),
            option("--email", "Their address."),
            option("--phone", "Their number."),
            option("--linkedin", "Their profile's address."),
            option("--file", "A list of names, the text of business cards or an address card "
                   "(.vcf), or - for what comes in.", kind="file"),
            switch("--yes", "Write those of the file who are read for sure, without asking."),
        ),
        help="Of a file it shows whom it read, and what is to be asked, before it writes. A line "
        "of a list may say what you talked about: Priya Nair, Acme: steel prices.",
    ),
    Item(
        "event add",
        "Write down a day among people: a fair, a mixer, a guest's talk.",
        AT + "event:add_event",
        (
            argument("name", "What it is called."),
            option("--on", "Its day; today if not said.", kind="date"),
            option("--place", "Where it is."),
            option("--for", "What you go there for.", name="purpose"),
        ),
        OF_EVENTS + "event_added",
        dated=False,
    ),
    Item(
        "event list",
        "Your events: whom you met, and how many you have followed up with.",
        OF_EVENTS + "event_list",
        writes=False,
    ),
    Item(
        "event show",
        "One event: before it who is worth finding, after it whom to follow up with.",
        OF_EVENTS + "event_show",
        (EVENT,),
        writes=False,
    ),
    Item(
        "offer add",
        "Write down what a professional offered, to you or to your class.",
        AT + "offer:record_offer",
        (
            PERSON,
            option("--to", "To whom; to you if not said.", one_of="habits:OFFER_TO"),
            option("--says", 'Their words, such as "connect with me on LinkedIn".'),
            option("--made-on", "The day they said it.", kind="date"),
            option("--from", "The first day it holds, where their words do not say it.",
                   kind="date", name="opens_on"),
            option("--until", "The last day it holds, if they said one.", kind="date"),
            option("--ask", "What you will ask, where their words do not say it.",
                   one_of="asks:ASKS"),
            option("--channel", "By which way, where their words do not say it.",
                   one_of="channels:CHANNEL_NAMES"),
        ),
        OF_EVENTS + "offer_made",
        help="Taking it up is due the next working day, or from the day they named, in the way "
        "they asked for. Seven days on it counts as missed. Who is new is told with a company: "
        "Jane Ortiz, Director, Acme.",
    ),
    Item(
        "offer list",
        "Offers, the day you took each up, and what came of it.",
        OF_EVENTS + "offer_list",
        writes=False,
    ),
    Item(
        "news",
        "Who has a new post since your last import: somebody to congratulate.",
        OF_ANSWERS + "news:news",
        help="It tells what changed with the imports of the last ninety days, of people you know.",
        writes=False,
    ),
    Item(
        "favour",
        "Help you gave or received; said again it tells what became of it.",
        AT + "favour:record_favour",
        (
            PERSON,
            argument("way", "Which way it went.", one_of="habits:FAVOUR_WAYS"),
            argument("what", "What it was; without it the newest of theirs.", required=False),
            option("--returns", "The favour it returns, by its number in the list.", metavar="ID"),
            switch("--told", "You told them what came of it."),
            switch("--done", "You leave it at that."),
        ),
        OF_FAVOURS + "favour_recorded",
    ),
    Item(
        "favour list",
        "Favours: thanked, told what came of it, returned?",
        OF_FAVOURS + "favour_list",
        (switch("--open", "Only where something is left to do."),),
        writes=False,
    ),
    Item(
        "promise",
        "What you or they said they would do; --kept says it was done.",
        AT + "favour:record_promise",
        (
            PERSON,
            argument("whose", "Who promised.", one_of="habits:PROMISE_WHOSE"),
            argument("what", "What it was; with --kept the oldest open one if not said.",
                     required=False),
            switch("--kept", "It was done."),
        ),
        OF_FAVOURS + "promise",
    ),
    Item(
        "promise list",
        "What was promised on both sides, and whether it was kept.",
        OF_FAVOURS + "promise_list",
        (switch("--open", "Only what is not kept yet."),),
        writes=False,
    ),
)  # fmt: skip
