"""Where drafts come from: one source a kind, so that sharing is the same for all of them."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Final, Protocol
from uuid import UUID

from bot.collage.director import Director
from bot.collage.draft import Draft
from bot.collage.film_draft import FilmDraft, FilmGone, FilmTooFew
from bot.collage.refusals import DraftGone
from bot.collage.studio import Studio
from bot.collage.themes import STORY
from bot.collage.traits import traits_of
from bot.jobs.pool import Kind, Pool
from bot.looks.atelier import Atelier
from bot.looks.drafts import LookChanged, LookGone
from bot.pixels.backdrop import on_screen
from bot.pixels.provenance import SourceType, with_xmp, xmp_packet
from bot.sharing.shareable import Label, NothingToShare, Ref, Shareable, ShareChanged
from storage.collage import CollageId
from storage.film import FilmId
from storage.people import PersonId
from storage.sharing import DraftKind


class Source(Protocol):
    """A room that makes drafts; each call answers for its owner alone."""

    async def shareable(self, owner: PersonId, draft: UUID) -> Shareable | None:
        """The draft as it is now; None for another's as for none."""

    async def picture(self, owner: PersonId, ref: Ref) -> bytes:
        """A JPEG that says where it comes from. Raises ShareChanged and NothingToShare."""

    async def story(self, owner: PersonId, ref: Ref) -> bytes:
        """The same for a phone's screen, 1080×1920."""


Sources = Mapping[DraftKind, Source]
MADE: Final[Mapping[Label, SourceType]] = {
    Label.FILTER: SourceType.FILTERED,
    Label.EDITED: SourceType.PAINTED_BY_A_NETWORK,
    Label.AI_IMAGE: SourceType.MADE_FROM_WORDS,
    Label.CARD: SourceType.DRAWN_BY_RULES,
}
SCREEN_LIMIT: Final = timedelta(seconds=20)


class Collages:
    """The Studio's drafts."""

    def __init__(self, studio: Studio) -> None:
        self._studio = studio

    async def shareable(self, owner: PersonId, draft: UUID) -> Shareable | None:
        try:
            found = await self._studio.draft(owner, CollageId(draft))
        except DraftGone:
            return None
        return Shareable(
            ref=Ref(DraftKind.COLLAGE, found.id, found.version),
            media=tuple(found.shown),
            title=found.shown_title,
            caption=found.caption,
            label=Label.COLLAGE,
            telegram_photo=found.telegram_photo,
            message_id=found.message_id,
            traits=traits_of(found.plan),
        )

    async def picture(self, owner: PersonId, ref: Ref) -> bytes:
        try:
            return await self._studio.picture(owner, await self._draft(owner, ref))
        except DraftGone:
            raise NothingToShare from None

    async def story(self, owner: PersonId, ref: Ref) -> bytes:
        try:
            return await self._studio.story(owner, await self._draft(owner, ref))
        except DraftGone:
            raise NothingToShare from None

    async def _draft(self, owner: PersonId, ref: Ref) -> Draft:
        found = await self._studio.draft(owner, CollageId(ref.draft))
        if found.version != ref.version:
            raise ShareChanged
        return found


class Films:
    """The Director's films; what is called a picture here is a video."""

    def __init__(self, director: Director) -> None:
        self._director = director

    async def shareable(self, owner: PersonId, draft: UUID) -> Shareable | None:
        """None also where films are moving pictures that Telegram plays nowhere."""
        try:
            found = await self._director.film(owner, FilmId(draft))
        except FilmGone:
            return None
        if not self._director.makes_videos or found.film is None:
            return None
        return Shareable(
            ref=Ref(DraftKind.FILM, found.id, found.version),
            media=tuple(found.shown),
            title=found.title if found.film.is_title_in_message else None,
            caption=None,
            label=Label.FILM,
            telegram_photo=found.telegram_video,
            message_id=found.message_id,
        )

    async def picture(self, owner: PersonId, ref: Ref) -> bytes:
        try:
            draft = await self._draft(owner, ref)
            return (await self._director.shoot(owner, draft)).content
        except FilmGone:
            raise NothingToShare from None

    async def story(self, owner: PersonId, ref: Ref) -> bytes:
        try:
            return await self._director.story(owner, await self._draft(owner, ref))
        except (FilmGone, FilmTooFew):
            raise NothingToShare from None

    async def _draft(self, owner: PersonId, ref: Ref) -> FilmDraft:
        found = await self._director.film(owner, FilmId(ref.draft))
        if found.version != ref.version:
            raise ShareChanged
        return found


class Looks:
    """The Atelier's drafts, of either kind: one picture each, with a label that stays."""

    def __init__(self, atelier: Atelier, pool: Pool, kind: DraftKind) -> None:
        self._atelier = atelier
        self._pool = pool
        self._kind = kind

    async def shareable(self, owner: PersonId, draft: UUID) -> Shareable | None:
        found = await self._atelier.shareable(owner, draft)
        if found is None:
            return None
        return Shareable(
            ref=Ref(self._kind, draft, found.version),
            media=found.media,
            title=None,
            caption=found.caption,
            label=Label(found.label) if found.label else Label.CARD,
            telegram_photo=found.telegram_photo,
            message_id=found.message_id,
        )

    async def picture(self, owner: PersonId, ref: Ref) -> bytes:
        try:
            return await self._atelier.picture(owner, ref.draft, ref.version)
        except LookGone:
            raise NothingToShare from None
        except LookChanged:
            raise ShareChanged from None

    async def story(self, owner: PersonId, ref: Ref) -> bytes:
        """The picture whole on a backdrop of its own colours."""
        found = await self.shareable(owner, ref.draft)
        if found is None:
            raise NothingToShare
        picture = await self.picture(owner, ref)
        screen = await self._pool.run(
            on_screen,
            picture,
            STORY.page,
            STORY.clear_pixels,
            kind=Kind.PAINT,
            limit=SCREEN_LIMIT,
        )
        packet = xmp_packet(MADE[found.label], tool="Pépite", alt_text=found.caption)
        return with_xmp(screen, packet)


def sources_of(studio: Studio, director: Director, atelier: Atelier, pool: Pool) -> Sources:
    """Every kind of draft with the room that makes it."""
    return {
        DraftKind.COLLAGE: Collages(studio),
        DraftKind.FILM: Films(director),
        DraftKind.LOOK: Looks(atelier, pool, DraftKind.LOOK),
        DraftKind.IMAGINED: Looks(atelier, pool, DraftKind.IMAGINED),
    }
