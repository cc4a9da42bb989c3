"""The drawing of a simulation: the share of campaigns with an offer, week by week. Pure.

Lines differ by their dashes and carry their names, so that it reads without colour.
"""

from html import escape

from firststep.outlook.simulate import Figures, Simulated

WIDE, HIGH, LEFT, RIGHT, TOP, BOTTOM = 720, 400, 52, 150, 44, 48
DASHES = ("", "7 4", "2 4", "10 3 2 3", "1 3", "12 5", "4 2 1 2", "6 6", "3 6")
INKS = ("#a34a1f", "#31524f", "#5b5345", "#7a5c92", "#3f6b35", "#855", "#557", "#575", "#333")


def drawn(found: Simulated) -> str:
    """An SVG picture with its title and its description in words."""
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {HIGH}" role="img" '
        'font-family="Georgia, serif" font-size="13" fill="#2b2722">',
        "<title>Campaigns with a job offer, week by week</title>",
        f"<desc>{escape(_described(found))}</desc>",
        f'<rect width="{WIDE}" height="{HIGH}" fill="#fbf8f2"/>',
        f'<text x="{LEFT}" y="22" font-size="16">Campaigns with a job offer, week by week</text>',
        *_axes(found.weeks),
    ]
    heights = _label_heights(found)
    for at, one in enumerate(found.policies):
        lines += _line(one, at, found.weeks, heights[at])
    many = "one simulated campaign" if found.runs == 1 else f"{found.runs} simulated campaigns"
    note = f"{many} each, assumed rates, seed {found.seed}"
    lines.append(f'<text x="{LEFT}" y="{HIGH - 8}" font-size="11" fill="#6b6458">{note}</text>')
    return "\n".join([*lines, "</svg>"]) + "\n"


def _axes(weeks: int) -> list[str]:
    lines = []
    for share in (0.0, 0.25, 0.5, 0.75, 1.0):
        y = _y(share)
        lines.append(
            f'<path d="M{LEFT} {y}H{WIDE - RIGHT}" stroke="#ddd5c7"/>'
            f'<text x="{LEFT - 8}" y="{y + 4}" text-anchor="end">{share:.0%}</text>'
        )
    step = 2 if weeks <= 13 else max(2, weeks // 13 * 2)
    for week in range(0, weeks + 1, step):
        x = _x(week, weeks)
        lines.append(f'<text x="{x}" y="{HIGH - BOTTOM + 18}" text-anchor="middle">{week}</text>')
    return lines


def _line(one: Figures, at: int, weeks: int, label_y: float) -> list[str]:
    ink, dash = INKS[at % len(INKS)], DASHES[at % len(DASHES)]
    points = " ".join(f"{_x(week, weeks)},{_y(share)}" for week, share in enumerate(one.curve))
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    end, x = _y(one.curve[-1]), WIDE - RIGHT
    return [
        f'<polyline points="{points}" fill="none" stroke="{ink}" stroke-width="2"{dashed}/>',
        f'<path d="M{x} {end}L{x + 10} {label_y}" stroke="{ink}"/>',
        f'<text x="{x + 14}" y="{label_y + 4}" fill="{ink}">'
        f"{escape(one.policy.replace('_', ' '))} {one.curve[-1]:.0%}</text>",
    ]


def _label_heights(found: Simulated) -> list[float]:
    """Where each name stands: at its line's end, moved apart where lines end close together."""
    order = sorted(range(len(found.policies)), key=lambda at: _y(found.policies[at].curve[-1]))
    heights = [0.0] * len(order)
    last = 0.0
    for at in order:
        heights[at] = last = max(_y(found.policies[at].curve[-1]), last + 16)
    over = last - (HIGH - BOTTOM)
    return [round(height - max(0.0, over), 1) for height in heights]


def _described(found: Simulated) -> str:
    parts = [
        f"{one.policy.replace('_', ' ')}: {one.curve[-1]:.0%} after {found.weeks} weeks"
        for one in found.policies
    ]
    return "; ".join(parts) + "."


def _x(week: int, weeks: int) -> float:
    return round(LEFT + (WIDE - LEFT - RIGHT) * week / max(1, weeks), 1)


def _y(share: float) -> float:
    return round(HIGH - BOTTOM - (HIGH - TOP - BOTTOM) * share, 1)
