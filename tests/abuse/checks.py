"""What must still be true after any abuse."""

from bot.app import App
from bot.sandbox.person import Person
from bot.texts import Texts
from tests.conversations.given import owner_of


async def rows_of(app: App, lou: Person) -> dict[str, int]:
    """How many rows there are of a person, by table; the bot's own bookkeeping left out."""
    owner = await owner_of(app, lou)
    async with app.storage.read() as tx:
        counts = dict(await tx.privacy.counts(owner))
    return {table: count for table, count in counts.items() if table not in {"outbox", "states"}}


def never_at_a_loss(lou: Person, t: Texts) -> bool:
    """Whether the bot never had to own up to a bug."""
    return all(t("error-unexpected") not in message.words for message in lou.from_bot)
