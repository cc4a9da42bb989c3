"""What the rules look for in an English letter. Pure."""

import re

from firststep.facts.asks import ASK_KINDS
from firststep.steps.outreach.review.patterns.patterns import Patterns
from firststep.steps.outreach.review.patterns.spelling import other_english
from firststep.steps.outreach.review.reading import reading_grade

_ONE_FACT = (
    r"one line|a line|just the name|a name is|is (?:all|enough|plenty)|is all i|all i (?:need|ask)"
    r"|one sentence|a sentence|one word|one click|a yes or no|(?:10|15|20|ten|fifteen|twenty) min"
    r"|the one thing|one thing|will do\b|would help\b"
)
_MINUTES = re.compile(r"(?i)\b(\d{1,3}|ten|fifteen|twenty|thirty|forty|sixty)[ -]?min")
_IN_WORDS = {"ten": 10, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "sixty": 60}
_WAY_OUT = (
    r"if (?:it|this|that|now|the (?:time|timing|moment))(?:(?:'|’)s)? (?:does not|doesn(?:'|’)t"
    r"|is not|isn(?:'|’)t|not|is (?:a )?(?:bad|wrong))|if you(?:(?:'|’)d)? (?:do not|don(?:'|’)t"
    r"|can(?:'|’)t|rather not|(?:a|we)re not|(?:would )?prefer not)|if you(?:'|’)re not"
    r"|i(?: will|(?:'|’)ll) understand|if not\b|no (?:need|matter|trouble|pressure|worries|hard)"
    r"|feel free (?:not )?to|either way|i will leave it|(?:just|please) say so\b"
    r"|say so if (?:it|that|you)|no problem\b"
    r"|never mind\b|not to worry|don(?:'|’)t (?:worry|give it)|only if (?:it|you)"
    r"|i won(?:'|’)t mind"
    r"|(?:that|it)(?:(?:'|’)s| is) (?:perfectly |quite |also )?(?:fine|all right|ok)\b"
)
_WORK = r"jobs?\b|hiring|vacanc|cv\b|c\.v\.|resum[eé]|résumé|curriculum|attach|open positions?"
_GUSH = (
    r"amazing|awesome|incredibl|thrilled|huge fan|big fan|absolutely|extremely|inspir|passionate"
    r"|honou?red|deeply|truly grateful|rock star|legend|world-class|phenomenal"
)
_STALE = (
    r"just checking in|checking in|circl(?:e|ing) back|touch(?:ing)? base|bump(?:ing)? this"
    r"|just following up|any (?:news|update)|did you (?:see|get|receive) my|not heard back"
)
_RETURN = (
    r"in return|return the favou?r|(?:something|anything|what) i can do|(?:of|be) use to you"
    r"|(?:of|can be of) (?:use|help)|tell you (?:and .{1,60} )?what comes"
    r"|tell .{1,40} how it goes|let .{1,40} know (?:what|how)|if i can (?:ever )?(?:help|do|be)"
    r"|do something (?:for you|in return)|hear from me\b|help you(?:,? too)?\b|ever need a hand"
    r"|keep you posted"
)
_TIME = re.compile(
    r"(?i)\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b\d{1,2}[:.]\d\d\b|\b\d{1,2} ?[ap]m\b"
    r"|\btomorrow\b|\btoday\b|\bnoon\b|\b\d{4}-\d\d-\d\d\b"
    r"|\b\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
)
_SENDER = re.compile(
    r"\b([A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2}),? (?:gave me your name|pointed me to you"
    r"|put us in touch|was kind enough to put us|suggested (?:that )?I|recommended (?:that I|you)"
    r"|referred me|told me (?:to (?:write|talk|contact)|about you|you)|sent me to you"
    r"|passed (?:me|on) your)"
)
_FRIEND = (
    r"mutual (?:friend|acquaintance|contact)|friend of (?:yours|ours)|our (?:common|shared) friend"
)
_PAST = (
    r"as (?:we )?(?:discussed|agreed|promised)|(?:great|good|nice|lovely) (?:to (?:meet|talk)"
    r"|meeting|talking|speaking)|when we (?:met|spoke|talked)|we (?:worked|studied|met"
    r"|spoke) |we were both"
    r"|since we last|thank you for (?:our|the) (?:call|talk|meeting|conversation)"
)
_SHARED = (
    r"remember|you \w+ed\b|you (?:taught|said|wrote|told|gave|led|built|made|spoke|held"
    r"|ran|won|began)"
    r"|your (?:talk|article|post|book|speech|lecture|paper|interview|team|project|plant|factory)\b"
)
_BEGS = (
    r"desperat\w*|begging|i beg\b|please,? please|pleading|i plead|any (?:job|work|position) at all"
    r"|anything at all would|i(?:['’]d| would| will|['’]ll) (?:do|take) anything"
    r"|(?:so |very )?sorry (?:to|for) (?:bother|disturb|troubl|writ|tak)\w*"
    r"|apologi[sz]e for (?:bother|disturb|troubl|writ|tak)\w*|i hate to (?:ask|bother|trouble)"
    r"|you are my (?:last|only) (?:hope|chance)|my last hope|forever (?:grateful|in your debt)"
    r"|eternally|humbly|i know (?:that )?i(?:['’]m| am) not (?:the best|good enough|qualified)"
    r"|i really need (?:a|this|your|the|any)\b|could you (?:please )?find me (?:a job|work)"
)
_REPROACHES = (
    r"(?:since|as|although) you (?:have not|haven['’]t|did not|didn['’]t|never)"
    r" (?:answer|repl|respond|g[eo]t back)\w*"
    r"|you (?:never|still have not|still haven['’]t) (?:answer|repl|respond|g[eo]t back)\w*"
    r"|(?:i have|i['’]ve) (?:still )?(?:not heard|heard nothing)(?: back)?(?: from you)?"
    r"|(?:i am|i['’]m|was|a little) disappointed|i(?:['’]m| am) surprised (?:that )?you"
    r"|i (?:guess|suppose|assume|take it) (?:that )?you(?:['’]re| are) not interested"
    r"|i (?:won['’]t|will not) (?:bother|trouble|disturb) you (?:again|any ?more|any further)"
)
_FOR_HELP = (
    r"(?:thank(?:s| you)|grateful to you|i appreciate)\b[^.?!\n]{0,20}?(?: for|,)? ?"
    r"(?:helping|(?:all |what |everything )+(?:that )?you(?:['’]ve| have)? (?:did|done)\b"
    r"|the (?:help|introduction|intro|names?|tip|contact)\b|(?:your|the) introduction"
    r"|introducing|pointing|putting|passing on|your tip)"
    r"|without your help|your help (?:meant|means|made)"
)
_HELP_TO_COME = r"(?:thank(?:s| you)|grateful)\b[^.?!\n]{0,20}? for (?:all )?your (?:kind )?help\b"
_EARLIER_NOTE = (
    r"(?:my|the) (?:last|first|earlier|previous|recent) (?:note|message|e-?mail|letter|invitation)"
    r"|i (?:wrote|e-?mailed|messaged)(?: to)? you\b|as i wrote\b|following up on my"
    r"|my (?:note|message|e-?mail|letter) (?:of|from|on|last)\b"
    r"|(?:did|have) you (?:see|get|receive|seen|got|received) my (?:note|message|e-?mail|letter)"
)
_OFFERED = (
    r"you (?:so |very )?(?:kindly )?(?:offered|promised|agreed) (?:to\b|me\b)"
    r"|you said you(?:['’]d| would)|as you (?:offered|promised)|your (?:kind )?offer to"
    r"|thank(?:s| you)[^.?!\n]{0,20}? for (?:kindly )?offering"
)
_MET = r"(?:met|meet(?:ing)? you|ran into you|bumped into you|got to know)"
_MET_AT = rf"{_MET}\b[^.?!\n]*? at {{company}}\b"

ENGLISH_PATTERNS = Patterns(
    asks=tuple(one.asks for one in ASK_KINDS if one.asks[1]),
    grade=reading_grade,
    names_by_capitals=True,
    shared=_SHARED,
    minutes=_MINUTES,
    in_words=_IN_WORDS,
    too_long=r"an hour|hours",
    one_fact=_ONE_FACT,
    way_out=_WAY_OUT,
    thanks=r"thank|grateful|much appreciated",
    work=_WORK,
    gush=_GUSH,
    stale=_STALE,
    returned=_RETURN,
    time=_TIME,
    either=re.compile(r"(?i)\bor\b|,|;"),
    sender=_SENDER,
    friend=_FRIEND,
    past=_PAST,
    worn="",
    for_help=_FOR_HELP,
    help_to_come=_HELP_TO_COME,
    earlier_note=_EARLIER_NOTE,
    offered=_OFFERED,
    met_at=_MET_AT,
    begs=_BEGS,
    reproaches=_REPROACHES,
    spelt_elsewhere=other_english,
)
