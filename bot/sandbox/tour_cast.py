"""Who plays the ten points, and where they live: the country decides what is asked."""

from dataclasses import dataclass
from typing import Final

from bot.texts import Language


@dataclass(frozen=True, slots=True)
class Role:
    """Somebody, and the country that they say."""

    name: str
    country: str


@dataclass(frozen=True, slots=True)
class Cast:
    """The people of one language.

    host: plays most of the points, where no learning is asked about. european: is told of it.
    teacher: is asked about it. waits: where the gallery is not open. friend: has a chat with all.
    """

    language: Language
    host: Role
    european: Role
    teacher: Role
    waits: Role
    friend: str
    operator: str


CASTS: Final = (
    Cast(
        language="fr",
        host=Role("Awa", "SN"),
        european=Role("Hugo", "BE"),
        teacher=Role("Marc", "CA"),
        waits=Role("Chloé", "FR"),
        friend="Félix",
        operator="Nadia",
    ),
    Cast(
        language="en",
        host=Role("Grace", "NZ"),
        european=Role("Maeve", "IE"),
        teacher=Role("Emma", "US"),
        waits=Role("Asha", "IN"),
        friend="Kit",
        operator="Noor",
    ),
)
