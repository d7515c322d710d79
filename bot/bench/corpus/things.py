"""Things that stand in a scene: houses, cars, trees, boats, plates; drawn, shaded, softened."""

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from bot.bench.corpus.noise import HIGH, WIDE, Dice, Plane, clouds, colour

Box = tuple[float, float, float, float]
Ink = tuple[int, int, int]


def ink(dice: Dice, red: float, green: float, blue: float, *, spread: float = 0.2) -> Ink:
    """A colour for the pen, somewhere around this one."""
    parts = (colour(dice, red, green, blue, spread=spread) * 255).astype(int)
    return (int(parts[0]), int(parts[1]), int(parts[2]))


class Canvas:
    """A scene under the pen; `pixels` gives it back, its edges as soft as a lens leaves them."""

    def __init__(self, picture: Plane) -> None:
        levels = (np.clip(picture, 0, 1) * 255).astype(np.uint8)
        self.image = Image.fromarray(levels)
        self.pen = ImageDraw.Draw(self.image)

    def pixels(self) -> Plane:
        soft = self.image.filter(ImageFilter.GaussianBlur(0.8))
        return np.asarray(soft, np.float32) / np.float32(255)

    def building(self, dice: Dice, box: Box) -> None:
        """A front with its windows, some of them lit."""
        left, top, right, bottom = box
        self.pen.rectangle(box, fill=ink(dice, 0.5, 0.45, 0.42, spread=0.3))
        step, size = int(dice.integers(12, 34)), dice.uniform(0.3, 0.75)
        dark, lit = ink(dice, 0.18, 0.22, 0.3), ink(dice, 0.95, 0.85, 0.5)
        share = dice.uniform(0, 0.5)
        for y in np.arange(top + step / 2, min(bottom, HIGH) - step / 2, step):
            for x in np.arange(left + step / 2, right - step * size, step):
                fill = lit if dice.random() < share else dark
                self.pen.rectangle((x, y, x + step * size, y + step * size * 1.1), fill=fill)

    def row_of_houses(self, dice: Dice, vanish: tuple[float, float], *, side: int) -> None:
        """Fronts that shrink towards the point where the street ends."""
        edge, share = (0.0 if side < 0 else float(WIDE)), 0.0
        height, foot = dice.uniform(0.5, 0.9) * HIGH, dice.uniform(0.3, 0.5) * HIGH
        while share < 0.9:
            further = share + (1 - share) * dice.uniform(0.2, 0.45)
            xs = [edge + (vanish[0] - edge) * at for at in (share, further)]
            tall = height * dice.uniform(0.7, 1.1)
            ups = [vanish[1] - tall * (1 - at) for at in (share, further)]
            lows = [vanish[1] + foot * (1 - at) for at in (share, further)]
            corners = [(xs[0], ups[0]), (xs[1], ups[1]), (xs[1], lows[1]), (xs[0], lows[0])]
            self.pen.polygon(corners, fill=ink(dice, 0.62, 0.52, 0.42, spread=0.25))
            self._windows(dice, xs, ups, lows)
            share = further

    def _windows(self, dice: Dice, xs: list[float], ups: list[float], lows: list[float]) -> None:
        fill, floors, rooms = ink(dice, 0.2, 0.22, 0.26), *dice.integers(2, 5, 2)
        for floor in range(floors):
            for room in range(rooms):
                at = [(room + share) / rooms for share in (0.25, 0.75)]
                drop = [(floor + share) / floors for share in (0.3, 0.75)]
                corners = [
                    (xs[0] + (xs[1] - xs[0]) * a, u + (low - u) * d)
                    for a, d in (
                        (at[0], drop[0]),
                        (at[1], drop[0]),
                        (at[1], drop[1]),
                        (at[0], drop[1]),
                    )
                    for u, low in [_edges(ups, lows, a)]
                ]
                self.pen.polygon(corners, fill=fill)

    def road(self, dice: Dice, vanish: tuple[float, float]) -> None:
        grey = ink(dice, 0.35, 0.35, 0.36, spread=0.1)
        self.pen.polygon([(-WIDE * 0.2, HIGH), (WIDE * 1.2, HIGH), vanish], fill=grey)
        for near in np.arange(0, 0.8, 0.16):
            ends = [(HIGH - vanish[1]) * (1 - at) ** 2 + vanish[1] for at in (near, near + 0.07)]
            self.pen.line([(vanish[0], ends[0]), (vanish[0], ends[1])], fill="#e8e4d8", width=5)

    def car(self, dice: Dice, vanish: tuple[float, float]) -> None:
        near = dice.uniform(0.15, 0.9)
        side = -1 if dice.random() < 0.5 else 1
        x = vanish[0] + side * near * WIDE * dice.uniform(0.15, 0.4)
        y, long = vanish[1] + near * (HIGH - vanish[1]) * 0.9, 40 + 170 * near
        body = ink(dice, 0.5, 0.3, 0.3, spread=0.45)
        tall = long * 0.28
        self.pen.rounded_rectangle((x, y - tall, x + long, y), tall * 0.3, fill=body)
        roof = (x + long * 0.2, y - tall * 1.9, x + long * 0.8, y - tall * 0.9)
        self.pen.rounded_rectangle(roof, tall * 0.3, fill=ink(dice, 0.2, 0.25, 0.3, spread=0.08))
        for wheel in (0.2, 0.8):
            spot = (x + long * wheel - tall * 0.3, y - tall * 0.3)
            self.pen.ellipse((*spot, spot[0] + tall * 0.6, spot[1] + tall * 0.6), fill="#15161a")


