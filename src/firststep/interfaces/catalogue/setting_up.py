"""Setting up: the campaign, the goal, the companies and their seats."""

from firststep.interfaces.catalogue.words import (
    OF_ANSWERS,
    OF_VERBS,
    Item,
    argument,
    option,
    switch,
)

OF_TARGETS = OF_VERBS + "targets.target:"
ONE_COMPANY = OF_ANSWERS + "companies:company"
ROOM = "Setting up"
COMPANY = argument("company", "Its name, a part of it, or its number.")
EDITABLE = (
    option("--domain", "Its web address, such as acme.example."),
    option("--motivation", "How much you want it, 1 to 5.", kind="whole", lowest=1, highest=5),
    option("--opening", "An opening you have seen there, in your words."),
    option("--phone", "Its switchboard: they put you through."),
    option("--alias", "Another name it goes by; may be given again.", name="aliases", many=True),
)
FILE_OPTIONS = (
    switch("--dry-run", "Only show what would happen; write nothing."),
    switch("--leave-out", "Leave out the rows that cannot be read, and import the rest."),
)

ITEMS = (
    Item(
        "init",
        "Start your campaign on this computer.",
        OF_VERBS + "goal.campaign:start_campaign",
        (
            option("--name", "Your own name, as it stands under your messages."),
            option("--email", "Your own address."),
            option("--zone", "Your time zone, such as Europe/Berlin."),
            option("--country", "Your country in two letters, for its public holidays."),
            option("--language", "The language of the pages.", one_of="kinds:PAGE_LANGUAGES"),
        ),
        OF_ANSWERS + "goal:begun",
        needs="data",
    ),
    Item(
        "goal",
        "Say what you want: the work, the department, the places.",
        OF_ANSWERS + "goal:goal",
        (
            option("--role", "The work you look for, such as Buyer."),
            option("--department", "The department it sits in, such as Purchasing."),
            option("--place", "A place; may be given again.", name="places", many=True),
            option(
                "--minutes-a-day", "How long a day may be.", kind="whole", lowest=5, highest=480
            ),
            option(
                "--background",
                "What you have done that bears on it, in one sentence that stands in your letters: "
                '"I\'ve bought castings and motors for nine years."',
            ),
            switch("--exploring", "You are finding out first: conversations for information."),
            option("--until", "The day exploring ends.", kind="date"),
            switch("--new-round", "Begin the next search, over the same people."),
        ),
        help="Without options it shows the goal you have.",
    ),
    Item(
        "company add",
        "Put a company on your list of targets.",
        OF_TARGETS + "add_company",
        (argument("name", "Its name."), *EDITABLE),
        ONE_COMPANY,
        help="A company already known is made a target, never doubled. It opens the seat of the "
        "manager of your department there.",
    ),
    Item(
        "company import",
        "Put a whole list of companies on your list, from a CSV with a company column.",
        OF_ANSWERS + "importing:company_import",
        (argument("files", "The file.", many=True, kind="file", metavar="FILE"), *FILE_OPTIONS),
    ),
    Item(
        "company list",
        "Your target companies, and whom you know there.",
        OF_ANSWERS + "companies:company_list",
        writes=False,
    ),
    Item(
        "company edit",
        "Correct a company.",
        OF_TARGETS + "edit_company",
        (COMPANY, option("--name", "Its name, put right."), *EDITABLE),
        ONE_COMPANY,
    ),
    Item(
        "company drop",
        "Take a company off your list. The people stay.",
        OF_TARGETS + "drop_company",
        (COMPANY,),
        ONE_COMPANY,
    ),
    Item(
        "company confirm",
        "Say that a name as it was written is, or is not, this company.",
        OF_TARGETS + "confirm_match",
        (
            argument("written", "The name as it was written.", metavar="RAW"),
            COMPANY,
            switch("--not", "They are two different companies, for ever.", name="refuse"),
        ),
        ONE_COMPANY,
    ),
    Item(
        "company suggest",
        "Employers in your address book that fit the goal and are not targets yet.",
        OF_ANSWERS + "companies:company_suggest",
        help="By who runs your department there or works in it, who was at one of your own "
        "employers and works there now, and what you follow, saved or applied to.",
        writes=False,
    ),
    Item(
        "opening",
        "An opening you have seen at a target, and since when you have applied.",
        OF_VERBS + "targets.opening:record_opening",
        (
            COMPANY,
            option("--role", "What they look for; another role is another opening."),
            option("--link", "Where it stands."),
            option("--seen", "The day you saw it.", kind="date"),
            option("--applied", "The day you applied.", kind="date"),
            switch("--drop", "It is gone, or was none."),
        ),
        OF_ANSWERS + "companies:opening",
        help="It tells who could refer you there, and whether you asked. Letters to people there "
        "name it.",
        room=ROOM,
    ),
    Item(
        "stage",
        "Record how far a company has come: interview, job_offer or rejected.",
        OF_TARGETS + "set_stage",
        (
            COMPANY,
            argument("stage", "How far.", one_of="kinds:COMPANY_STAGES"),
            option("--until", "The day by which to answer their offer.", kind="date"),
        ),
        ONE_COMPANY,
    ),
    Item(
        "seat",
        "A post at a target that you should know, and who holds it.",
        OF_VERBS + "targets.seat:name_seat",
        (
            COMPANY,
            argument("title", "The post; without it the manager of your department.",
                     required=False),
            option("--is", "Who holds it.", name="holder"),
            option("--rename", "What the post is really called."),
            switch("--vacant", "Nobody you know of holds it any more."),
            switch("--drop", "It is no post you need to know."),
        ),
        OF_ANSWERS + "companies:seat",
    ),
)  # fmt: skip
