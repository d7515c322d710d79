"""What sharing's buttons carry: ids, the person's own numbers, and never a fact."""

from enum import StrEnum
from typing import Annotated
from uuid import UUID

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from handlers.doors import OfDraft
from storage.sharing import DraftKind

ChannelNumber = Annotated[int, Field(ge=1, le=1_000_000)]  # more would not fit a column


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


class ToChannel(OfDraft, CallbackData, prefix="sc"):
    """Ask before posting to a linked channel; its number is the person's own."""

    channel: ChannelNumber


class LinkChannel(OfDraft, CallbackData, prefix="sl"):
    """Choose a channel in Telegram's own list."""


class Unlink(CallbackData, prefix="su"):
    """Forget a linked channel."""

    channel: ChannelNumber


class ToStory(OfDraft, CallbackData, prefix="ss"):
    """Show the Story as it would be."""


class AsFile(OfDraft, CallbackData, prefix="sf"):
    """The picture in full quality, as a file in this chat."""


class OnRecap(CallbackData, prefix="sr"):
    """An answer to what is asked before anything goes out."""

    recap: UUID
    act: RecapAct


class ChoosePeriod(CallbackData, prefix="sp"):
    """How long a Story stays."""

    recap: UUID
    hours: Annotated[int, Field(ge=1, le=48)]


class TakeBack(CallbackData, prefix="st"):
    """Delete what was posted."""

    post: UUID
