"""The keys of the site, in words; `static/keys.js` does what they say."""

KEYBOARD: tuple[tuple[tuple[str, ...], str], ...] = (
    (("j", "k"), "To the next step, or the one before"),
    (("Enter",), "Open it"),
    (("w",), "Write: to the message"),
    (("c",), "Call: to the call"),
    (("1", "…", "9"), "The first answer to “How did it go?”, the second …"),
    (("z",), "Later"),
    (("l",), "Log something in one line"),
    (("u",), "Undo"),
    (("/",), "Search"),
    (("g", "t"), "Go to Today; to c Companies, p People, e Events, f Favours, g Goal, r Progress, "
     "n What you noted, s Settings"),
    (("Esc",), "Leave a field, so that the keys work"),
    (("?",), "This list"),
)  # fmt: skip
