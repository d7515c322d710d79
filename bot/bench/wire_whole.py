"""The bot as it is, for people who have answered its first questions."""

import asyncio
from pathlib import Path

from bot.app import open_app
from bot.bench.wire import PEOPLE
from bot.bench.wire_durable import CountingStorage
from bot.bench.wire_voice import speak
from bot.clock import WallClock
from bot.consent.registrar import Registrar
from bot.sandbox.stage import FIRST_PERSON
from bot.settings import read_settings
from storage.personal_data import Purpose


async def whole(url: str, token: str, folder: Path) -> None:
    settings = read_settings(
        bot_token=token, telegram_api=url, home=folder / "data", key_file=folder / "key"
    )
    async with open_app(settings, WallClock()) as app:
        app.storage.__class__ = CountingStorage
        await _acquaint(app.roles.registrar)
        await app.run(asyncio.Event())


async def _acquaint(registrar: Registrar) -> None:
    notice = registrar.notices.current(Purpose.SUGGEST_ANALYSE)
    if notice is None:
        raise RuntimeError("nothing to agree to")
    for number in range(PEOPLE):
        person = (await registrar.meet(FIRST_PERSON + number, "en")).person.id
        await registrar.declare_country(person, "FR")
        await registrar.declare_birth_year(person, 1990)
        await registrar.given(
            person, Purpose.SUGGEST_ANALYSE, version=notice.version, language="en"
        )


if __name__ == "__main__":
    speak(whole)
