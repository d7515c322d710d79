"""Scenes near at hand: a room, a table, a market stall, leaves, and lights at night."""

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from bot.bench.corpus.noise import HIGH, WIDE, Dice, Plane, across, between, clouds, colour
from bot.bench.corpus.noise import down as downwards
from bot.bench.corpus.things import Canvas, ink


def room(dice: Dice) -> Plane:
    """Two walls, a floor, a window and what stands there, lit from the window."""
    wall = colour(dice, 0.75, 0.7, 0.62, spread=0.2)
    canvas = Canvas(np.broadcast_to(wall, (HIGH, WIDE, 3)).astype(np.float32))
    corner, floor = dice.uniform(0.15, 0.85) * WIDE, dice.uniform(0.6, 0.8) * HIGH
    shade = tuple(int(part * 255 * 0.8) for part in wall)
    canvas.pen.polygon([(corner, 0), (WIDE, 0), (WIDE, HIGH), (corner, floor)], fill=shade)
    boards = [(0, floor + 60), (corner, floor), (WIDE, floor + 90), (WIDE, HIGH), (0, HIGH)]
    canvas.pen.polygon(boards, fill=ink(dice, 0.45, 0.33, 0.22, spread=0.15))
    x, y = dice.uniform(0.05, 0.7) * WIDE, dice.uniform(0.08, 0.25) * HIGH
    pane = (x, y, x + dice.uniform(80, 240), y + dice.uniform(120, 240))
    for _ in range(int(dice.integers(1, 4))):
        _frame(canvas.pen, dice)
    canvas.pen.rectangle(pane, fill="#fbfaf2", outline=ink(dice, 0.9, 0.9, 0.88), width=9)
    canvas.pen.line(
        [((pane[0] + pane[2]) / 2, pane[1]), ((pane[0] + pane[2]) / 2, pane[3])],
        fill="#cfcabd",
        width=6,
    )
    for _ in range(int(dice.integers(2, 7))):
        _furniture(canvas.pen, dice, floor)
    middle = ((pane[0] + pane[2]) / 2 / WIDE, (pane[1] + pane[3]) / 2 / HIGH)
    far = np.hypot(across() - middle[0], downwards() - middle[1])
    light = (1.25 - far * dice.uniform(0.5, 1.0)) * (1 + 0.05 * clouds(dice, 24))
    return np.asarray(canvas.pixels() * light[..., None], np.float32)


def _frame(pen: ImageDraw.ImageDraw, dice: Dice) -> None:
    x, y, wide, tall = *(dice.uniform(0, 1, 2) * (WIDE, HIGH * 0.4)), *dice.uniform(40, 150, 2)
    edge = ink(dice, 0.3, 0.2, 0.12)
    pen.rectangle(
        (x, y, x + wide, y + tall),
        fill=ink(dice, 0.5, 0.5, 0.5, spread=0.45),
        outline=edge,
        width=6,
    )


def _furniture(pen: ImageDraw.ImageDraw, dice: Dice, floor: float) -> None:
    x, wide, tall = dice.uniform(-40, WIDE), dice.uniform(70, 320), dice.uniform(50, 260)
    foot = floor + dice.uniform(10, HIGH - floor)
    body = ink(dice, 0.45, 0.35, 0.3, spread=0.32)
    pen.rounded_rectangle((x, foot - tall, x + wide, foot), dice.uniform(0, 40), fill=body)
    top = tuple(min(255, part + 35) for part in body)
    pen.rounded_rectangle((x, foot - tall, x + wide, foot - tall * 0.75), 12, fill=top)
    for leg in (0.05, 0.9):
        pen.rectangle((x + wide * leg, foot, x + wide * (leg + 0.05), foot + 30), fill="#2a1f18")


def table(dice: Dice) -> Plane:
    """A meal from above: wood or cloth, plates, a cup, food, and soft shadows."""
    grain = np.sin(downwards() * dice.uniform(20, 60) + clouds(dice, 3, stretch=6) * 1.5)
    share = np.asarray((grain + 1) / 2, np.float32)
    wood = between(colour(dice, 0.5, 0.34, 0.2), colour(dice, 0.36, 0.22, 0.13), share)
    cloth = colour(dice, 0.8, 0.75, 0.7, spread=0.3) * (1 + 0.06 * clouds(dice, 60)[..., None])
    canvas = Canvas(wood if dice.random() < 0.6 else cloth.astype(np.float32))
    shadow = Image.new("L", (WIDE, HIGH), 0)
    spots = [
        (*(dice.uniform(0.1, 0.9, 2) * (WIDE, HIGH)), dice.uniform(60, 190))
        for _ in range(int(dice.integers(1, 6)))
    ]
    under = ImageDraw.Draw(shadow)
    for x, y, size in spots:
        under.ellipse(
            (x - size + 14, y - size * 0.8 + 18, x + size + 14, y + size * 0.8 + 18), fill=150
        )
    dark = np.asarray(shadow.filter(ImageFilter.GaussianBlur(14)), np.float32) / 255
    canvas = Canvas(np.asarray(canvas.pixels() * (1 - 0.6 * dark[..., None]), np.float32))
    for x, y, size in spots:
        _dish(canvas.pen, dice, (x, y), size)
    return np.asarray(canvas.pixels() * (1 + 0.07 * clouds(dice, 3)[..., None]), np.float32)


