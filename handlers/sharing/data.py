"""What sharing's buttons carry: ids, the person's own numbers, and never a fact."""

from enum import StrEnum
from uuid import UUID

from aiogram.filters.callback_data import CallbackData

from storage.sharing import DraftKind


class RecapAct(StrEnum):
    """What may be answered to a recap."""

    POST = "yes"
    CANCEL = "no"
    FILE = "file"
    NO_FILE = "bare"
    PERIODS = "time"


class SaidShared(CallbackData, prefix="sh"):
    """What the person says became of an offer."""

    collage: UUID
    yes: bool
    kind: DraftKind = DraftKind.COLLAGE


class ToChannel(CallbackData, prefix="sc"):
    """Ask before posting to a linked channel; its number is the person's own."""

    kind: DraftKind
    draft: UUID
    version: int
    channel: int


class LinkChannel(CallbackData, prefix="sl"):
    """Choose a channel in Telegram's own list."""

    kind: DraftKind
    draft: UUID
    version: int


class Unlink(CallbackData, prefix="su"):
    """Forget a linked channel."""

    channel: int


class ToStory(CallbackData, prefix="ss"):
    """Show the Story as it would be."""

    kind: DraftKind
    draft: UUID
    version: int


class AsFile(CallbackData, prefix="sf"):
    """The picture in full quality, as a file in this chat."""

    kind: DraftKind
    draft: UUID
    version: int


class OnRecap(CallbackData, prefix="sr"):
    """An answer to what is asked before anything goes out."""

    recap: UUID
    act: RecapAct


class ChoosePeriod(CallbackData, prefix="sp"):
    """How long a Story stays."""

    recap: UUID
    hours: int


class TakeBack(CallbackData, prefix="st"):
    """Delete what was posted."""

    post: UUID
