"""Where a person lives decides the regime, and at which stage each feature stands there."""

import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from bot.errors import OperatorError

OPEN: Final = "open"  # for whoever hosts their own: everything built is live
PRESETS: Final[Mapping[str, Path]] = {
    name: Path(__file__).with_name(f"{name}.toml") for name in (OPEN, "rollout-2025")
}
EVERYWHERE: Final = "*"
COUNTRY: Final = re.compile(r"[A-Z]{2}")


class Regime(StrEnum):
    """Which law's rules hold; `strict` where none is known, protects most."""

    US_CONSENT = "us_consent"
    CA_CONSENT = "ca_consent"
    EU_LI = "eu_li"
    STRICT = "strict"


class Feature(StrEnum):
    """What opens country by country."""

    GALLERY = "gallery"
    PUBLISH = "publish"
    AI_CHAT = "ai_chat"
    IMPROVE = "improve"  # choices, nothing else
    IMPROVE_MEDIA = "improve_media"
    IMPROVE_CHAT = "improve_chat"


# No row of media or chats is ever made: there is nothing that could be opened.
NOT_BUILT: Final = frozenset({Feature.IMPROVE_MEDIA, Feature.IMPROVE_CHAT})


class Stage(StrEnum):
    """How far a feature is open; `paused` keeps the data and stops the processing."""

    OFF = "off"
    WAITLIST = "waitlist"
    NOTICE = "notice"
    LIVE = "live"
    PAUSED = "paused"


Country = Annotated[str, StringConstraints(pattern=r"^([A-Z]{2}|\*)$")]


class Region(BaseModel):
    """A set of countries under one regime; a feature that is not named is off.

    notice_days: how long a notice stands before a legitimate interest may be used.
    lia_ref, dpia_ref: the operator's own assessments, required before such use.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_-]{0,15}$")]
    countries: tuple[Country, ...]
    regime: Regime
    features: Mapping[Feature, Stage] = {}
    faces: bool = True
    min_age: int = Field(16, ge=16)
    improve_age: int = Field(18, ge=18)
    notice_days: int = Field(30, ge=30)
    lia_ref: str | None = None
    dpia_ref: str | None = None

    def stage(self, feature: Feature) -> Stage:
        return self.features.get(feature, Stage.OFF)

    def with_stages(self, stages: Mapping[Feature, Stage]) -> "Region":
        return self.model_copy(update={"features": {**self.features, **stages}})

    def as_if_going_on(self) -> "Region":
        """The same with nothing paused: what a pause keeps."""
        going = {f: Stage.LIVE for f, stage in self.features.items() if stage is Stage.PAUSED}
        return self.with_stages(going)

    @property
    def is_assessed(self) -> bool:
        return bool(self.lia_ref and self.dpia_ref)


class Telegram(BaseModel):
    """What Telegram's own terms want before anything teaches an AI, beside the law.

    attestation: who says, and by which paper, that no OK is needed; nothing else counts.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    ai_training_requires: Literal["explicit_ok", "not_needed"] = "explicit_ok"
    attestation: str = ""


class Platform(BaseModel):
    """Where the bot talks."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    telegram: Telegram = Telegram()


class Regions(BaseModel):
    """The whole file; the first region that names a country has it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    region: tuple[Region, ...]
    platform: Platform = Platform()

    @property
    def needs_ok(self) -> bool:
        """Whether silence under a legitimate interest counts for nothing, as Telegram wants it."""
        return self.platform.telegram.ai_training_requires == "explicit_ok"

    def of(self, country: str | None) -> Region | None:
        """The region of a country; None without a country, or where no region takes the rest."""
        if country is None:
            return None
        return next(
            (r for r in self.region if country in r.countries or EVERYWHERE in r.countries), None
        )

    def named(self, name: str) -> Region | None:
        """A region by its id, or the one that a country's code leads to."""
        by_id = next((r for r in self.region if r.id == name.lower()), None)
        return by_id or self.of(name.upper() if COUNTRY.fullmatch(name.upper()) else None)

    def with_stages(self, changes: Mapping[str, Mapping[Feature, Stage]]) -> "Regions":
        """The same with some stages changed, by region; ids that are not there do nothing."""
        changed = tuple(r.with_stages(changes.get(r.id, {})) for r in self.region)
        return self.model_copy(update={"region": changed})


RegionOf = Callable[[str | None], Region | None]


def read_regions(named: str | Path = OPEN) -> Regions:
    """Read a preset by its name, or a file.

    Raises OperatorError for a file that is missing, broken, or that opens what may not be.
    """
    return _read(PRESETS.get(str(named)) or Path(named))


@lru_cache(maxsize=8)
def _read(path: Path) -> Regions:
    try:
        regions = Regions.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise OperatorError(f"The regions file {path} cannot be read: {error}.") from None
    except ValidationError as error:
        where = ".".join(str(part) for part in error.errors()[0]["loc"])
        raise OperatorError(f"The regions file {path} is wrong at {where}.") from None
    _refuse_what_may_not_be(regions.region)
    if not regions.needs_ok and not regions.platform.telegram.attestation.strip():
        raise OperatorError(
            "Training without an OK needs an attestation: see [platform.telegram]."
        )
    return regions


def _refuse_what_may_not_be(regions: Sequence[Region]) -> None:
    for region in regions:
        trains = region.stage(Feature.IMPROVE) is Stage.LIVE
        if trains and region.regime is Regime.EU_LI and not region.is_assessed:
            raise OperatorError(f"Region {region.id} trains without lia_ref and dpia_ref.")
        for feature in NOT_BUILT:
            if region.stage(feature) is not Stage.OFF:
                raise OperatorError(f"Region {region.id} opens {feature}, which is not built.")
