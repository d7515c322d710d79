"""Whether a choice may teach the ranker now: one pure function, and no is its first answer."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from bot.consent.gate import Standing, may, permits
from bot.consent.regions import Feature, Regime, Stage
from storage.consent import ConsentState
from storage.improve import ChoiceRow, Ground
from storage.people import AgeBand
from storage.personal_data import Purpose

PURPOSE: Final = Purpose.IMPROVE_CHOICES
TIME_TO_REGRET: Final = timedelta(days=7)  # a post may be taken back until then
KEPT: Final = timedelta(days=730)  # 24 months at most
UNUSED_KEPT: Final = timedelta(days=30)  # as long as the draft it was about


class Why(StrEnum):
    """Why a choice is not used; a manifest counts them."""

    NOT_ADULT = "not_adult"
    NO_COUNTRY = "no_country"
    FROZEN = "frozen"
    BLOCKED = "blocked"
    NOT_LIVE = "not_live"
    MOVED = "moved"
    NOT_SHARED = "not_shared"
    NOT_PUBLIC = "not_public"
    OBJECTED = "objected"
    NO_CONSENT = "no_consent"
    BEFORE_CONSENT = "before_consent"
    NOT_DELIVERED = "not_delivered"
    WITHIN_WINDOW = "within_window"
    TOO_SOON = "too_soon"
    TOO_OLD = "too_old"
    CLOSED = "closed"


Excludes = Callable[[ChoiceRow, Standing, datetime], bool]


def ground_of(standing: Standing) -> Ground | None:
    """Under which regime a choice would be kept; None where none is."""
    known = {ground.value: ground for ground in Ground}
    return known.get(standing.regime.value) if standing.regime else None


def why_not(row: ChoiceRow, standing: Standing, now: datetime) -> Why | None:
    """The first reason not to use it; None when it may be used.

    A yes that was renewed counts from its renewal: what came before is not carried over.
    """
    return next((why for why, excludes in _RULES.items() if excludes(row, standing, now)), None)


def _is_live(standing: Standing) -> bool:
    region = standing.region
    return region is not None and region.stage(Feature.IMPROVE) is Stage.LIVE


def _is_european(standing: Standing) -> bool:
    return standing.regime is Regime.EU_LI


def _window_ends(standing: Standing) -> datetime | None:
    """When a notice that was delivered has stood long enough; None without one."""
    consent = standing.consents.get(PURPOSE)
    if consent is None or consent.asked_at is None or standing.region is None:
        return None
    return consent.asked_at + timedelta(days=standing.region.notice_days)


def _is_within_window(row: ChoiceRow, standing: Standing) -> bool:
    ends = _window_ends(standing)
    return _is_european(standing) and ends is not None and row.at < ends


def _is_before_consent(row: ChoiceRow, standing: Standing) -> bool:
    consent = standing.consents.get(PURPOSE)
    return consent is not None and row.at < consent.at


_RULES: Final[Mapping[Why, Excludes]] = MappingProxyType(
    {
        Why.NOT_ADULT: lambda _, who, __: who.age_band is not AgeBand.ADULT,
        Why.NO_COUNTRY: lambda _, who, __: who.region is None,
        Why.FROZEN: lambda _, who, __: who.is_frozen,
        Why.BLOCKED: lambda _, who, __: who.is_blocked,
        Why.NOT_LIVE: lambda _, who, __: not _is_live(who),
        Why.MOVED: lambda row, who, _: row.ground is not ground_of(who),
        Why.NOT_SHARED: lambda row, _, __: not (row.is_edited or row.is_published),
        Why.NOT_PUBLIC: lambda row, who, _: (
            _is_european(who) and not (row.is_published and row.is_public)
        ),
        Why.OBJECTED: lambda _, who, __: who.state(PURPOSE) is ConsentState.OBJECTED,
        Why.NO_CONSENT: lambda _, who, now: not permits(who, PURPOSE, now),
        Why.BEFORE_CONSENT: lambda row, who, _: _is_before_consent(row, who),
        Why.NOT_DELIVERED: lambda _, who, __: _is_european(who) and _window_ends(who) is None,
        Why.WITHIN_WINDOW: lambda row, who, _: _is_within_window(row, who),
        Why.TOO_SOON: lambda row, _, now: now < max(row.usable_from, row.at + TIME_TO_REGRET),
        Why.TOO_OLD: lambda row, _, now: row.at + KEPT <= now,
        Why.CLOSED: lambda _, who, now: not may(who, PURPOSE, now),
    }
)
