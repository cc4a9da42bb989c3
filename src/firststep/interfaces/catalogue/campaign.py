"""The campaign: the day's steps, and recording what happened."""

from firststep.interfaces.catalogue.words import (
    OF_ANSWERS,
    OF_VERBS,
    Item,
    argument,
    option,
    switch,
)

THREAD = OF_VERBS + "thread:"
RECORDED = OF_ANSWERS + "recorded:"
OF_LETTERS = OF_ANSWERS + "letters:"
OF_HEARING = OF_ANSWERS + "hearing:"
OF_HEARD = OF_VERBS + "told.hear:"
HEARD_ID = argument("heard", "The number it was taken in under.", kind="whole", metavar="ID")
ROOM = "Day by day"
POLICY_NAMES = (
    "default",
    "two-hour",
    "no_follow_up",
    "habit",
    "list_once",
    "list_full",
    "cold_first",
    "plain",
    "most_days",
)
WORDING = option("--wording", "The wording you took; it comes first when the same is asked again.")
APPROACH = argument("ref", "Its number, p12, s7, or the person's name.", metavar="APPROACH")
CHANNEL = option("--channel", "By which way.", one_of="channels:CHANNEL_NAMES")
EXPECTED = switch("--expected", "Who was named expects you, they say: that is an introduction.")

