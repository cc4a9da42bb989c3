"""The wordings: the texts that messages are drafted from, and the seeker's own."""

from firststep.interfaces.catalogue.words import OF_ANSWERS, OF_VERBS, Item, argument, option

AT = OF_VERBS + "thread.wordings:"
KEPT = OF_ANSWERS + "wordings:wording_kept"
ROOM = "Your words"
WORDING_NAME = argument("name", "Its name.")
WORDING_FILE = option("--file", "A file with the text, or - for what comes in.", name="text",
              kind="contents", required=True)  # fmt: skip
IN_FILE = (
    "Above the line --- stands what it is for (kinds, routes, forms, asks, answers, after) and its "
    "subject; below it the text. {first} is a field, [what only you know] a blank, and a line "
    "“or: …” stands where a field of the line above is not known. docs/wordings.md has it all."
)

ITEMS = (
    Item(
        "wording list",
        "All wordings there are: those that came along, those you changed, your own.",
        OF_ANSWERS + "wordings:wording_list",
        writes=False,
        dated=False,
    ),
    Item(
        "wording show",
        "One wording as the text it is, ready to be changed in a file.",
        OF_ANSWERS + "wordings:wording_show",
        (WORDING_NAME,),
        writes=False,
        dated=False,
    ),
    Item(
        "wording edit",
        "Your own text for a wording that is there; it is read first, and refused by its line.",
        AT + "edit_wording",
        (WORDING_NAME, WORDING_FILE),
        KEPT,
        help=IN_FILE,
    ),
    Item(
        "wording add",
        "One more wording of your own, offered wherever its head says that it fits.",
        AT + "add_wording",
        (argument("name", "What to call it, such as my-thanks."), WORDING_FILE),
        KEPT,
        help=IN_FILE,
    ),
    Item(
        "wording reset",
        "The text that came along again; one you added is taken out.",
        AT + "reset_wording",
        (WORDING_NAME,),
        KEPT,
    ),
)
