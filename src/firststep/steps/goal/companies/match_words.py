"""Why a written name is a target: kept in English, shown in the reader's language. Pure."""

from firststep.facts.said import say_kept, to_say

MATCH_WORDS = {
    "same name": to_say('"{raw}" is the same name as {other}.'),
    "website": to_say('"{raw}" is the website of {other}.'),
    "like its website": to_say('"{raw}" looks like the website of {other}.'),
    "same words": to_say('"{raw}" has the same words as {other}.'),
    "same letters": to_say('"{raw}" has the same letters as {other}.'),
    "another name": to_say('"{raw}" is another name of {other}.'),
    "one letter": to_say('"{raw}" differs from {other} by one letter.'),
    "a bracket": to_say('"{raw}" says "{bracket}" beside the name of {other}.'),
    "a part": to_say('"{raw}" looks like a part of {other}.'),
    "a branch": to_say('"{raw}" looks like a branch of {other}.'),
    "perhaps a part": to_say('"{raw}" may be a part of {other}.'),
    "another house": to_say('"{raw}" names {other} beside another company.'),
    "initials": to_say('"{raw}" may be the initials of {other}.'),
    "almost like": to_say('"{raw}" is written almost like {other}.'),
}
BY_SEEKER = to_say("You said so.")
PLAIN, OF_ANOTHER = to_say('"{name}"'), to_say('"{name}", another name of {company}')


def said_match(why: str) -> str:
    """What was kept of a match, in the reader's language."""
    return say_kept(why, (*MATCH_WORDS.values(), BY_SEEKER), other=_other)


def _other(kept: str) -> str:
    return say_kept(kept, (OF_ANOTHER, PLAIN))
