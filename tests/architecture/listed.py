"""What does not keep a rule yet, or has its reason not to. Each list may only become shorter."""

BRANCHING: frozenset[str] = frozenset()
MANY_ARGUMENTS: frozenset[str] = frozenset()

# Names that stand for one thing in several places, and why.
ONE_NAME = {
    "RULES": "the rules of each room, in the order they are asked",
    "CHANNEL": "of each file of the room of channels, the record it is for",
    "FORMATS": "of the reader, and what the page offers",
    "OwnPart": "a post or a school of the seeker's: as a file tells it, and as it is kept",
    "draft": "one thing: how it is written, what answers with it and what tells it",
    "progress": "one thing: how it is counted, what answers with it, what tells and shows it",
    "simulate": "one thing: how it is played, and what answers with it",
    "LANGUAGES": "of the pages, as Django wants them named, and of what is read",
    "main": "where a program of its own starts",
}
# Names that mean several things: to be told apart.
NOT_YET_TOLD_APART = frozenset({"HERE", "Row", "Table", "keep"})
