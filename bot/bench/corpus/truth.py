"""What is known of every media of the corpus, because somebody decided it."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.bench.corpus.bases import Base
from bot.bench.corpus.lens import Camera, Change
from bot.gallery.facts import Place, TakenAt
from bot.vision.sight import PictureKind


@dataclass(frozen=True, slots=True)
class Town:
    """Where things happen: degrees, a zone, and the place that facts would give it."""

    place: Place
    latitude: float
    longitude: float
    zone: str


@dataclass(frozen=True, slots=True)
class Truth:
    """One media: how to make it, what it is, and what a gallery would be told about it.

    base: the photograph or the drawing behind it. take: near-twins share it, and nothing else.
    event: what it belongs to; drawings belong to nothing.
    happened: local time, when the shutter opened; stated: what its facts say, right or wrong.
    album, order: what was given in one go, and its place there.
    is_held_out: no threshold was found on its style.
    """

    key: str
    kind: PictureKind
    style: str
    seed: int
    base: Base | None = None
    camera: Camera = field(default_factory=Camera)
    take: str = ""
    change: Change = Change.NONE
    event: str | None = None
    person: str = ""
    town: Town | None = None
    happened: datetime | None = None
    stated: TakenAt | None = None
    has_place: bool = False
    album: str = ""
    order: int = 0
    faces: int = 0
    is_held_out: bool = False
    is_blurred: bool = False
    is_night: bool = False

    @property
    def base_name(self) -> str:
        """Two media with one name show the same thing."""
        return self.base.name if self.base else f"{self.style}-{self.seed}"

    @property
    def place(self) -> Place | None:
        return self.town.place if self.town and self.has_place else None

    def record(self) -> dict[str, Any]:
        """For the truth file that lies beside pictures written to a folder."""
        taken = self.stated
        return {
            "kind": self.kind.value,
            "style": self.style,
            "held_out": self.is_held_out,
            "base": self.base_name,
            "real_photograph": bool(self.base and self.base.is_real),
            "take": self.take,
            "change": self.change.value,
            "event": self.event,
            "person": self.person,
            "town": self.town.place.name if self.town else None,
            "zone": self.town.zone if self.town else None,
            "happened": self.happened.isoformat() if self.happened else None,
            "stated": taken.first.isoformat() if taken else None,
            "stated_time": taken.time.isoformat() if taken and taken.time else None,
            "is_guess": bool(taken and taken.is_guess),
            "album": self.album,
            "order": self.order,
            "faces": self.faces,
            "blurred": self.is_blurred,
            "night": self.is_night,
        }
