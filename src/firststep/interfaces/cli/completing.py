"""Completion in the shell: the script, and the answers it asks for. No click, no Django."""

from typing import NamedTuple

from firststep.interfaces.catalogue import CATALOGUE, Item, Parameter

BASH = """\
_firststep() {
  local IFS=$'\\n'
  COMPREPLY=($(compgen -W "$(firststep __complete "${COMP_WORDS[@]:1:COMP_CWORD}")" \\
    -- "${COMP_WORDS[COMP_CWORD]}"))
}
complete -o default -F _firststep firststep
"""
ZSH = """\
#compdef firststep
_firststep() {
  local -a found
  found=("${(@f)$(firststep __complete "${(@)words[2,CURRENT]}")}")
  [[ -n $found ]] && compadd -a found || _files
}
compdef _firststep firststep
"""
FISH = """\
complete -c firststep -a '(firststep __complete (commandline -opc)[2..] (commandline -ct))'
"""
SCRIPTS = {"bash": BASH, "zsh": ZSH, "fish": FISH}


class Script(NamedTuple):
    """The lines for a shell's start file."""

    shell: str
    script: str


def script(*, shell: str | None = None) -> Script:
    """What to add to the shell's start file; the shell is told by $SHELL where not said."""
    import os

    name = shell or os.path.basename(os.environ.get("SHELL") or "bash")  # noqa: PTH119  # pathlib is slow
    return Script(name, SCRIPTS.get(name, BASH))


def possible(words: list[str]) -> list[str]:
    """What may stand at the last of these words, which may be begun or empty."""
    *before, begun = words or [""]
    plain = [word for word in before if not word.startswith("-")]
    found = _after(before, plain, begun)
    return sorted(word for word in found if word.startswith(begun))


def _after(before: list[str], plain: list[str], begun: str) -> list[str]:
    if len(plain) < 2 and (names := _commands("".join(plain))):
        return names if not plain or plain[0] not in CATALOGUE else _either(plain[0], names, begun)
    item = CATALOGUE.get(" ".join(plain[:2])) or CATALOGUE.get(plain[0])
    if item is None:
        return []
    if told := _option(item, before[-1]):
        return list(told.choices)
    if begun.startswith("-"):
        return _flags(item)
    return list(_place(item, len(plain) - len(item.name.split())))


def _either(name: str, names: list[str], begun: str) -> list[str]:
    """What may follow `favour`: another command of that beginning, or what it is told itself."""
    item = CATALOGUE[name]
    return _flags(item) if begun.startswith("-") else [*names, *_place(item, 0)]


def _commands(group: str) -> list[str]:
    """The first words of all commands, or the second ones of a group."""
    if not group:
        return sorted({name.split()[0] for name in CATALOGUE})
    begins = f"{group} "
    return [name.removeprefix(begins) for name in CATALOGUE if name.startswith(begins)]


def _flags(item: Item) -> list[str]:
    flags = [flag for one in item.parameters for flag in one.flags]
    return [*flags, "--json", "--help", *(["--on"] if item.dated else [])]


def _option(item: Item, word: str) -> Parameter | None:
    for one in item.parameters:
        if word in one.flags and one.kind != "flag":
            return one
    return None


def _place(item: Item, index: int) -> tuple[str, ...]:
    places = [one for one in item.parameters if not one.flags]
    return places[index].choices if index < len(places) else ()
