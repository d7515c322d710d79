"""What /admin says: numbers, never media and never names; regions and their stages."""

from html import escape
from typing import Final

from bot.consent.countries import country_name
from bot.consent.regions import EVERYWHERE, NOT_BUILT, Feature, Region, Regions, Stage
from bot.consent.rollout import House
from bot.consent.stages import Refusal
from bot.improve.ranker import LEAST_CONTRIBUTORS
from bot.texts import Texts
from handlers.operator import buttons
from handlers.screen import Screen

BUILT: Final = tuple(feature for feature in Feature if feature not in NOT_BUILT)
SHOWN: Final = 6  # countries by name; the rest is a number


def house(known: House, t: Texts) -> Screen:
    numbers = {
        "people": known.census.people,
        "media": known.census.media,
        "waiting": known.census.jobs_waiting,
        "failed": known.census.jobs_failed,
        "unknown": known.census.unknown_sends,
        "contributors": known.census.contributors,
        "needed": LEAST_CONTRIBUTORS,
    }
    return Screen(t("operator-house", list=_waiting(known, t), **numbers))


def regions(found: Regions, t: Texts) -> Screen:
    """Every region on one screen, and how to change it."""
    parts = [_region(region, t) for region in found.region]
    return Screen("\n\n".join([t("operator-regions"), *parts, t("operator-regions-change")]))


def change(region: Region, feature: Feature, stage: Stage, waiting: int, t: Texts) -> Screen:
    """The change read back, with what follows from it."""
    before = region.stage(feature)
    lines = [
        t(
            "operator-change",
            region=escape(region.id),
            countries=_countries(region, t),
            feature=_feature(feature, t),
            before=_stage(before, t),
            stage=_stage(stage, t),
        )
    ]
    opens = feature is Feature.GALLERY and stage is Stage.LIVE
    if opens and waiting:
        lines.append(t("operator-change-tells", count=waiting))
    if stage is Stage.PAUSED:
        lines.append(t("operator-change-pauses"))
    data = buttons.ChangeStage(region=region.id, feature=feature, before=before, stage=stage)
    return Screen("\n\n".join(lines), buttons.confirm(data, t))


def changed(data: buttons.ChangeStage, t: Texts) -> Screen:
    feature, stage = _feature(data.feature, t), _stage(data.stage, t)
    return Screen(t("operator-changed", region=escape(data.region), feature=feature, stage=stage))


def refused(why: Refusal, region: str, t: Texts) -> Screen:
    return Screen(t(f"operator-refused-{why}", region=escape(region)))


def how(t: Texts) -> Screen:
    words = {
        "features": ", ".join(feature.value for feature in BUILT),
        "stages": ", ".join(stage.value for stage in Stage),
    }
    return Screen(t("operator-how", **words))


def _region(region: Region, t: Texts) -> str:
    lines = [t("operator-region", region=escape(region.id), countries=_countries(region, t))]
    lines.append(t(f"operator-regime-{region.regime.value.replace('_', '-')}"))
    for feature in BUILT:
        name, stage = _feature(feature, t), _stage(region.stage(feature), t)
        lines.append(t("operator-region-stage", feature=name, stage=stage))
    return "\n".join(lines)


def _countries(region: Region, t: Texts) -> str:
    """A few by name, many by number."""
    if EVERYWHERE in region.countries:
        return t("operator-everywhere-else")
    if len(region.countries) > SHOWN:
        return t("operator-countries", count=len(region.countries))
    return ", ".join(country_name(code, t.language) for code in region.countries)


def _waiting(known: House, t: Texts) -> str:
    by_country = [
        t("operator-waiting-country", country=country_name(code, t.language), count=number)
        for code, number in sorted(known.waiting.items(), key=lambda pair: -pair[1])
    ]
    if known.elsewhere:
        by_country.append(t("operator-waiting-elsewhere", count=known.elsewhere))
    return ", ".join(by_country) or t("operator-waiting-nobody")


def _feature(feature: Feature, t: Texts) -> str:
    """In words, and as it is typed."""
    return t(f"operator-feature-{feature.value.replace('_', '-')}", typed=feature.value)


def _stage(stage: Stage, t: Texts) -> str:
    return t(f"operator-stage-{stage.value}", typed=stage.value)
