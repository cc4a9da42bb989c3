"""Words for what an import saw, alike on every door: what a column may be, what was counted."""

from firststep.facts.said import say, say_of

COLUMN_WORDS = {
    "nothing": "leave it out", "name": "the whole name", "given": "the first name",
    "middle": "a further first name", "family": "the last name",
    "suffix": "what stands behind a name", "nickname": "a nickname",
    "email": "an address", "phone": "a number",
    "company": "the company", "title": "the title", "department": "the department",
    "linkedin": "the LinkedIn profile", "note": "a note", "birthday": "the birthday",
    "labels": "your labels",
}  # fmt: skip
TALLIES = {
    "sent": ("{n} message you sent", "{n} messages you sent"),
    "received": ("{n} message you got", "{n} messages you got"),
    "invited": ("{n} invitation you sent", "{n} invitations you sent"),
    "was_invited": ("{n} invitation you got", "{n} invitations you got"),
    "meetings": ("{n} meeting", "{n} meetings"),
    "to_come": ("{n} meeting still to come", "{n} meetings still to come"),
    "tentative": ("{n} meeting not yet agreed to", "{n} meetings not yet agreed to"),
    "declined": ("{n} meeting you said no to", "{n} meetings you said no to"),
    "cancelled": ("{n} meeting called off", "{n} meetings called off"),
    "replies": ("{n} reply", "{n} replies"),
    "threads": ("{n} thread", "{n} threads"),
    "automatic": ("{n} automatic mail, left out", "{n} automatic mails, left out"),
    "drafts": ("{n} draft, left out", "{n} drafts, left out"),
    "posts": ("{n} job you have had", "{n} jobs you have had"),
    "schools": ("{n} school of yours", "{n} schools of yours"),
    "bounces": ("{n} mail that came back", "{n} mails that came back"),
}


def seen_words(tally: dict[str, int]) -> str:
    """12 messages you sent; 1 meeting."""
    parts = (
        say_of(*TALLIES[kind], n) if kind in TALLIES else f"{n:,} {kind.replace('_', ' ')}"
        for kind, n in tally.items()
        if n
    )
    return "; ".join(parts)


def unread_words(unread: list[str]) -> str:
    """What is left out though it looks as if it mattered; "" where nothing is."""
    if not unread:
        return ""
    columns = ", ".join(f'"{column}"' for column in unread)
    return say(
        "Left out, though words stand in it: {columns}. Say what it is if it matters.",
        columns=columns,
    )


def mapping_words(mapping: dict[str, str]) -> str:
    """`"Wer" is the whole name, "Wo" the company`: which column was taken for what, or left out."""
    taken = [(column, field) for column, field in mapping.items() if field != "nothing"]
    said = [_taken(column, field, first=not at) for at, (column, field) in enumerate(taken)]
    rest = [f'"{column}"' for column, field in mapping.items() if field == "nothing"]
    left = say(". Left out: {columns}", columns=", ".join(rest)) if rest else ""
    return ", ".join(said) + left


def _taken(column: str, field: str, *, first: bool) -> str:
    words = say(COLUMN_WORDS[field])
    if first:
        return say('"{column}" is {field}', column=column, field=words)
    return say('"{column}" {field}', column=column, field=words)
