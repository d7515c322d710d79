"""Abuse 20 and 21: what one person writes and likes is in nothing that another one meets."""

import sqlite3

import pytest

from bot.app import App
from bot.sandbox.person import Person
from bot.texts import Texts
from storage.personal_data import Purpose
from storage.traits import Trait
from tests.conversations.first_steps import welcomed, yes
from tests.conversations.given import owner_of
from tests.conversations.test_training import an_album, asks, share

CANARY = "canary7wren"
ENGLISH = pytest.mark.parametrize("language", ["en"])
TABLES = ("choices", "tastes", "ranked", "rankers")


@ENGLISH
async def test_20_nothing_of_lou_is_in_what_the_ranker_holds_or_in_what_sam_sees(
    lou: Person, sam: Person, t: Texts, app: App
) -> None:
    await welcomed(lou, t, "US")
    await share(lou, sam, t, await an_album(lou, t, ("cat", "coffee")))
    await lou.press(yes(t, Purpose.IMPROVE_CHOICES), await lou.wait_for(asks(t)))
    for pair in (("dahlia", "rocket"), ("palace", "motorcycle")):
        album = await an_album(lou, t, pair)
        await lou.press(t("collage-button-word", number=2), album)
        await lou.wait_for(lambda m: t("collage-button-other-words") in m.buttons)
        await lou.press(t("collage-button-own-words"))
        await lou.say(f"{CANARY} words")
        await lou.wait_for(t("collage-words-set"))
        await share(lou, sam, t, album)
        await lou.wait_for(t("sharing-done", count=2))

    database = app.settings.home / "pepite.sqlite3"
    with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as reader:
        kept = {name: str(reader.execute(f"SELECT * FROM {name}").fetchall()) for name in TABLES}  # noqa: S608 - the list above
    assert kept["choices"] != "[]"
    assert not [name for name, rows in kept.items() if CANARY in rows]

    await welcomed(sam, t, "US")
    await an_album(sam, t, ("cat", "coffee"))
    async with app.storage.read() as tx:
        taste = await app.roles.trainer.taste(tx, await owner_of(app, sam))
    assert not taste.own
    assert taste.first(Trait.SPIRIT_WARM, Trait.SPIRIT_PLAIN) is Trait.SPIRIT_PLAIN
    assert not [
        m for m in sam.from_bot if CANARY in m.words and t("collage-button-share") in m.buttons
    ]
