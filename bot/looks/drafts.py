"""Drafts of looks as values, opened from their rows with the person's key."""

from dataclasses import dataclass
from typing import Final

from bot.errors import FriendlyError
from bot.looks.catalogue import Look, Recipe, Strength
from storage.gallery import MediaId
from storage.looks import CardRow, ImaginedRow, LookId, LookKind, LookRow
from storage.transaction import Transaction

LONGEST_WORDS: Final = 400  # characters of what may be imagined or lettered


class LookGone(FriendlyError):
    """Expired, forgotten, no longer allowed, or another's."""

    text_id = "error-look-gone"


class LookChanged(FriendlyError):
    """The button is older than the draft."""

    text_id = "error-look-changed"


class LookIsPrivate(FriendlyError):
    """Its owner keeps the photo private: nothing is made of it."""

    text_id = "error-look-private"


class NotLookedAt(FriendlyError):
    """Nothing was seen in this media: it is no photo, or came before the leave to look."""

    text_id = "error-look-not-seen"


@dataclass(frozen=True, slots=True)
class Draft:
    """What every draft's message needs: where it is, and which state of it.

    is_shown: telegram_photo is the picture of this very version.
    """

    id: LookId
    kind: LookKind
    version: int
    chat_id: int
    message_id: int | None
    telegram_photo: str | None
    is_shown: bool


@dataclass(frozen=True, slots=True)
class LookDraft(Draft):
    """recipe: None while the contact sheet is shown.

    style: what was seen in the last picture whose style was asked for; None before there was one.
    sheet_photo: Telegram's name of its contact sheet, once that was drawn.
    """

    media: MediaId
    recipe: Recipe | None
    style: bytes | None = None
    sheet_photo: str | None = None


@dataclass(frozen=True, slots=True)
class ImaginedDraft(Draft):
    """has_picture: False until the endpoint has answered."""

    prompt: str
    preset: str | None
    has_picture: bool


@dataclass(frozen=True, slots=True)
class CardDraft(Draft):
    """The words as typed; dress and shape: of `bot.looks.card`."""

    words: str
    dress: str
    shape: str


async def open_look(tx: Transaction, row: LookRow) -> LookDraft:
    style = await tx.open(row.owner, row.style) if row.style else None
    recipe = Recipe(Look(row.look), Strength(row.strength), style or b"") if row.look else None
    return LookDraft(
        row.id, LookKind.LOOK, row.version, row.chat_id, row.message_id, await _photo(tx, row),
        _is_shown(row), row.media, recipe, style, await _named(tx, row, row.sheet_photo),
    )  # fmt: skip


async def open_imagined(tx: Transaction, row: ImaginedRow) -> ImaginedDraft:
    prompt = (await tx.open(row.owner, row.prompt)).decode()
    return ImaginedDraft(
        row.id, LookKind.IMAGINED, row.version, row.chat_id, row.message_id,
        await _photo(tx, row), _is_shown(row), prompt, row.preset, row.file is not None,
    )  # fmt: skip


async def open_card(tx: Transaction, row: CardRow) -> CardDraft:
    words = (await tx.open(row.owner, row.words)).decode()
    return CardDraft(
        row.id, LookKind.CARD, row.version, row.chat_id, row.message_id, await _photo(tx, row),
        _is_shown(row), words, row.dress, row.shape,
    )  # fmt: skip


def _is_shown(row: LookRow | ImaginedRow | CardRow) -> bool:
    return row.shown_version == row.version


async def _photo(tx: Transaction, row: LookRow | ImaginedRow | CardRow) -> str | None:
    return await _named(tx, row, row.telegram_photo)


async def _named(
    tx: Transaction, row: LookRow | ImaginedRow | CardRow, name: bytes | None
) -> str | None:
    return (await tx.open(row.owner, name)).decode() if name else None
