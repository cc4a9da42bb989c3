"""Words for what an import saw, alike on every door: what a column may be, what was counted."""

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
    "sent": ("message you sent", "messages you sent"),
    "received": ("message you got", "messages you got"),
    "invited": ("invitation you sent", "invitations you sent"),
    "was_invited": ("invitation you got", "invitations you got"),
    "meetings": ("meeting", "meetings"),
    "to_come": ("meeting still to come", "meetings still to come"),
    "tentative": ("meeting not yet agreed to", "meetings not yet agreed to"),
    "declined": ("meeting you said no to", "meetings you said no to"),
    "cancelled": ("meeting called off", "meetings called off"),
    "replies": ("reply", "replies"),
    "threads": ("thread", "threads"),
    "automatic": ("automatic mail, left out", "automatic mails, left out"),
    "drafts": ("draft, left out", "drafts, left out"),
    "posts": ("post of your own", "posts of your own"),
    "schools": ("school of yours", "schools of yours"),
    "bounces": ("mail that came back", "mails that came back"),
}


def seen_words(tally: dict[str, int]) -> str:
    """12 messages you sent; 1 meeting."""
    parts = (
        f"{n:,} {TALLIES[kind][n != 1] if kind in TALLIES else kind.replace('_', ' ')}"
        for kind, n in tally.items()
        if n
    )
    return "; ".join(parts)


def unread_words(unread: list[str]) -> str:
    """What is left out though it looks as if it mattered; "" where nothing is."""
    if not unread:
        return ""
    columns = ", ".join(f'"{column}"' for column in unread)
    return f"Left out, though words stand in it: {columns}. Say what it is if it matters."


def mapping_words(mapping: dict[str, str]) -> str:
    """`"Wer" is the whole name, "Wo" the company`: which column was taken for what, or left out."""
    said = [
        f'"{column}" {COLUMN_WORDS[field]}'
        for column, field in mapping.items()
        if field != "nothing"
    ]
    rest = [f'"{column}"' for column, field in mapping.items() if field == "nothing"]
    left = f". Left out: {', '.join(rest)}" if rest else ""
    return ", ".join(said).replace('" ', '" is ', 1) + left