ITEMS = (
    Item(
        "today",
        "The few steps to take today, each with its reason, the first with its message.",
        OF_ANSWERS + "day:today",
        (option("--minutes", "How long today may be.", kind="whole", lowest=1, highest=1440),),
        writes=False,
    ),
    Item(
        "draft",
        "The message of a step, ready but for the words only you can fill in.",
        OF_LETTERS + "draft",
        (
            APPROACH,
            option("--wording", "Another wording, by its name."),
            CHANNEL,
            switch("--fresh", "Begin anew, whatever was kept."),
        ),
        writes=False,
    ),
    Item(
        "message",
        "Keep the message of a step as it stands, blanks and all; nothing goes out.",
        THREAD + "keep_message",
        (
            APPROACH,
            option("--text", "A file with the text, or - for what comes in.", kind="contents",
                   required=True),
            option("--subject", "Its subject, if not that of the draft."),
            CHANNEL,
            WORDING,
        ),
        OF_LETTERS + "message_kept",
    ),
    Item(
        "sent",
        "Record that you sent the message of a step.",
        THREAD + "record_sent",
        (
            APPROACH,
            CHANNEL,
            option("--as", "What it was, if not what the plan shows.", name="kind",
                   one_of="line_kinds:SENT_KINDS"),
            WORDING,
        ),
        RECORDED + "touch_made",
    ),
    Item(
        "call",
        "Record a call and how it ended.",
        THREAD + "record_call",
        (
            APPROACH,
            option("--outcome", "How it ended.", one_of="line_kinds:CALL_OUTCOMES", required=True),
            option("--until", "For later: when to write again.", kind="date"),
        ),
        RECORDED + "touch_made",
    ),
    Item(
        "reply",
        "Record an answer that came in.",
        THREAD + "record_reply",
        (
            APPROACH,
            argument("answer", "What they said.", one_of="line_kinds:REPLIES"),
            option("--until", "When to come back to it.", kind="date"),
            option("--to", "Whom they named: \"Sam Lee, Operations, Acme\"."),
            option("--email", "The address of the person named."),
            option("--phone", "The number of the person named."),
            EXPECTED,
            option("--at", "The hour a yes agrees to: \"2026-11-25 14:30\".", kind="moment"),
            option("--how", "How you will talk.", one_of=("phone", "video", "in_person")),
        ),
        RECORDED + "reply_heard",
    ),
    Item(
        "meeting",
        "Record the day and hour a conversation was agreed for.",
        THREAD + "record_meeting",
        (
            APPROACH,
            option("--at", "When: \"2026-11-25 14:30\".", kind="moment"),
            option("--how", "How.", one_of=("phone", "video", "in_person")),
            switch("--cancelled", "It will not take place then."),
        ),
        RECORDED + "meeting_agreed",
    ),
    Item(
        "talked",
        "Record a conversation you had, and the names it brought.",
        THREAD + "record_talked",
        (
            APPROACH,
            option("--next", "Whom they named: \"Sam Lee, Operations, Acme\"; may be given again.",
                   name="named", many=True),
            EXPECTED,
            option("--can", "What they can do.", one_of=("hire", "refer", "inform")),
            option("--said", "What was said, for yourself.", name="text"),
            option("--stayed", "One thing that stayed with you; the thank-you says it."),
            option("--promise", "What you said you would do; may be given again.", name="mine",
                   many=True),
            option("--they-promise", "What they said they would do; may be given again.",
                   name="theirs", many=True),
            option("--received", "A favour they did you; may be given again.", many=True),
            option("--given", "A favour you did them; may be given again.", many=True),
            option("--pay", "What is paid there."),
            option("--way-in", "How one gets in."),
            option("--read-first", "What is read first in an application."),
        ),
        RECORDED + "meeting_held",
        help="All of it is one entry, which undo takes back whole. What you learned about the work "
        "stands at your goal.",
    ),
    Item(
        "thank",
        "Record that you thanked a person.",
        THREAD + "thank",
        (argument("person", "Their name, a part of it, or their number."),),
        RECORDED + "touch_made",
    ),
    Item(
        "log",
        "Say in one line what happened; it shows what it understood before it writes.",
        "firststep.interfaces.answers.told:log",
        (
            argument("line", "Such as \"Met Ann Lee (Acme) for coffee, intro to Sam promised\"."),
            switch("--yes", "Write it without asking."),
        ),
    ),
    Item(
        "heard",
        "Take in what somebody wrote back; it shows what it understood before it writes.",
        OF_HEARING + "heard",
        (
            argument("ref", "From whom it came, where that is not clear by itself.",
                     required=False, metavar="APPROACH"),
            option("--file", "A mail (.eml) or a text, or - for what comes in.", kind="file"),
            option("--text", "What they wrote."),
        ),
        help="A mail says by itself from whom it came; a text may want it said. Who wrote, what it "
        "says and the sentence that says so are shown; nothing else is written until you confirm.",
    ),
    Item(
        "heard list",
        "What came in and waits for your yes.",
        OF_HEARING + "heard_list",
        writes=False,
    ),
    Item(
        "heard confirm",
        "Say that it was understood rightly, or what it is; the next message stands below.",
        OF_HEARD + "confirm_heard",
        (
            HEARD_ID,
            option("--as", "What it is, if not what was understood first; may be given again.",
                   name="kinds", many=True, one_of="heard_kinds:HEARD_KINDS"),
            option("--of", "From whom it came, where that is not known.", metavar="APPROACH"),
            option("--at", "The hour you talk: \"2026-11-25 14:30\".", kind="moment"),
            switch("--undated", "No hour to talk is settled yet."),
            option("--until", "When to come back to it.", kind="date"),
            option("--to", "Whom they named: \"Sam Lee, Operations, Acme\"."),
            option("--email", "The address of the person named."),
            option("--phone", "The number of the person named."),
        ),
        OF_HEARING + "heard_confirmed",
    ),
    Item(
        "heard dismiss",
        "Put aside what came in; nothing else is written.",
        OF_HEARD + "dismiss_heard",
        (HEARD_ID,),
        OF_HEARING + "heard_dismissed",
    ),
    Item(
        "inbox",
        "Read what you typed on the phone: a text file, one line for each thing that happened.",
        OF_ANSWERS + "inbox:inbox",
        (
            argument("file", "The file; without it inbox.txt in Firststep's folder.",
                     required=False),
            switch("--yes", "Write the sure lines, and take them out of the file."),
        ),
    ),
    Item(
        "ask",
        "Choose what to ask of a person, or for a seat.",
        THREAD + "ask",
        (
            argument("who", "A person's name or number, or a seat such as s7.",
                     metavar="PERSON|SEAT"),
            argument("what", "What you ask for.", one_of="asks:ASKS", metavar="ASK"),
            option("--for", "The seat it is about.", name="for_seat"),
            option("--via", "Who brings you together."),
            CHANNEL,
        ),
        RECORDED + "ask_chosen",
    ),
    Item(
        "path",
        "The ways in to a seat or a person, the best first.",
        OF_ANSWERS + "ways_in:path",
        (argument("whom", "A seat such as s7, or a person.", metavar="SEAT|PERSON"),),
        writes=False,
    ),
    Item(
        "snooze",
        "Not now: let a step rest until a day.",
        THREAD + "snooze",
        (
            APPROACH,
            argument("until", "The day it may come back, YYYY-MM-DD.", kind="date",
                     metavar="DATE"),
            option("--why", "A word for yourself."),
        ),
        RECORDED + "put_aside",
    ),
    Item(
        "close",
        "Leave it at that, for this round.",
        THREAD + "close",
        (APPROACH, option("--why", "A word for yourself.")),
        RECORDED + "put_aside",
    ),
    Item(
        "undo",
        "Take back the newest thing recorded, whatever it was.",
        OF_VERBS + "safety.undo:undo",
        answer=RECORDED + "taken_back",
    ),
    Item(
        "progress",
        "How far you have come, and how far it may still be.",
        OF_ANSWERS + "progress:progress",
        (option("--a-week", "What if you wrote to so many people a week.", kind="whole",
                lowest=1, highest=50),),
        writes=False,
    ),
    Item(
        "simulate",
        "What if: play many invented campaigns, each with and without following up.",
        OF_ANSWERS + "outlook:simulate",
        (
            option("--runs", "How many campaigns of each kind; 100 if not said.", kind="whole",
                   lowest=1, highest=100_000),
            option("--seed", "Another number, other campaigns.", kind="whole", lowest=0,
                   highest=1_000_000),
            option("--weeks", "How long each lasts; 26 if not said.", kind="whole", lowest=1,
                   highest=104),
            option("--policy", "A way to go about it; may be given again.", many=True,
                   one_of=POLICY_NAMES),
            option("--svg", "Write the drawing into this file.", kind="file"),
        ),
        help="The people are invented and the rates assumed: the figures compare habits, they do "
        "not foretell yours. docs/simulation.md says what they rest on. The interval is where the "
        "mean lies nineteen times in twenty. One campaign tells no interval, and a few may not: "
        "`low` and `high` are null then.",
        writes=False,
        dated=False,
        needs="nothing",
    ),
)  # fmt: skip
