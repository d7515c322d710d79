"""Which stage may follow: what an operator may change by a command, and why not."""

from enum import StrEnum

from bot.consent.regions import NOT_BUILT, Feature, Regime, Region, Stage


class Refusal(StrEnum):
    """Why a change is not made; each is a sentence of `/admin`."""

    SAME = "same"
    CHANGED_MEANWHILE = "changed-meanwhile"
    NO_REGION = "no-region"
    NOT_BUILT = "not-built"
    NO_LEARNING = "no-learning"  # the regime knows no basis for it
    NO_LIST = "no-list"
    NO_NOTICE = "no-notice"  # only learning under a legitimate interest begins with one
    NOT_ASSESSED = "not-assessed"
    NOTICE_FIRST = "notice-first"


CLOSING = frozenset({Stage.OFF, Stage.PAUSED})


def refusal(region: Region, feature: Feature, stage: Stage) -> Refusal | None:
    """Why this feature may not come to this stage there; None where it may.

    To close something is always allowed.
    """
    if region.stage(feature) is stage:
        return Refusal.SAME
    if feature in NOT_BUILT:
        return Refusal.NOT_BUILT
    if stage in CLOSING:
        return None
    if feature is Feature.IMPROVE:
        return _refusal_to_learn(region, stage)
    return Refusal.NO_NOTICE if stage is Stage.NOTICE else None


def _refusal_to_learn(region: Region, stage: Stage) -> Refusal | None:
    if region.regime is Regime.STRICT:
        return Refusal.NO_LEARNING
    if stage is Stage.WAITLIST:
        return Refusal.NO_LIST
    if region.regime is Regime.EU_LI:
        return _refusal_without_consent(region, stage)
    return Refusal.NO_NOTICE if stage is Stage.NOTICE else None


def _refusal_without_consent(region: Region, stage: Stage) -> Refusal | None:
    """A legitimate interest: assessed, and only after a notice."""
    if stage is Stage.NOTICE:
        return None
    if not region.is_assessed:
        return Refusal.NOT_ASSESSED
    return None if region.stage(Feature.IMPROVE) is Stage.NOTICE else Refusal.NOTICE_FIRST