def _edges(ups: list[float], lows: list[float], at: float) -> tuple[float, float]:
    return ups[0] + (ups[1] - ups[0]) * at, lows[0] + (lows[1] - lows[0]) * at


def scatter(picture: Plane, dice: Dice, **counts: int) -> Plane:
    """Put trees, boats, rocks or parasols where they may stand, each shaded by noise."""
    canvas = Canvas(picture)
    for name, count in counts.items():
        for _ in range(count):
            _DRAWN[name](canvas.pen, dice)
    drawn = canvas.pixels()
    touched = np.abs(drawn - np.clip(picture, 0, 1)).max(axis=2, keepdims=True) > 0.1
    grain = 1 + 0.25 * clouds(dice, 34, octaves=3, fade=0.8)[..., None]
    return np.asarray(np.where(touched, drawn * grain, picture), np.float32)


def _tree(pen: ImageDraw.ImageDraw, dice: Dice) -> None:
    x, foot = dice.uniform(0, WIDE), dice.uniform(0.6, 1.0) * HIGH
    tall = dice.uniform(0.12, 0.45) * HIGH
    pen.line([(x, foot), (x, foot - tall)], fill=ink(dice, 0.25, 0.17, 0.1), width=int(tall / 14))
    green = ink(dice, 0.15, 0.32, 0.12, spread=0.14)
    if dice.random() < 0.4:
        for level in (0.35, 0.6, 0.85):
            half = tall * (1 - level) * 0.5 + tall * 0.06
            tip = foot - tall * (level + 0.35)
            pen.polygon(
                [
                    (x, tip),
                    (x - half, foot - tall * level + 9),
                    (x + half, foot - tall * level + 9),
                ],
                fill=green,
            )
        return
    for _ in range(9):
        radius = tall * dice.uniform(0.12, 0.24)
        cx, cy = x + dice.normal(0, tall * 0.16), foot - tall * dice.uniform(0.55, 1.0)
        pen.ellipse((cx - radius, cy - radius, cx + radius, cy + radius), fill=green)


def _boat(pen: ImageDraw.ImageDraw, dice: Dice) -> None:
    x, y, long = dice.uniform(0, WIDE), dice.uniform(0.55, 0.85) * HIGH, dice.uniform(20, 130)
    hull = [
        (x, y),
        (x + long, y),
        (x + long * 0.85, y + long * 0.2),
        (x + long * 0.15, y + long * 0.2),
    ]
    pen.polygon(hull, fill=ink(dice, 0.5, 0.4, 0.4, spread=0.4))
    sail = [(x + long * 0.45, y - long * 0.9), (x + long * 0.45, y - 3), (x + long * 0.95, y - 3)]
    pen.polygon(sail, fill=ink(dice, 0.9, 0.88, 0.82, spread=0.12))


def _rock(pen: ImageDraw.ImageDraw, dice: Dice) -> None:
    x, y, long = dice.uniform(0, WIDE), dice.uniform(0.65, 1.0) * HIGH, dice.uniform(40, 220)
    turns = np.linspace(np.pi, 2 * np.pi, 12)
    reach = long * dice.uniform(0.35, 0.6, 12)
    edge = [
        (x + r * np.cos(a), y + 0.7 * r * np.sin(a)) for a, r in zip(turns, reach, strict=True)
    ]
    pen.polygon(edge, fill=ink(dice, 0.35, 0.31, 0.28, spread=0.1))


def _parasol(pen: ImageDraw.ImageDraw, dice: Dice) -> None:
    x, y, wide = dice.uniform(0, WIDE), dice.uniform(0.55, 0.85) * HIGH, dice.uniform(40, 190)
    pen.line([(x, y), (x, y + wide * 0.7)], fill="#e9e2d0", width=max(2, int(wide / 30)))
    inks = [ink(dice, 0.8, 0.3, 0.25, spread=0.4), ink(dice, 0.95, 0.93, 0.9, spread=0.05)]
    for part in range(6):
        pen.pieslice(
            (x - wide / 2, y - wide / 3, x + wide / 2, y + wide / 3),
            180 + 30 * part, 210 + 30 * part, fill=inks[part % 2],
        )  # fmt: skip


_DRAWN = {"trees": _tree, "boats": _boat, "rocks": _rock, "parasols": _parasol}
