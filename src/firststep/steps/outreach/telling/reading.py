"""Reading a plain line: what happened in it, and what has to be asked first. Pure.

What could change the meaning and is not understood is asked about; silence is never a no, a plan
is never done, a machine never answers (F41, B85).
"""

from collections import defaultdict
from dataclasses import replace

from firststep.facts.text import table_beside
from firststep.steps.outreach.language.cues import CueHeard
from firststep.steps.outreach.telling.asking import question_of, readings_of, refusal_of_line
from firststep.steps.outreach.telling.clauses import LineTold, told_in
from firststep.steps.outreach.telling.drafts import LineDraft, drafts_in
from firststep.steps.outreach.telling.expecting import with_expected
from firststep.steps.outreach.telling.happening import LineHappening, LineRead
from firststep.steps.outreach.telling.making import happenings_of
from firststep.steps.outreach.telling.mentions import mentioned_in, with_new_names
from firststep.steps.outreach.telling.merging import told_once
from firststep.steps.outreach.telling.posts import without_posts
from firststep.steps.outreach.telling.scene import Scene
from firststep.steps.outreach.telling.small_names import small_names
from firststep.steps.outreach.telling.subjects import with_subjects
from firststep.steps.outreach.telling.timing import give_whens
from firststep.steps.outreach.telling.unused import untold_in, unused_in
from firststep.steps.outreach.telling.walls import turning

_BUT = frozenset(["but", "aber", "though", "however", "doch"])
_LONGEST_HEAD = 4  # words, and the one behind the colon
_HEADS = frozenset(word for line in table_beside(__file__, "headings") for word in line.split())
_LIGHT = frozenset(word for line in table_beside(__file__, "light") for word in line.split())


def read_line(line: str, scene: Scene) -> LineRead:
    """What a line says happened, in the order it is told."""
    text = " ".join(line.split())
    found = mentioned_in(text, scene)
    if places := small_names(found):
        found = with_new_names(found, places)
    told = told_in(with_subjects(without_posts(found)))
    refused = _refused(told)
    drafts = _drafts(told, refused)
    if not drafts:
        return refusal_of_line(text, told, refused)
    give_whens(told, drafts)
    _give_channels(told, drafts)
    _doubt(told, drafts)
    return _asked(text, told, _happenings(told, drafts, text, scene))


def _drafts(told: LineTold, refused: list[CueHeard]) -> list[LineDraft]:
    """What the line tells and nothing takes back."""
    found = with_expected(drafts_in(told))
    found = [one for one in found if not _is_refused(told, one, refused)]
    if any(one.do == "stage" for one in found):  # “Acme called”: it is told of the company
        found = [one for one in found if one.place is not None or one.do == "stage"]
    return found


def _happenings(
    told: LineTold, drafts: list[LineDraft], text: str, scene: Scene
) -> list[LineHappening]:
    """All that happened; unsure where the line names somebody of whom nothing was made."""
    done: list[LineHappening] = []
    for group in _by_person(told, drafts):
        for draft in told_once(group, is_new=lambda one: _is_new(told, one)):
            done += happenings_of(told, draft, scene)
    done = [replace(one, note=one.note or text) for one in done]
    if (unused := unused_in(told, drafts) or untold_in(told)) and all(
        one.sure == "sure" for one in done
    ):
        done[0] = replace(done[0], doubt=f"unused {unused}")
    return done


def _asked(text: str, told: LineTold, done: list[LineHappening]) -> LineRead:
    doubtful = next((one for one in done if one.doubt), None)
    question, candidates = question_of(told, doubtful) if doubtful else ("", ())
    return LineRead(
        line=text,
        happenings=tuple(done),
        question=question,
        kind=doubtful.kind if doubtful else "bad_input",
        candidates=candidates,
        readings=readings_of(told, doubtful) if doubtful else (),
        says_more=_says_more(told),
    )


def _says_more(told: LineTold) -> bool:
    """Whether the line holds words of weight that nothing was made of."""
    used = frozenset[int]().union(*(one.used for one in told.cues))
    words = (word for at, word in enumerate(told.found.words) if at not in used)
    return any(word.kind == "word" and word.word not in _LIGHT for word in words)


def _refused(told: LineTold) -> list[CueHeard]:
    return [one for one in told.cues if one.cue.means.startswith("refuse")]


