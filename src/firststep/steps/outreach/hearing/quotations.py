"""What somebody wrote themselves, apart from what they quote, their signature and the small print.

Pure. Two libraries say where a quotation begins; where they disagree, the shorter words count.
"""

import re
from itertools import takewhile
from typing import NamedTuple

from firststep.steps.outreach.language.plain import plain_words

_A_LINE = 40  # letters that a library may cut more, such as a name
_LONGEST = 24_000  # letters looked at: an answer stands above what it quotes
_LANGUAGES = ["en", "de", "fr", "it", "nl", "es", "sv", "da", "pl", "cs"]
_QUOTED = re.compile(r"[ \t]*(?:>|\|[ \t])")
_MANY_SIGNS = re.compile(r"([-_=*~#.\s])\1{60,}")  # rules across a page
_LONG_LINE = re.compile(r"([^\n]{400}\S{0,99}) ")  # a library is slow with longer ones
# "Von: … Gesendet: … An: … Betreff: …" and its like in other words, all at the head of a block.
_FIELD = re.compile(
    r"(?i)[*_ \t]*(?:from|sent|to|cc|date|subject|reply-to|importance|priority|attachments?"
    r"|von|gesendet(?: am)?|an|kopie|datum|betreff|antwort an|wichtigkeit|anlagen?)[*_]*[ \t]*:"
)
_FROM = re.compile(r"(?i)[*_ \t]*(?:from|von)[*_]*[ \t]*:[*_ \t]*(.+)")
_SUBJECT = re.compile(r"(?i)[*_ \t]*(?:subject|betreff)[*_]*[ \t]*:[*_ \t]*(.*)")
_RULE = re.compile(
    r"(?i)[ \t]*[-_*]{2,}[ \t]*(?:original message|urspr\S+ nachricht|original-?nachricht"
    r"|forwarded message|weitergeleitete nachricht|weitergeleitet von.*|forwarded by.*)?"
    r"[ \t]*[-_*:]{0,}[ \t]*"
)
_FORWARDED = re.compile(
    r"(?i)[-_ \t]*(?:begin )?forwarded message|weitergeleitete nachricht"
    r"|anfang der weitergeleiteten"
)
_ON_WROTE = re.compile(
    r"(?is)(?:on|am|op|le|il)\b.{6,200}?(?:wrote|schrieb[^:]{0,160}|schreef|écrit|scritto)"
    r"[ \t]*:?\s*|.{3,120}(?:wrote|schrieb)[^\n]{0,80}:[ \t]*|[^\n]{0,120}"
    r"(?:hat geschrieben|said)[ \t]*:[ \t]*"
)
_SIGNATURE = re.compile(
    r"(?i)(?:--[ \t]*$|[-_*]{2,}$|sent from (?:my |outlook|yahoo|proton|mail for)|get outlook for"
    r"|von meinem .{2,40} gesendet|gesendet (?:von|mit|aus) |diese nachricht wurde von meinem"
    r"|sent with |sent via |envoyé de )"
)
_FAREWELL = frozenset(
    plain_words(words)
    for words in (
        "regards", "best regards", "kind regards", "warm regards", "warmest regards",
        "with kind regards", "many regards", "best", "best wishes", "all the best", "cheers",
        "thanks", "many thanks", "thank you", "thanks again", "thanks so much", "ta", "sincerely",
        "yours", "yours sincerely", "yours faithfully", "yours truly", "sincerely yours",
        "respectfully", "cordially", "warmly", "take care", "talk soon", "speak soon", "ciao",
        "xo", "mit freundlichen Grüßen", "mit freundlichem Gruß", "mit besten Grüßen",
        "mit bestem Gruß", "freundliche Grüße", "freundlichen Gruß", "beste Grüße", "besten Gruß",
        "viele Grüße", "viele liebe Grüße", "liebe Grüße", "lieben Gruß", "herzliche Grüße",
        "herzlichen Gruß", "herzlichst", "schöne Grüße", "schönen Gruß", "sonnige Grüße",
        "mit lieben Grüßen", "mit herzlichen Grüßen", "Grüße", "Gruß", "lg", "vg", "mfg", "bg",
        "hochachtungsvoll", "alles Gute", "bis bald", "danke", "vielen Dank", "danke dir",
        "mit freundlichen grüssen", "servus", "gruss", "grüsse", "liebe grüsse",
    )
)  # fmt: skip
_PRINT = re.compile(
    r"(?i)\W*(?:this (?:e-?mail|message|communication|transmission)\b.{0,80}"
    r"(?:confidential|intended|privileged)|confidentiality notice|disclaimer\b|notice:"
    r"|the (?:information|content)s?.{0,60}(?:confidential|intended)|diese e-?mail (?:enth|ist)"
    r"|diese nachricht (?:enth|ist)|der inhalt dieser e-?mail|vertraulich|please consider the env"
    r"|bitte (?:denken|prüfen) sie|registered (?:office|in england)|company reg|sitz der gesell"
    r"|geschäftsführ(?:er|ung)\s*:|amtsgericht|registergericht|hrb\b|ust-?id|you (?:are|received)"
    r" (?:receiving )?this|if you (?:are not the|have received this)|privacy policy"
    r"|(?:um|wenn sie) .{0,60}abbestellen|informationen zum datenschutz|hinweise zum datenschutz"
    r"|(?:to )?(?:stop|unsubscribe|opt out)\b.{0,60}(?:click|receiving|link)|caution:"
    r"|\[?external)"
)


