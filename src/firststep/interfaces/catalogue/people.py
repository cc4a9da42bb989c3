"""People: bringing them in, putting them right, and asking whom you know."""

from firststep.interfaces.catalogue.setting_up import FILE_OPTIONS
from firststep.interfaces.catalogue.words import (
    OF_ANSWERS,
    OF_VERBS,
    Item,
    argument,
    option,
    switch,
)

AT = OF_VERBS + "people."
ONE_PERSON = OF_ANSWERS + "persons:person"
ROOM = "People"
PERSON = argument("person", "Their name, a part of it, or their number.")
FACTS = (
    option("--company", "Where they work."),
    option("--title", "What they do there."),
    option("--email", "An address."),
    option("--phone", "A number."),
    option("--linkedin", "The address of their profile."),
    option("--connected", "Whether you are connected on LinkedIn.", one_of=("yes", "no")),
    option("--tie", "How well you know them.", one_of="kinds:TIE_KINDS"),
    option("--how", "How you know each other, in your words."),
    option("--note", "Anything worth remembering."),
    option(
        "--called", "In German letters; else it goes by how you know them.", one_of="kinds:CALLED"
    ),
)

ITEMS = (
    Item(
        "import",
        "Bring in people from an export of another program.",
        OF_ANSWERS + "importing:import_files",
        (
            argument("files", "The files.", required=False, many=True, kind="file",
                     metavar="FILE"),
            *FILE_OPTIONS,
            option("--format", "What the file is, where it cannot be told by itself."),
            option("--map", 'What a column of your own list is, such as "Full name=name"; may be '
                   "given again. Among several files it is for those nobody knows.",
                   name="mapping", many=True),
            option("--undo", "Take back this import, by its number.", kind="whole"),
        ),
        help="Nobody imported becomes a step by itself. The same file twice changes nothing, and "
        "an import can be undone whole.",
    ),
    Item(
        "who",
        "Whom you know at a company, and whom you should know.",
        OF_ANSWERS + "who:who",
        (argument("company", "Its name; without it all targets, a row each.", required=False),),
        help="By their titles it tells who runs your department there, who recruits, who does the "
        "work you look for and who sits in the department.",
        writes=False,
    ),
    Item(
        "person add",
        "Add a person. Only the name is needed.",
        AT + "persons:add_person",
        (
            argument("name", "Their name."),
            *FACTS,
            switch("--another", "It is somebody else of a name that is there already."),
        ),
        ONE_PERSON,
    ),
    Item(
        "person edit",
        "Correct what you know of a person.",
        AT + "persons:edit_person",
        (PERSON, option("--name", "Their name, put right."), *FACTS),
        ONE_PERSON,
    ),
    Item(
        "person show",
        "All you know of a person, and what has been between you.",
        OF_ANSWERS + "persons:person_show",
        (PERSON,),
        writes=False,
    ),
    Item(
        "position",
        "Add or correct where a person works or worked.",
        AT + "persons:edit_position",
        (
            PERSON,
            argument("position", "The number of the position to correct; without it a new one.",
                     required=False, kind="whole", metavar="ID"),
            option("--company", "Where."),
            option("--title", "As what."),
            option("--from", "Since when.", name="began_on", kind="date"),
            option("--to", "Until when; it is a former one then.", name="ended_on", kind="date"),
            switch("--drop", "It was never so; take it out."),
        ),
        OF_ANSWERS + "persons:position",
    ),
    Item(
        "touch",
        "Correct the day of something recorded, or take it out.",
        OF_VERBS + "safety.correct_touch:correct_touch",
        (
            argument("touch", "Its number, as person show tells it.", kind="whole"),
            option("--on", "The day it really was.", kind="date"),
            switch("--delete", "It never happened."),
        ),
        OF_ANSWERS + "between:touch",
        dated=False,
    ),
    Item(
        "do-not-contact",
        "Never write to this person, through every later import.",
        AT + "do_not_contact:set_do_not_contact",
        (
            PERSON,
            option("--why", "A word for yourself."),
            switch("--lift", "They may be written to again."),
        ),
        ONE_PERSON,
    ),
    Item(
        "tie",
        "How you know a person, or how two people know each other.",
        AT + "tie:set_tie",
        (
            argument("person", "The person.", metavar="A"),
            argument("other", "The other person; without it the tie is your own.", required=False,
                     metavar="B"),
            option("--kind", "How well.", one_of="kinds:TIE_KINDS"),
            option("--how", "From where, in your words."),
            option("--since", "Since when.", kind="date"),
            switch("--drop", "You do not know each other: no import brings it back."),
        ),
        OF_ANSWERS + "persons:tie",
    ),
    Item(
        "merge",
        "Make two people one, or say that they are two.",
        OF_ANSWERS + "merging:merge",
        (
            argument("a", "A person, or the word list to see who is likely the same.",
                     required=False, metavar="A"),
            argument("b", "The other one.", required=False, metavar="B"),
            switch("--not", "They are two people; it is never asked again.", name="apart"),
            option("--take", 'By whose number a fact is taken that they tell differently, such as '
                   '"name=12"; may be given again.', many=True),
            option("--undo", "Take back this merge, by its number, for 30 days.", kind="whole"),
        ),
        help="The older entry takes over all that the other holds: posts, addresses, numbers, "
        "notes. Of a name, a profile, a place, a birthday and how often you keep in touch there is "
        "one; what you wrote by hand wins, then the spelling an address or accents speak for, and "
        "you may choose. Do-not-contact of either holds.",
    ),
)  # fmt: skip
