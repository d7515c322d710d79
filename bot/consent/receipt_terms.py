"""What a receipt says of each purpose: data, operations and DPV 2.3 terms, as one table."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from bot.consent.purposes import Basis
from bot.consent.regions import Regime
from storage.ledger import Kind
from storage.personal_data import Purpose

# Choices: what a person decided, or what time or a move decided about an earlier choice.
CHOICES: Final = frozenset(
    {Kind.GIVEN, Kind.REFUSED, Kind.WITHDRAWN, Kind.RENEWED, Kind.EXPIRED, Kind.OBJECTED}
)
RIGHTS: Final = (
    "access", "rectification", "erasure", "restriction", "portability", "objection", "complaint",
)  # fmt: skip
WITHDRAWAL: Final = "one tap in /privacy; erasing everything ends it as well"
OBJECTION: Final = "one tap in /privacy, at any time and without a reason: always accepted"
STORAGE: Final = "where the operator runs the bot; photos and words under the person's own key"
COLLECTED: Final = "given by the person in the chat"
AUTHORITY: Final = "the data protection authority where the person lives"
NOWHERE: Final = "none by the bot; Telegram carries the chat"


@dataclass(frozen=True, slots=True)
class Terms:
    """data: category and scope; special: photos can reveal health, belief, origin."""

    purpose: str
    dpv_purpose: str
    data: tuple[tuple[str, str], ...]
    operations: tuple[str, ...]
    special: bool = False


_PHOTOS: Final = ("photos and videos", "those the person sends")
_TRAINING: Final = "dpv:ImproveExistingProductsAndServices"
TERMS: Final[Mapping[Purpose, Terms]] = {
    Purpose.SUGGEST_ANALYSE: Terms(
        "look at media and suggest collages, captions and looks", "dpv:ServicePersonalisation",
        (_PHOTOS, ("captions", "those the person writes"), ("choices", "for that person alone")),
        ("dpv:Analyse", "dpv:Store", "dpv:Derive"), special=True,
    ),
    Purpose.FACE_BOXES: Terms(
        "rectangles around faces, so that no crop cuts one", "dpv:ServicePersonalisation",
        (("face boxes", "rectangles only; no landmark, no vector, nobody recognised"),),
        ("dpv:Derive", "dpv:Store"), special=True,
    ),
    Purpose.PLACES: Terms(
        "a town's name and a 5 km cell from a file's position", "dpv:ServicePersonalisation",
        (("location", "town and cell; coordinates are dropped on arrival"),),
        ("dpv:Derive", "dpv:Store"),
    ),
    Purpose.SUGGEST_EXTERNAL_AI: Terms(
        "send the chosen picture or text to the operator's AI server",
        "dpv:ServicePersonalisation",
        (("photos and words", "the one chosen, 1024 pixels at most, without metadata"),),
        ("dpv:Transmit", "dpv:Analyse"), special=True,
    ),
    Purpose.NUDGE_MEMORIES: Terms(
        "reminders of photos never shared", "dpv:ProvidePersonalisedRecommendations",
        (("dates, kinds and shared-or-not of media", "the person's own"),),
        ("dpv:Analyse", "dpv:Use"),
    ),
    Purpose.IMPROVE_CHOICES: Terms(
        "improve suggestions with choices", _TRAINING,
        (("choices", "which layout, colours, shape, caption or look; no picture, no text"),),
        ("ai:ModelTraining", "dpv:Store"),
    ),
    Purpose.IMPROVE_MEDIA: Terms(
        "improve suggestions with media edited with AI here or published through the bot",
        _TRAINING, (("photos and captions", "edited with AI here or published"),),
        ("ai:ModelTraining", "dpv:Store"), special=True,
    ),
    Purpose.IMPROVE_AI_CHAT: Terms(
        "improve suggestions with AI chats", _TRAINING,
        (("AI chats", "turns of AI-chat mode, scrubbed of addresses"),),
        ("ai:ModelTraining", "dpv:Store"),
    ),
    Purpose.INFORM_LAUNCH: Terms(
        "one message when the bot opens in a country", "dpv:ServiceProvision",
        (("Telegram number and country", "until the launch"),), ("dpv:Store", "dpv:Use"),
    ),
}  # fmt: skip

DPV_STATES: Final[Mapping[str, str]] = {
    Kind.GIVEN: "dpv:ConsentGiven",
    Kind.REFUSED: "dpv:ConsentRefused",
    Kind.WITHDRAWN: "dpv:ConsentWithdrawn",
    Kind.RENEWED: "dpv:RenewedConsentGiven",
    Kind.EXPIRED: "dpv:ConsentExpired",
    Kind.OBJECTED: "dpv:LegitimateInterestObjected",
}
_NOT_OBJECTED: Final = "dpv:LegitimateInterestNotObjected"


def dpv_state(kind: str, basis: str | None) -> str:
    """Under a legitimate interest an OK is the absence of an objection, and more than that."""
    if basis == Basis.LEGITIMATE_INTEREST and kind in {Kind.GIVEN, Kind.RENEWED}:
        return _NOT_OBJECTED
    if basis == Basis.CONSENT and kind == Kind.OBJECTED:
        return DPV_STATES[Kind.WITHDRAWN]  # by consent there is nothing else to object to
    return DPV_STATES[kind]


def dpv_basis(basis: str, regime: str | None, terms: Terms) -> str:
    """The GDPR's article; plain consent where another law holds."""
    if basis == Basis.LEGITIMATE_INTEREST:
        return "eu-gdpr:A6-1-f"
    if regime != Regime.EU_LI:
        return "dpv:ExpressedConsent"
    return "eu-gdpr:A6-1-a eu-gdpr:A9-2-a" if terms.special else "eu-gdpr:A6-1-a"