class Apart(NamedTuple):
    """A text taken apart. `doubt` says that it is not sure where their own words end; `longer` are
    then all that may be theirs. `writer` and `subject` stand where a header was pasted along."""

    own: str
    signature: str
    longer: str
    doubt: bool
    writer: str = ""
    subject: str = ""


def own_words(text: str) -> Apart:
    """Their own words, their signature, and what may be theirs."""
    text = _MANY_SIGNS.sub(lambda found: found[1] * 60, text[:_LONGEST]).strip("\n ")
    text = _LONG_LINE.sub(r"\1\n", text)
    text, writer, subject = _without_pasted_header(text)
    short, long, doubt = _by_both(text)
    inside = _between_quotations(text)
    kept = "\n\n".join(filter(None, (short, inside)))
    own, signature = _signed(kept)
    if not own.strip():
        own, signature, doubt = *_signed(long or text), True
    return Apart(own, signature, "\n".join((long, inside)), doubt, writer, subject)


def _without_pasted_header(text: str) -> tuple[str, str, str]:
    """The text below a header that was copied along, with who wrote it and of what."""
    lines = text.split("\n")
    begins = next((n for n, line in enumerate(lines) if line.strip() and not _starts(line)), 0)
    head = list(takewhile(str.strip, lines[begins : begins + 14]))
    fields = sum(_FIELD.match(line) is not None for line in head)
    writer, subject = _said_in(_FROM, head[:3]), _said_in(_SUBJECT, head)
    if fields < 2 or not writer or not _FIELD.match(head[0]):
        return text, "", ""
    return "\n".join(lines[begins + len(head) :]).strip("\n"), writer, subject


def _said_in(field: re.Pattern[str], head: list[str]) -> str:
    return next((found[1].strip() for line in head if (found := field.match(line))), "")


def _starts(line: str) -> bool:
    return bool(_RULE.fullmatch(line) or _FORWARDED.match(line))


def _by_both(text: str) -> tuple[str, str, bool]:
    """Their own words, all that may be theirs, and whether that is in doubt.

    The marks of quoting are sure. Where none stands, two libraries are asked, and the shorter
    counts; with a mark, they only make one doubt where both cut more.
    """
    import quotequail
    from mailparser_reply import EmailReplyParser

    first = EmailReplyParser(languages=list(_LANGUAGES)).read(text).replies
    other = quotequail.quote(text, limit=2000, quote_intro_line=True)
    marked = _unquoted(_above_headers(text))
    libraries = [
        _unquoted(first[0].content if first else text),
        _unquoted(next((words for shown, words in other if shown), "")),
    ]
    told = sorted((one for one in libraries if one.strip()), key=len) or [marked]
    if len(plain_words(marked)) < len(plain_words(text)):
        return marked, told[-1], len(plain_words(told[-1])) < len(plain_words(marked)) - _A_LINE
    return told[0], told[-1], plain_words(told[0]) != plain_words(marked)


def _unquoted(text: str) -> str:
    """The lines above the first that is quoted, without the line that says who wrote it."""
    lines = text.split("\n")
    end = next((n for n, line in enumerate(lines) if _QUOTED.match(line)), len(lines))
    above = lines[:end]
    while above and not above[-1].strip():
        above.pop()
    for count in (1, 2, 3):
        last = "\n".join(line for line in above[-count:]).strip()
        if end < len(lines) and above and _ON_WROTE.fullmatch(last):
            above = above[:-count]
            break
    return "\n".join(above).strip()


def _above_headers(text: str) -> str:
    """What stands above the header of an older mail."""
    lines = text.split("\n")
    for at, line in enumerate(lines):
        if _FROM.match(line) and sum(map(bool, map(_FIELD.match, lines[at : at + 8]))) >= 3:
            while at and (_FIELD.match(lines[at - 1]) or _RULE.fullmatch(lines[at - 1])):
                at -= 1  # “Gesendet: …” may stand first
            return "\n".join(lines[:at])
        if at and _RULE.fullmatch(line) and re.search(r"[A-Za-z]", line):
            return "\n".join(lines[:at])
    return text


def _between_quotations(text: str) -> str:
    """What stands below or between lines that are quoted: an answer inside, or at the bottom."""
    lines = text.split("\n")
    quoted = [n for n, line in enumerate(lines) if _QUOTED.match(line)]
    if not quoted:
        return ""
    said = [line for line in lines[quoted[0] :] if not _QUOTED.match(line)]
    return "\n".join(said).strip()


def _signed(text: str) -> tuple[str, str]:
    """The words, and the signature with all small print below them."""
    lines = text.split("\n")
    written = [n for n, line in enumerate(lines) if line.strip()]
    for at in written:
        line = lines[at].strip()
        first = at == written[0]
        if _PRINT.match(line) or _SIGNATURE.match(line):
            if first:
                continue
            return "\n".join(lines[:at]).strip(), "\n".join(lines[at:]).strip()
        if not first and plain_words(line) in _FAREWELL and _only_a_name(lines[at + 1 :]):
            return "\n".join(lines[:at]).strip(), "\n".join(lines[at + 1 :]).strip()
    return text.strip(), ""


def _only_a_name(lines: list[str]) -> bool:
    """Whether a farewell is one: what follows begins with a short line, or nothing follows."""
    below = next((line for line in lines if line.strip()), "")
    return len(below.split()) <= 8
