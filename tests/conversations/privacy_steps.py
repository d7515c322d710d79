"""Steps through /privacy, and what is kept of a person afterwards."""

from datetime import timedelta
from pathlib import Path

from sqlalchemy import insert

from bot.app import App
from bot.sandbox.person import Person
from bot.sandbox.state import StoredMessage
from bot.texts import Texts
from storage.gallery import MEDIA, MediaKind, MediaRow, MediaState
from storage.people import PersonId
from storage.personal_data import Purpose
from tests.sandbox.pictures import jpeg


async def everything_kept_about(lou: Person, app: App) -> dict[str, int]:
    async with app.storage.read() as tx:
        person = await tx.people.by_telegram_id(lou.id)
        return dict(await tx.privacy.counts(person.id)) if person else {}


async def give_a_photo(lou: Person, app: App) -> PersonId:
    """A media as the gallery keeps it."""
    async with app.storage.read() as tx:
        person = await tx.people.by_telegram_id(lou.id)
    assert person is not None
    file = await app.storage.files.put(person.id, jpeg(40, 30))
    async with app.storage.begin() as tx:
        row = MediaRow(
            owner=person.id,
            kind=MediaKind.PHOTO,
            state=MediaState.KEPT,
            chat_id=lou.id,
            message_id=1,
            file=file,
            arrived_at=tx.now,
            last_used_at=tx.now,
        )
        await tx.execute(insert(MEDIA), row.model_dump())
        await tx.jobs.post(
            "memories.nudge",
            subject=person.id,
            key=str(person.id),
            purpose=Purpose.SUGGEST_ANALYSE,
            not_before=tx.now + timedelta(days=30),
        )
    return person.id


def traces_of(person: PersonId, folder: Path) -> list[str]:
    """Files that still name somebody, in any spelling of their id."""
    spellings = (person.bytes, person.hex.encode(), str(person).encode())
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [path.name for path in files if any(one in path.read_bytes() for one in spellings)]


async def privacy(lou: Person, t: Texts) -> StoredMessage:
    await lou.say("/privacy")
    return await lou.wait_for(lambda m: t("privacy-button-known") in m.buttons)


async def ask_to_erase(lou: Person, t: Texts) -> None:
    """As far as the question when."""
    await privacy(lou, t)
    await lou.press(t("privacy-button-erase"))
    await lou.wait_for(lambda m: t("privacy-button-erase-sure") in m.buttons)
    await lou.press(t("privacy-button-erase-sure"))
    await lou.wait_for(t("privacy-erase-when"))


async def erase(lou: Person, t: Texts) -> StoredMessage:
    await ask_to_erase(lou, t)
    await lou.press(t("privacy-button-erase-now"))
    return await lou.wait_for(lambda m: m.document is not None)


async def until_gone(lou: Person, app: App) -> None:
    """The erasure ends a moment after its certificate."""
    for _ in range(100):
        async with app.storage.read() as tx:
            if await tx.people.by_telegram_id(lou.id) is None:
                return
        await lou.settle(quiet=0.05)
    raise AssertionError("still there")
