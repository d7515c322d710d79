"""Scenes under the sky: hills, sea, city, snow, beach, forest and a street."""

import numpy as np

from bot.bench.corpus.noise import (
    HIGH,
    WIDE,
    Dice,
    Plane,
    across,
    between,
    clouds,
    colour,
    outline,
)
from bot.bench.corpus.noise import down as downwards
from bot.bench.corpus.things import Canvas, scatter


def sky(dice: Dice) -> Plane:
    """Blue, grey or a sunset, with clouds or without."""
    tops = [(0.25, 0.45, 0.8), (0.55, 0.6, 0.68), (0.3, 0.25, 0.5), (0.1, 0.3, 0.65)]
    lows = [(0.75, 0.85, 0.95), (0.8, 0.8, 0.8), (0.98, 0.6, 0.35), (0.95, 0.8, 0.65)]
    kind = int(dice.integers(len(tops)))
    top, low = colour(dice, *tops[kind]), colour(dice, *lows[kind])
    found = between(top, low, np.clip(downwards() * dice.uniform(1.1, 2.2), 0, 1))
    cover = clouds(dice, dice.uniform(1, 5), stretch=dice.uniform(1, 4)) + dice.uniform(-1.2, 0.6)
    return between(found, colour(dice, 0.92, 0.92, 0.93, spread=0.06), np.clip(cover, 0, 0.85))


def hills(dice: Dice) -> Plane:
    picture = sky(dice)
    layers = int(dice.integers(2, 6))
    haze = picture[HIGH // 2].mean(axis=0)
    near = colour(dice, *dice.choice([[0.2, 0.38, 0.12], [0.5, 0.42, 0.2], [0.3, 0.32, 0.3]]))
    for layer in range(layers):
        depth = (layer + 1) / layers
        level = 0.35 + 0.5 * layer / layers + dice.uniform(-0.06, 0.06)
        ridge = level - outline(dice, dice.uniform(1, 5)) * dice.uniform(0.05, 0.22)
        ground = haze * (1 - depth) + near * depth
        grain = clouds(dice, 4 + 14 * depth, stretch=2.5)[..., None]
        textured = ground * (1 + 0.35 * depth * grain)
        picture = np.where((downwards() > ridge[None, :])[..., None], textured, picture)
    return scatter(picture, dice, trees=int(dice.integers(0, 9)))


def sea(dice: Dice) -> Plane:
    picture = sky(dice)
    horizon = dice.uniform(0.3, 0.65)
    depth = np.clip((downwards() - horizon) / (1 - horizon), 0, 1)
    water = between(picture[: HIGH // 2].mean(axis=(0, 1)), colour(dice, 0.1, 0.3, 0.4), depth)
    waves = clouds(dice, dice.uniform(8, 22), stretch=dice.uniform(3, 9))
    water = water * (1 + 0.3 * (waves * np.sqrt(depth))[..., None])
    path = np.exp(-(((across() - dice.uniform(0.1, 0.9)) / (0.03 + 0.12 * depth)) ** 2))
    glitter = np.clip(path * (waves + 0.4) * dice.uniform(0, 0.8), 0, 1)
    water = between(water, colour(dice, 1, 0.85, 0.6), np.asarray(glitter, np.float32))
    picture = np.where((downwards() > horizon)[..., None], water, picture)
    return scatter(picture, dice, boats=int(dice.integers(0, 5)), rocks=int(dice.integers(0, 4)))


def city(dice: Dice) -> Plane:
    canvas = Canvas(sky(dice))
    for row in range(int(dice.integers(2, 4))):
        left = -40
        while left < WIDE:
            width = int(dice.integers(40, 180))
            top = int(dice.uniform(0.15 + 0.15 * row, 0.75) * HIGH)
            canvas.building(dice, (left, top, left + width, HIGH))
            left += width + int(dice.integers(-15, 25))
    picture = canvas.pixels() * (1 + 0.12 * clouds(dice, 20)[..., None])
    return scatter(picture, dice, trees=int(dice.integers(0, 5)))


def snow(dice: Dice) -> Plane:
    picture = sky(dice)
    for layer in range(int(dice.integers(1, 4))):
        level = 0.3 + 0.22 * layer
        ridge = level - outline(dice, dice.uniform(2, 6), roughness=0.62) * dice.uniform(0.15, 0.3)
        slope = np.gradient(clouds(dice, 5 + 3 * layer, stretch=0.7), axis=1)
        light = np.clip(0.75 + slope * 14, 0.2, 1)[..., None]
        rocky = clouds(dice, 14) + (downwards() - ridge[None, :]) * dice.uniform(-2, 3) > 1
        stone, white = colour(dice, 0.3, 0.28, 0.28), colour(dice, 0.9, 0.93, 0.98, spread=0.05)
        covered = np.where(rocky[..., None], stone, white) * light
        picture = np.where((downwards() > ridge[None, :])[..., None], covered, picture)
    return scatter(picture, dice, trees=int(dice.integers(0, 14)))


def beach(dice: Dice) -> Plane:
    picture = sea(dice)
    shore = dice.uniform(0.5, 0.75) + outline(dice, 1) * 0.08
    sand = colour(dice, 0.8, 0.68, 0.48) * (1 + 0.16 * clouds(dice, 30, fade=0.8)[..., None])
    picture = np.where((downwards() > shore[None, :])[..., None], sand, picture)
    return scatter(
        picture, dice, parasols=int(dice.integers(1, 7)), rocks=int(dice.integers(0, 5))
    )


def forest(dice: Dice) -> Plane:
    leaves = clouds(dice, dice.uniform(6, 16), fade=0.75)
    far, near = colour(dice, 0.5, 0.6, 0.3), colour(dice, 0.1, 0.2, 0.07)
    picture = between(far, near, np.clip(leaves * 0.6 + downwards() * 0.7, 0, 1))
    bark = clouds(dice, 26, stretch=0.12)
    for depth in np.sort(dice.uniform(0.2, 1, int(dice.integers(5, 22)))):
        width = 0.008 + 0.05 * depth**2 * dice.uniform(0.5, 1.5)
        centre = dice.uniform(0, 1) + (downwards() - 0.5) * dice.uniform(-0.1, 0.1)
        side = (across() - centre) / width
        stem = colour(dice, 0.3, 0.22, 0.16) * (0.5 + 0.7 * depth)
        shade = np.clip(1 - np.abs(side + 0.4) * 0.5, 0.15, 1) * (1 + 0.4 * bark)
        inside = (np.abs(side) < 1) & (downwards() < 0.55 + 0.42 * depth)
        picture = np.where(inside[..., None], stem * shade[..., None], picture)
    return np.asarray(picture, np.float32)


def street(dice: Dice) -> Plane:
    canvas = Canvas(sky(dice))
    vanish = (dice.uniform(0.3, 0.7) * WIDE, dice.uniform(0.35, 0.55) * HIGH)
    canvas.row_of_houses(dice, vanish, side=-1)
    canvas.row_of_houses(dice, vanish, side=1)
    canvas.road(dice, vanish)
    for _ in range(int(dice.integers(0, 6))):
        canvas.car(dice, vanish)
    return np.asarray(canvas.pixels() * (1 + 0.1 * clouds(dice, 30)[..., None]), np.float32)