def _is_refused(told: LineTold, draft: LineDraft, refused: list[CueHeard]) -> bool:
    """Whether its clause, or the whole line, tells of what did not happen."""
    for one in refused:
        whole = one.cue.means.endswith(("line", "always")) and not _is_of_other(told, draft, one)
        clauses = {told.clause[at] for at in range(one.start, max(one.end, one.start + 1))}
        if whole or draft.clause in clauses:
            return True
    return False


def _is_of_other(told: LineTold, draft: LineDraft, refused: CueHeard) -> bool:
    """“Greg said no and Wei has not answered”: the silence is Wei's alone."""
    who, place = refused.slots.get("who"), draft.place
    if not refused.cue.means.startswith("refuse silence") or who is None or place is None:
        return False
    of = told.means(who)
    return of is not None and told.found.people_at(of) != told.found.people_at(place)


def _give_channels(told: LineTold, drafts: list[LineDraft]) -> None:
    """The way that is named belongs to what is told in its clause, else to the nearest."""
    for one in told.cues:
        kind, *what = one.cue.means.split()
        if kind != "channel":
            continue
        near = min(
            drafts, key=lambda d: (d.clause != told.clause[one.start], abs(d.start - one.start))
        )
        same = [d for d in drafts if d.clause == near.clause]
        for draft in same or [near]:
            draft.channel = draft.channel or what[0]


def _doubt(told: LineTold, drafts: list[LineDraft]) -> None:
    """A word that could turn the meaning round makes unsure what is told beside it."""
    asks = told.found.line.rstrip().endswith("?")
    for draft in drafts:
        words = told.doubts(_near(told, draft))
        if asks and draft.what != "question":
            words.append("?")
        words += _taken_back(told, drafts, draft) + _headed(told) + [*turning(told, draft)]
        if words:
            draft.doubt = draft.doubt or f"word {words[0]}"


def _headed(told: LineTold) -> list[str]:
    """A heading that no way of saying has: “Wishlist: coffee with Noah” may be no happening."""
    used = frozenset[int]().union(*(one.used for one in told.cues))
    head = list(told.found.words[: _head_ends(told)])
    is_plain = all(word.kind == "word" and at not in used for at, word in enumerate(head))
    known = any(word.word in _HEADS for word in head)
    return [word.text for word in head[:1] if is_plain and not known]


def _head_ends(told: LineTold) -> int:
    """Before which word a colon stands, among the first; 0 where there is none."""
    begins = enumerate(told.found.words[:_LONGEST_HEAD])
    return next((at for at, word in begins if at and word.sign == ":"), 0)


def _taken_back(told: LineTold, drafts: list[LineDraft], draft: LineDraft) -> list[str]:
    """“No openings, but he would have a chat anyway”: a but behind an answer, of which nothing is
    made, may take it back."""
    if draft.do not in ("reply", "call"):
        return []
    told_of = {one.clause for one in drafts} | {told.clause[one.start] for one in told.cues}
    words = enumerate(told.found.words)
    buts = [(at, word) for at, word in words if word.word in _BUT and at >= draft.end]
    return [word.text for at, word in buts if told.clause[at] not in told_of]


def _near(told: LineTold, draft: LineDraft) -> list[int]:
    """The words of its clause and of those beside it; of a question those before what was asked,
    which may be asked in any words."""
    near = [at for at, clause in enumerate(told.clause) if abs(clause - draft.clause) <= 1]
    return [at for at in near if at < draft.end] if draft.what == "question" else near


def _by_person(told: LineTold, drafts: list[LineDraft]) -> list[list[LineDraft]]:
    groups: dict[object, list[LineDraft]] = defaultdict(list)
    for draft in drafts:
        groups[_key(told, draft)].append(draft)
    return sorted(groups.values(), key=lambda group: group[0].start)


def _key(told: LineTold, draft: LineDraft) -> object:
    if draft.do == "stage" and draft.company_at is not None:
        return (draft.do, told.found.what[draft.company_at].text)
    if draft.do == "stage" or draft.place is None:
        return (draft.do, draft.start)
    mention = told.found.what[draft.place]
    return tuple(one.id for one in mention.people) or mention.name


def _is_new(told: LineTold, draft: LineDraft) -> bool:
    return draft.place is not None and not told.found.what[draft.place].people
