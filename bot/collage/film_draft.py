"""A film as its conversation shows it, and what a person may change in it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Self
from uuid import UUID

from bot.collage.draft import lacks_emoji
from bot.collage.film import SHAPES, STORY, Film, from_json
from bot.errors import FriendlyError, PepiteError
from storage.film import FilmId, FilmRow
from storage.gallery import MediaId
from storage.transaction import Transaction

FEWEST: Final = 2  # photos or videos; of one there is nothing to cut


class FilmGone(FriendlyError):
    """Expired, forgotten, no longer allowed, or another's."""

    text_id = "error-film-gone"


class FilmChanged(FriendlyError):
    """The button is older than the film."""

    text_id = "error-film-changed"


class FilmTooFew(FriendlyError):
    """Fewer than two photos or videos may be shown, near-twins counted as one."""

    text_id = "error-film-too-few"


class FilmOvertaken(PepiteError):
    """It was changed, or a photo forgotten, while it was shot: another job goes on."""


class FilmChange(StrEnum):
    """One tap."""

    SHAPE = "shape"
    CUT = "cut"
    TITLE = "title"


@dataclass(frozen=True, slots=True)
class FilmDraft:
    """All that a message says of a film; the film itself is shot apart.

    film: None until it is decided. telegram_video: its name, where this very version was shown.
    """

    id: FilmId
    version: int
    chat_id: int
    message_id: int | None
    shape: str
    seed: int
    title: str | None
    has_title: bool
    film: Film | None
    telegram_video: str | None
    is_shown: bool

    @property
    def shown(self) -> list[MediaId]:
        """The media in its shots."""
        shots = self.film.shots if self.film else ()
        return [MediaId(UUID(hex=shot.key)) for shot in shots]

    @property
    def drawn_title(self) -> str | None:
        return self.title if self.has_title else None

    @property
    def lacks_emoji(self) -> bool:
        """Whether the card's title does without an emoji that no font here can draw."""
        card = self.film.card if self.film else None
        return lacks_emoji(self.drawn_title, card.letters if card else None)

    @property
    def other_shape(self) -> str:
        return next(shape for shape in SHAPES if shape != self.shape)


@dataclass(frozen=True, slots=True)
class Shown:
    """A film as bytes; is_video: False for the animated WebP of a machine without PyAV."""

    content: bytes
    is_video: bool


@dataclass(frozen=True, slots=True)
class FileAsked:
    """A film that is wanted as a file as it was at `version`, in place of a message."""

    film: FilmId
    version: int
    message_id: int

    @property
    def key(self) -> str:
        """Under which its job is posted."""
        return f"{self.film}/{self.version}/{self.message_id}"

    @classmethod
    def of(cls, key: str) -> Self:
        film, version, message_id = key.split("/")
        return cls(FilmId(UUID(film)), int(version), int(message_id))


FIRST_SHAPE: Final = STORY.id


async def open_film(tx: Transaction, row: FilmRow) -> FilmDraft:
    """The film of a row, opened with its owner's key."""
    open_sealed = await tx.vault.opener(tx, row.owner)

    def words(sealed: bytes | None) -> str | None:
        return open_sealed(sealed).decode() if sealed is not None else None

    recipe = words(row.recipe)
    is_shown = row.shown_version == row.version
    return FilmDraft(
        id=row.id,
        version=row.version,
        chat_id=row.chat_id,
        message_id=row.message_id,
        shape=row.shape,
        seed=row.seed,
        title=words(row.title),
        has_title=row.has_title,
        film=from_json(recipe) if recipe else None,
        telegram_video=words(row.telegram_video) if is_shown else None,
        is_shown=row.shown_version is not None,
    )
