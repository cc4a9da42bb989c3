"""The post a line says somebody holds: “the head of marketing at Acme is Ann”. Pure."""

from firststep.facts.text import table_beside
from firststep.steps.outreach.telling.clauses import LineTold
from firststep.steps.outreach.telling.drafts import LineDraft

_NO_POST = frozenset(word for line in table_beside(__file__, "no_post") for word in line.split())

_LEADS = ("head", "director", "manager", "lead", "chief", "vp", "boss", "leit", "chef", "officer")


def post_of(said: str) -> str:
    """The post those words are of: “marketing” is the head of marketing."""
    if not said or any(word in said.lower() for word in _LEADS):
        return said
    department = said.removesuffix(" dept").removesuffix(" department")
    return f"Head of {department[:1].upper()}{department[1:]}"


def title_said(told: LineTold, draft: LineDraft) -> str:
    """The words for the post: those that are neither used by the cue nor name anybody."""
    words = told.found.words
    for run in sorted(_runs(told, draft), key=len, reverse=True):
        while run and words[run[0]].word in _NO_POST:
            run = run[1:]
        while run and words[run[-1]].word in _NO_POST:
            run = run[:-1]
        if run:
            return told.found.line[words[run[0]].start : words[run[-1]].end]
    return ""


def _runs(told: LineTold, draft: LineDraft) -> list[list[int]]:
    """The words of the clause that nothing uses, as they stand together."""
    runs: list[list[int]] = []
    for at in _free(told, draft):
        if runs and runs[-1][-1] == at - 1:
            runs[-1].append(at)
        else:
            runs.append([at])
    return runs


def _free(told: LineTold, draft: LineDraft) -> list[int]:
    near = (one for one in told.cues if one.start < draft.end and draft.start < one.end)
    used = frozenset[int]().union(*(one.used for one in near))
    words = (at for at, word in enumerate(told.found.words) if word.kind == "word")
    return [at for at in words if at not in used and told.clause[at] == draft.clause]
