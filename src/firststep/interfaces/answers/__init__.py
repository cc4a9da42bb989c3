"""What the program answers to a program: the JSON of docs and scripts, shared by every door.

Each function here is named by the catalogue: it takes what was typed, asks a verb or a question,
and answers with plain values. Fields may be added; none is renamed or dropped without a line in
CHANGELOG.md.
"""
