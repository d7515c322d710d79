"""Point 8: asked once after the first share; fifty people, a ranker, and one who leaves."""

import random
from collections.abc import Sequence
from datetime import timedelta
from typing import Any, Final

from bot.improve.ranker import LEAST_CONTRIBUTORS
from bot.sandbox.album import AlbumFile
from bot.sandbox.crowd import Crowd
from bot.sandbox.person import Person
from bot.sandbox.state import StoredMessage
from bot.sandbox.tour_scenes import give, share_with, yes_to
from bot.sandbox.tour_traveller import Traveller
from storage.personal_data import Purpose

CHOICES: Final = Purpose.IMPROVE_CHOICES
TIME_TO_REGRET: Final = timedelta(days=8)  # their choices may be used a week later
SEED: Final = 11


async def gather(app: Any) -> None:
    """All of the fifty but one."""
    dice = random.Random(SEED)  # noqa: S311 - no secret
    crowd = Crowd(app.storage, app.roles.registrar, app.roles.trainer, dice)
    await crowd.gather(LEAST_CONTRIBUTORS - 1)


async def play(you: Traveller, app: Any, friend: Person, photos: Sequence[AlbumFile]) -> None:
    """The fiftieth says yes: a ranker is built; they leave: it is gone."""
    await _say_yes(you, friend, photos[:2])
    await _share_again(you, friend, photos[2:4])
    await _count(you, LEAST_CONTRIBUTORS - 1)
    await wait_a_week(you)
    audit = await app.roles.trainer.audit()
    people = LEAST_CONTRIBUTORS
    you.promise(audit and audit.is_serving, "fifty people agreed, and no ranker was built")
    you.note("tour-ranker", rows=audit.rows, people=people)
    await _count(you, people)
    await _leave(you)
    await you.settle()
    audit = await app.roles.trainer.audit()
    you.promise(audit is None or not audit.is_serving, "the ranker goes on without its fiftieth")
    you.note("tour-no-ranker", people=people - 1)


async def _say_yes(you: Traveller, friend: Person, photos: Sequence[AlbumFile]) -> None:
    yes = yes_to(you, CHOICES)
    collage = await give(you, photos, "training-first.jpg")
    await share_with(you, collage, friend)
    await you.see_button(yes, "the question about training")
    await you.press(yes)
    await you.see(you.t("consent-given").split("\n", maxsplit=1)[0], "thanks for the answer")


async def _share_again(you: Traveller, friend: Person, photos: Sequence[AlbumFile]) -> None:
    """From now on a choice is noted: which words, and that they went out."""
    t = you.t
    collage = await give(you, photos, "training-second.jpg")
    await you.press(t("collage-button-word", number=2), collage)
    await you.see_button(t("collage-button-other-words"), "the chosen words")
    await share_with(you, collage, friend)
    await you.settle()


async def wait_a_week(you: Traveller) -> None:
    you.note("tour-clock-days", count=TIME_TO_REGRET.days)
    await you.sandbox.move_clock(TIME_TO_REGRET)
    you.catch_up()


async def _count(you: Traveller, people: int) -> None:
    """How many of fifty, or how many there are."""
    t, least = you.t, LEAST_CONTRIBUTORS
    text_id = "privacy-contributors" if people < least else "privacy-contributors-enough"
    await you.say("/privacy")
    home = await you.see_button(t("privacy-button-off-improve-choices"), "the purposes")
    counted = t(text_id, count=people, needed=least)
    you.promise(counted in home.words, f"it does not say “{counted}”")


async def _leave(you: Traveller) -> None:
    """One tap; it says how much went."""
    t = you.t
    await you.press(t("privacy-button-off-improve-choices"))
    await you.see(_says_how_many, "how many rows are gone")


def _says_how_many(message: StoredMessage) -> bool:
    return any(letter.isdigit() for letter in message.words)
