"""Every purpose: on what basis it rests in each regime, what it needs, how long it keeps."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from bot.consent.regions import Feature, Regime
from storage.personal_data import Purpose

CONSENT_LASTS: Final = timedelta(days=365)  # P12M: Québec's Law 25 wants consent temporary
ASK_AGAIN_AFTER: Final = timedelta(days=365)  # twice what the CNIL calls good practice


class Basis(StrEnum):
    """Why a purpose may be processed at all."""

    ALWAYS = "always"  # proof and safety: a legal duty, or shown and open to objection
    SERVICE = "service"  # what the person uses: a contract, started by their first answer
    ACT = "act"  # each single tap
    REHEARSAL = "rehearsal"  # one photo, ten minutes
    CONSENT = "consent"
    LEGITIMATE_INTEREST = "legitimate_interest"  # on Telegram it needs an explicit OK as well
    OFF = "off"


@dataclass(frozen=True, slots=True)
class Rule:
    """What the gate knows of a purpose.

    basis: by regime; a regime that is not named is off.
    feature: what must be live where the person lives.
    requires: the purpose whose consent must hold too.
    is_flag: answered together with what it requires, withdrawn alone or with it.
    at_any_age: the birth year is not even asked: less is kept so.
    """

    basis: Mapping[Regime, Basis]
    retention: str
    feature: Feature | None = None
    requires: Purpose | None = None
    is_flag: bool = False
    for_adults: bool = False
    at_any_age: bool = False


def _everywhere(basis: Basis) -> Mapping[Regime, Basis]:
    return MappingProxyType(dict.fromkeys(Regime, basis))


_CONSENT: Final = _everywhere(Basis.CONSENT)
_IMPROVE: Final = MappingProxyType(
    {
        Regime.US_CONSENT: Basis.CONSENT,
        Regime.CA_CONSENT: Basis.CONSENT,
        Regime.EU_LI: Basis.LEGITIMATE_INTEREST,
    }
)

RULES: Final[Mapping[Purpose, Rule]] = MappingProxyType(
    {
        Purpose.CORE_SERVICE: Rule(
            _everywhere(Basis.SERVICE), "until forgotten or erased", Feature.GALLERY
        ),
        Purpose.SUGGEST_ANALYSE: Rule(
            _CONSENT, "drafts 30 days; what was seen as the media", Feature.GALLERY
        ),
        Purpose.SUGGEST_REHEARSE: Rule(
            _everywhere(Basis.REHEARSAL), "nothing is kept", Feature.GALLERY
        ),
        Purpose.SUGGEST_EXTERNAL_AI: Rule(
            _CONSENT, "calls noted 12 months; chats 90 days; other answers as drafts",
            Feature.GALLERY, Purpose.SUGGEST_ANALYSE,
        ),
        Purpose.SHARE_PUBLISH: Rule(_everywhere(Basis.ACT), "posts 12 months", Feature.PUBLISH),
        Purpose.NUDGE_MEMORIES: Rule(
            _CONSENT, "until switched off", Feature.GALLERY, Purpose.SUGGEST_ANALYSE
        ),
        Purpose.IMPROVE_CHOICES: Rule(
            _IMPROVE, "24 months at most", Feature.IMPROVE, for_adults=True
        ),
        Purpose.IMPROVE_MEDIA: Rule(
            _IMPROVE, "24 months at most", Feature.IMPROVE_MEDIA, for_adults=True
        ),
        Purpose.IMPROVE_AI_CHAT: Rule(
            _IMPROVE, "24 months at most", Feature.IMPROVE_CHAT, for_adults=True
        ),
        Purpose.INFORM_LAUNCH: Rule(
            _CONSENT, "until the launch, 12 months at most", at_any_age=True
        ),
        Purpose.SAFETY_ABUSE: Rule(_everywhere(Basis.ALWAYS), "30 days"),
        Purpose.PROOF_LEDGER: Rule(_everywhere(Basis.ALWAYS), "3 years after the end"),
        Purpose.FACE_BOXES: Rule(
            MappingProxyType({r: Basis.CONSENT for r in Regime if r is not Regime.US_CONSENT}),
            "as the media", Feature.GALLERY, Purpose.SUGGEST_ANALYSE, is_flag=True,
        ),
        Purpose.PLACES: Rule(
            _CONSENT, "as the media", Feature.GALLERY, Purpose.SUGGEST_ANALYSE, is_flag=True
        ),
    }
)  # fmt: skip


def flags_of(purpose: Purpose) -> tuple[Purpose, ...]:
    """What is answered in the same breath, because its notice says so."""
    return tuple(p for p, rule in RULES.items() if rule.is_flag and rule.requires is purpose)


def dependants_of(purpose: Purpose) -> tuple[Purpose, ...]:
    """What cannot go on without this purpose."""
    return tuple(p for p, rule in RULES.items() if rule.requires is purpose)


def is_withdrawable(purpose: Purpose) -> bool:
    """Whether it rests on an answer anywhere, so that the answer can be taken back."""
    answers = {Basis.CONSENT, Basis.LEGITIMATE_INTEREST}
    return not answers.isdisjoint(RULES[purpose].basis.values())
