"""The ten points in their order: who plays which, in which house."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from bot.consent.countries import country_name
from bot.sandbox import (
    tour_ask,
    tour_endpoint,
    tour_imagine,
    tour_looks,
    tour_objection,
    tour_receipts,
    tour_regions,
    tour_scenes,
    tour_share,
    tour_training,
    tour_write,
)
from bot.sandbox.endpoint import StandIn
from bot.sandbox.person import Person
from bot.sandbox.server import Sandbox
from bot.sandbox.tour_cast import CASTS, Cast, Role
from bot.sandbox.tour_notebook import Notebook
from bot.sandbox.tour_photos import somebody, summer
from bot.sandbox.tour_traveller import Traveller
from bot.texts import Language


@dataclass(frozen=True, slots=True)
class House:
    """A bot that runs, its Telegram, the folder with its data, its endpoint if it has one.

    app: the App, which stands above; the tour reads its texts, roles and storage.
    """

    sandbox: Sandbox
    app: Any
    data: Path
    stand_in: StandIn | None

    @property
    def today(self) -> date:
        return self.sandbox.clock.now().date()

    def traveller(self, role: Role, notebook: Notebook) -> Traveller:
        """Somebody who has not met the bot yet."""
        person = self.sandbox.person(role.name, language_code=notebook.language)
        return Traveller(self.sandbox, person, self.app.texts[notebook.language], notebook)


async def play_live(house: House, notebooks: Mapping[Language, Notebook]) -> None:
    """Everything is open, and an endpoint is set."""
    for cast in CASTS:
        await _play_live(house, cast, notebooks[cast.language])


async def _play_live(house: House, cast: Cast, notebook: Notebook) -> None:
    you = house.traveller(cast.host, notebook)
    friend = house.sandbox.person(cast.friend, language_code=cast.language)
    notebook.turn_to(1)
    _title("tour-points", cast.host, notebook)
    await tour_scenes.settle_in(you, cast.host.country)
    first = await tour_scenes.give(you, summer(house.today), "summer.jpg")
    await tour_write.play(you, first, friend)
    notebook.turn_to(2)
    if house.stand_in:
        await tour_endpoint.play(you, first, house.stand_in)
    notebook.turn_to(3)
    lyon = await tour_ask.play(you)
    notebook.turn_to(4)
    await tour_imagine.play(you)
    notebook.turn_to(5)
    await tour_looks.play(you, somebody(house.today))
    notebook.turn_to(6)
    await tour_share.play(you, lyon)
    await _play_objection(house, cast, notebook, friend)
    notebook.turn_to(10)
    await tour_receipts.play(you)


async def _play_objection(house: House, cast: Cast, notebook: Notebook, friend: Person) -> None:
    european = house.traveller(cast.european, notebook)
    notebook.turn_to(9)
    facts = {"name": european.name, "country": _country(cast.european, notebook)}
    european.chapter("tour-objection", **facts)
    await tour_scenes.settle_in(european, cast.european.country)
    await tour_objection.play(european, friend, summer(house.today)[:2])


def _title(text_id: str, role: Role, notebook: Notebook) -> None:
    lives_in = _country(role, notebook)
    notebook.journey(notebook.tell(text_id, name=role.name, country=lives_in))


async def play_rollout(house: House, notebooks: Mapping[Language, Notebook]) -> None:
    """As in 2025: live in two countries, everybody else waits; and no endpoint is set."""
    runs = {
        cast.language: house.traveller(Role(cast.operator, ""), notebooks[cast.language])
        for cast in CASTS
    }
    await tour_training.gather(house.app)
    await house.sandbox.move_clock(tour_training.TIME_TO_REGRET)
    for cast in CASTS:
        await _play_rollout(house, cast, notebooks[cast.language], runs[cast.language])


async def _play_rollout(house: House, cast: Cast, notebook: Notebook, operator: Traveller) -> None:
    notebook.turn_to(7)
    waits = house.traveller(cast.waits, notebook)
    waits.chapter("tour-regions", name=cast.waits.name, country=_country(cast.waits, notebook))
    await tour_regions.play(waits, operator, cast.waits.country)
    you = house.traveller(cast.teacher, notebook)
    friend = house.sandbox.person(cast.friend, language_code=cast.language)
    facts = {"name": you.name, "country": _country(cast.teacher, notebook)}
    notebook.turn_to(8)
    you.chapter("tour-training", **facts)
    you.note("tour-crowd")
    await tour_scenes.settle_in(you, cast.teacher.country)
    await tour_training.play(you, house.app, friend, summer(house.today))
    notebook.turn_to(4)
    you.chapter("tour-imagine-without", **facts)
    await tour_imagine.play_without(you)


def _country(role: Role, notebook: Notebook) -> str:
    return country_name(role.country, notebook.language)
