"""The profile: written once, then left alone."""

from bot.app import read_texts
from bot.telegram.profile import write_profile
from tests.wire.conftest import Wire

LIMITED = {"setMyDescription", "setMyShortDescription", "setMyCommands"}


async def test_what_stands_already_is_not_written_again(wire: Wire) -> None:
    async with wire.opened():
        first = await write_profile(wire.bot, read_texts())
        assert len(first.changes) == 2 * len(LIMITED)
        second = await write_profile(wire.bot, read_texts())
    assert second.changes == ()
    assert len([name for name in wire.methods() if name in LIMITED]) == len(first.changes)
