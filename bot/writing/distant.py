"""The Writer's questions to the endpoint: what is sent, and what of the answer may be shown."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Final

from bot.remote.errors import Reason, RemoteUnavailable
from bot.remote.remote import Remote
from bot.texts import Language
from bot.writing.captions import LONGEST_CHARACTERS, Caption
from bot.writing.diff import diff
from bot.writing.guard import ROOM_CHARACTERS, clean, keeps_meaning, says_only
from bot.writing.phrases import Spirit
from bot.writing.prompts import (
    CAPTIONS_SCHEMA,
    captions_in,
    captions_so_far,
    to_caption,
    to_rewrite,
)
from bot.writing.rewriting import Engine, Proposed, Rewriting
from bot.writing.wishes import Wish
from storage.outbound import CallKind
from storage.people import PersonId

MOST_TOKENS: Final = 400
LEAST_TOKENS: Final = 120
CAPTION_TOKENS: Final = 300
CHARACTERS_A_TOKEN: Final = 2  # French and emoji take more tokens than English
LONGEST_FOR_MODEL: Final = MOST_TOKENS * CHARACTERS_A_TOKEN  # a longer one would come back cut

OnText = Callable[[str], Awaitable[None]]


class Strayed(Exception):
    """The answer would have changed what the person says."""


class TooLong(Exception):
    """The answer would come back cut, so nothing is sent."""


async def rewritten(  # noqa: PLR0917 - a wish, how often, for whom: one question
    remote: Remote,
    owner: PersonId,
    text: str,
    wish: Wish,
    language: Language,
    again: int,
    *,
    on_text: OnText | None = None,
    stop: asyncio.Event | None = None,
) -> Rewriting:
    """The endpoint's rewriting, guarded. Raises RemoteUnavailable, Strayed or TooLong."""
    if len(text) > LONGEST_FOR_MODEL:
        raise TooLong
    limit = 2 * len(text) + ROOM_CHARACTERS
    reply = await remote.chat(
        owner,
        to_rewrite(text, wish, language, again),
        kind=CallKind.REWRITE,
        most_tokens=min(MOST_TOKENS, LEAST_TOKENS + len(text) // CHARACTERS_A_TOKEN),
        on_text=on_text and _guarded(on_text, limit, text),
        stop=stop,
    )
    if reply.is_stopped:
        return Rewriting(text, diff(text, text), Engine.REMOTE, is_stopped=True)
    if reply.is_cut:
        raise RemoteUnavailable(Reason.BROKEN)
    said = clean(reply.text, limit=len(reply.text), own=text)  # a longer one is judged whole
    if not keeps_meaning(text, said):
        raise Strayed
    return Rewriting(said, diff(text, said), Engine.REMOTE)


async def captioned(
    remote: Remote,
    owner: PersonId,
    facts: Sequence[str],
    picture: bytes,
    language: Language,
    *,
    on_text: OnText | None = None,
    stop: asyncio.Event | None = None,
) -> Proposed:
    """Three captions by somebody who saw the small copy. Raises RemoteUnavailable or Strayed."""
    reply = await remote.chat(
        owner,
        to_caption(facts, language),
        kind=CallKind.CAPTIONS,
        most_tokens=CAPTION_TOKENS,
        picture=picture,
        on_text=on_text and _growing(on_text, facts),
        stop=stop,
        json_schema=CAPTIONS_SCHEMA,
    )
    if reply.is_stopped:
        return Proposed((), Engine.REMOTE, is_stopped=True)
    said = [clean(row, limit=LONGEST_CHARACTERS) for row in captions_in(reply.text)]
    if len(said) != len(Spirit) or len(set(said)) != len(said) or not all(said):
        raise RemoteUnavailable(Reason.BROKEN)
    if not all(says_only("\n".join(facts), row) for row in said):
        raise Strayed
    captions = (Caption(text, "", spirit) for text, spirit in zip(said, Spirit, strict=True))
    return Proposed(tuple(captions), Engine.REMOTE)


def _guarded(on_text: OnText, limit: int, own: str = "") -> OnText:
    """What is shown while it grows is as clean as what is shown in the end."""

    async def show(so_far: str) -> None:
        if said := clean(so_far, limit=limit, own=own):
            await on_text(said)

    return show


def _growing(on_text: OnText, facts: Sequence[str]) -> OnText:
    """The captions that have come, a paragraph each; one that says too much is not shown."""
    known = "\n".join(facts)

    async def show(so_far: str) -> None:
        rows = [clean(row, limit=LONGEST_CHARACTERS) for row in captions_so_far(so_far)]
        if said := "\n\n".join(row for row in rows if row and says_only(known, row)):
            await on_text(said)

    return show
