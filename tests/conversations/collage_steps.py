"""A first collage, as many transcripts begin: made, and asked where it may go."""

from bot.sandbox.person import Person
from bot.sandbox.state import StoredMessage
from bot.texts import Texts
from tests.conversations.first_steps import welcomed
from tests.conversations.given import give_two


async def a_collage(lou: Person, t: Texts, country: str = "FR") -> StoredMessage:
    """Of two photos, whoever gave them just welcomed."""
    await welcomed(lou, t, country)
    return await give_two(lou, t)


async def to_share(lou: Person, t: Texts, place: str) -> StoredMessage:
    """The same, with the places it may go under it; place: one of them."""
    collage = await a_collage(lou, t)
    await lou.settle()
    await lou.press(t("collage-button-share"))
    await lou.wait_for(lambda m: place in m.buttons)
    return collage