def _dish(pen: ImageDraw.ImageDraw, dice: Dice, spot: tuple[float, float], size: float) -> None:
    plate = ink(dice, 0.85, 0.85, 0.83, spread=0.15)
    for ring, level in ((1.0, 0), (0.8, -14), (0.76, 6)):
        fill = tuple(int(np.clip(part + level, 0, 255)) for part in plate)
        half = size * ring
        pen.ellipse(
            (spot[0] - half, spot[1] - half * 0.8, spot[0] + half, spot[1] + half * 0.8), fill=fill
        )
    tint = dice.uniform(0.1, 0.8, 3)
    for _ in range(int(dice.integers(0, 40))):
        radius = size * dice.uniform(0.05, 0.22)
        x, y = spot[0] + dice.normal(0, size * 0.28), spot[1] + dice.normal(0, size * 0.22)
        fill = ink(dice, *tint, spread=0.15)
        pen.ellipse((x - radius, y - radius, x + radius, y + radius * 0.8), fill=fill)


def market(dice: Dice) -> Plane:
    """Crates of round things, each lit as a ball is."""
    picture = np.broadcast_to(colour(dice, 0.25, 0.2, 0.15), (HIGH, WIDE, 3)).astype(np.float32)
    columns, rows = int(dice.integers(1, 5)), int(dice.integers(1, 4))
    for column in range(columns):
        for row in range(rows):
            tint, radius = dice.uniform(0.1, 0.95, 3).astype(np.float32), int(dice.integers(9, 48))
            area = (column * WIDE // columns, row * HIGH // rows, WIDE // columns, HIGH // rows)
            _pile(picture, dice, area, tint, radius)
    return np.asarray(picture * (1 + 0.15 * clouds(dice, 4)[..., None]), np.float32)


def _pile(
    picture: Plane, dice: Dice, area: tuple[int, int, int, int], tint: Plane, radius: int
) -> None:
    left, top, wide, high = area
    ys, xs = np.mgrid[-radius:radius, -radius:radius].astype(np.float32) / radius
    inside = np.hypot(xs, ys) < 1
    height = np.sqrt(np.clip(1 - xs**2 - ys**2, 0, 1))
    light = np.clip(0.25 + 0.75 * (height * 0.7 - xs * 0.4 - ys * 0.5), 0.08, 1.1)
    for _ in range(min(600, 3 * wide * high // (radius * radius * 3))):
        x = left + int(dice.integers(0, max(1, wide - 2 * radius)))
        y = top + int(dice.integers(0, max(1, high - 2 * radius)))
        patch = picture[y : y + 2 * radius, x : x + 2 * radius]
        down, across_ = patch.shape[:2]
        ball = (tint + dice.uniform(-0.08, 0.08, 3)) * light[:down, :across_, None]
        patch[:] = np.where(inside[:down, :across_, None], np.clip(ball, 0, 1), patch)


def leaves(dice: Dice) -> Plane:
    """A bush from near by, with or without flowers."""
    canvas = Canvas(
        np.broadcast_to(colour(dice, 0.08, 0.14, 0.06), (HIGH, WIDE, 3)).astype(np.float32)
    )
    green, long = dice.uniform([0.1, 0.3, 0.05], [0.45, 0.6, 0.3]), dice.uniform(16, 80)
    for _ in range(int(9000 / long)):
        x, y, turn = *(dice.uniform(0, 1, 2) * (WIDE, HIGH)), dice.uniform(0, np.pi)
        _petal(
            canvas.pen, (x, y), turn, long * dice.uniform(0.5, 1.2), ink(dice, *green, spread=0.12)
        )
    for _ in range(int(dice.integers(0, 9))):
        x, y, tint, size = (
            *(dice.uniform(0, 1, 2) * (WIDE, HIGH)),
            dice.uniform(0.3, 1, 3),
            dice.uniform(14, 70),
        )
        for turn in np.linspace(0, 2 * np.pi, int(dice.integers(5, 13))):
            tip = (x + size * 0.6 * np.cos(turn), y + size * 0.6 * np.sin(turn))
            _petal(canvas.pen, tip, turn, size, ink(dice, *tint, spread=0.08))
        canvas.pen.ellipse(
            (x - size / 4, y - size / 4, x + size / 4, y + size / 4),
            fill=ink(dice, 0.8, 0.65, 0.1),
        )
    light = 0.85 + 0.45 * clouds(dice, 4)
    return np.asarray(canvas.pixels() * light[..., None], np.float32)


def _petal(
    pen: ImageDraw.ImageDraw,
    spot: tuple[float, float],
    turn: float,
    long: float,
    fill: tuple[int, int, int],
) -> None:
    along, aside = (np.cos(turn), np.sin(turn)), (-np.sin(turn), np.cos(turn))
    shape = [(-0.5, 0), (-0.15, 0.2), (0.2, 0.17), (0.5, 0), (0.2, -0.17), (-0.15, -0.2)]
    pen.polygon(
        [
            (
                spot[0] + long * (a * along[0] + b * aside[0]),
                spot[1] + long * (a * along[1] + b * aside[1]),
            )
            for a, b in shape
        ],
        fill=fill,
    )


def lights(dice: Dice) -> Plane:
    """A street or a party at night: discs out of focus over the dark."""
    picture = np.clip(0.05 + 0.04 * clouds(dice, 3), 0, 1)[..., None] * colour(
        dice, 0.6, 0.5, 0.9, spread=0.3
    )
    for blur in (dice.uniform(6, 16), dice.uniform(1, 4)):
        glow = Canvas(np.zeros((HIGH, WIDE, 3), np.float32))
        for _ in range(int(dice.integers(6, 60))):
            x, y, size = *(dice.uniform(0, 1, 2) * (WIDE, HIGH)), dice.uniform(4, 40)
            glow.pen.ellipse(
                (x - size, y - size, x + size, y + size),
                fill=ink(dice, 0.7, 0.55, 0.4, spread=0.4),
            )
        glow.image = glow.image.filter(ImageFilter.GaussianBlur(blur))
        picture = picture + 0.8 * glow.pixels()
    return np.asarray(np.clip(picture, 0, 1), np.float32)
