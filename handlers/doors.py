"""Callback data with which one conversation may open another, and what theirs have in common."""

from typing import Final
from uuid import UUID

from aiogram.filters.callback_data import CallbackData
from pydantic import BaseModel

from bot.consent.objection import Scope
from bot.sharing.shareable import Ref
from storage.personal_data import Purpose
from storage.sharing import DraftKind


class OfCollage(BaseModel):
    """Which collage, and which state of it: an old button is a normal event."""

    collage: UUID
    version: int


class OfDraft(BaseModel):
    """The same of a draft of any kind."""

    kind: DraftKind
    draft: UUID
    version: int

    @property
    def ref(self) -> Ref:
        return Ref(self.kind, self.draft, self.version)


class AskCountry(CallbackData, prefix="dc"):
    """welcome: in which country do you live, asked again."""


class AskLanguage(CallbackData, prefix="dl"):
    """welcome: which language shall I speak."""


class Rehearse(CallbackData, prefix="wr"):
    """welcome: show me on one photo."""


class AskConsent(CallbackData, prefix="dq"):
    """consent: put the question of a purpose."""

    purpose: Purpose


class NoticeDetails(CallbackData, prefix="dd"):
    """consent: the page behind a question."""

    purpose: Purpose


class AnswerNotice(CallbackData, prefix="da"):
    """consent: an answer to exactly that version of the question."""

    purpose: Purpose
    version: str
    yes: bool


class ShowReceipt(CallbackData, prefix="dv"):
    """privacy: the receipt of the latest choice about a purpose."""

    purpose: Purpose


class OpenObjection(CallbackData, prefix="dx"):
    """consent: which uses an objection would stop; nothing is recorded by it."""

    scope: Scope = Scope.EVERYTHING


class ObjectTo(CallbackData, prefix="dj"):
    """consent: object, at once and for ever. under_notice: the button of the notice itself."""

    scope: Scope = Scope.EVERYTHING
    under_notice: bool = False


class LiftObjection(CallbackData, prefix="du"):
    """consent: I take my objection back: the text again, and its answers."""


class OpenPrivacy(CallbackData, prefix="dp"):
    """privacy: the first screen."""


class AskReminders(CallbackData, prefix="dr"):
    """memories: would you like reminders."""


class ExplainCollage(CallbackData, prefix="de"):
    """collage: the figures of that very picture, in a message of their own."""

    collage: UUID


class ExplainMemory(CallbackData, prefix="dm"):
    """memories: why the last reminder showed what it did."""


class OpenShare(OfDraft, CallbackData, prefix="ds"):
    """sharing: where this draft may go, in place of the buttons under it."""


class LeaveShare(OfDraft, CallbackData, prefix="dz"):
    """Back to the draft's own buttons; the conversation that shows it hears its own kind."""


class TakeBackPosts(CallbackData, prefix="dt"):
    """sharing: delete what the bot posted for me, as far as Telegram lets it."""


class WordsOfCollage(OfCollage, CallbackData, prefix="dy"):
    """writing: the words of this collage, to be rewritten."""


# Awaited by writing, heard by consent: a rewriting that goes on once its endpoint may be asked.
GOES_ON_WRITING: Final = "writing-goes-on"


class ShareDraft:
    """sharing: the inline query that offers one draft, and nothing else, to the chosen chat."""

    @staticmethod
    def query(kind: DraftKind, draft: UUID) -> str:
        return f"{kind}:{draft.hex}"

    @staticmethod
    def draft(query: str) -> tuple[DraftKind, UUID] | None:
        """The draft that a query names; None for anything else that a person may type."""
        kind, _, name = query.strip().partition(":")
        try:
            return DraftKind(kind), UUID(hex=name)
        except ValueError:
            return None


class OpenLooks(CallbackData, prefix="do"):
    """looks: the contact sheet of one photo."""

    media: UUID


class LooksOfCollage(OfCollage, CallbackData, prefix="dk"):
    """looks: which photo of this collage."""


class FilmOfCollage(OfCollage, CallbackData, prefix="dfm"):
    """film: a film of the photos of this collage."""


class FoundInGallery(CallbackData, prefix="df"):
    """gallery: what answers one reading of a request, as pages of thumbnails."""

    request: UUID
    number: int
    page: int = 0


class PlayVoice(CallbackData, prefix="dg"):
    """notes: the voice that is kept with this media."""

    media: UUID


class PlayLive(CallbackData, prefix="di"):
    """notes: the moving seconds of this live photo."""

    media: UUID
