"""Why a draft stays as it is: each a sentence for the person."""

from bot.errors import FriendlyError, PepiteError


class DraftGone(FriendlyError):
    """Expired, forgotten, no longer allowed, or another's."""

    text_id = "error-collage-gone"


class TooFewLeft(FriendlyError):
    """Its other photos were hidden, kept private or left out meanwhile."""

    text_id = "error-collage-too-few"


class DraftChanged(FriendlyError):
    """The button is older than the draft."""

    text_id = "error-collage-changed"


class TooLong(FriendlyError):
    """More words than fit; fact: `limit` in characters."""

    text_id = "error-too-long"


class NothingToUndo(FriendlyError):
    """It is as it was made, or the photos of the state before may no longer be shown."""

    text_id = "error-collage-undo"


class NoSuchPhoto(FriendlyError):
    """A number that is on none of its photos; fact: `count` of those that it has."""

    text_id = "error-collage-number"


class NothingLeftOut(FriendlyError):
    """All of its photos are on the page."""

    text_id = "error-collage-all-there"


class WouldCut(FriendlyError):
    """In each other's places a face would be cut."""

    text_id = "error-collage-would-cut"


class OrderMatters(FriendlyError):
    """On this page the places of the photos say something."""

    text_id = "error-collage-order"


class NoOtherCrop(FriendlyError):
    """It is shown whole, or any other part would cut a face."""

    text_id = "error-collage-crop"


class LargestAlready(FriendlyError):
    """The page gives it no more room."""

    text_id = "error-collage-largest"


class NoTitle(FriendlyError):
    """Neither where nor when its photos were taken is known."""

    text_id = "error-collage-no-title"


class LastPhoto(FriendlyError):
    """Without it the page would be empty."""

    text_id = "error-collage-last"


class ThemeNeedsMore(FriendlyError):
    """These photos have no dates, places or number for that theme."""

    text_id = "error-collage-theme"


class ChangedMeanwhile(PepiteError):
    """A draft was changed, or a photo forgotten, while it was made: the job tries again."""
