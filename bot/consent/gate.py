"""The gate: `may()` answers every "may I?", from facts alone, and no is its first answer."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Final

from bot.consent.ages import LEAST_AGE
from bot.consent.purposes import ASK_AGAIN_AFTER, RULES, Basis, Rule
from bot.consent.regions import Feature, Regime, Region, Stage
from storage.consent import Consent, ConsentState
from storage.people import AgeBand
from storage.personal_data import Purpose

OPEN_STATES: Final = frozenset({ConsentState.GIVEN, ConsentState.RENEWED})


@dataclass(frozen=True, slots=True)
class Standing:
    """All that the gate knows of a person; None is "not said yet".

    region: of their country, None while the country is unknown.
    is_frozen: erasing, or under review; nothing is processed.
    unavailable: what this server does not do for anybody, because the operator set no endpoint.
    needs_ok: the platform wants an OK where by law a notice without an objection would do.
    """

    age_band: AgeBand | None = None
    country: str | None = None
    region: Region | None = None
    consents: Mapping[Purpose, Consent] = field(default_factory=dict)
    is_frozen: bool = False
    is_blocked: bool = False
    rehearsal_until: datetime | None = None
    unavailable: frozenset[Purpose] = frozenset()
    needs_ok: bool = True

    @property
    def is_open(self) -> bool:
        """Whether photos are taken in where they live; before, there is only waiting."""
        return self.region is not None and self.region.stage(Feature.GALLERY) is Stage.LIVE

    @property
    def regime(self) -> Regime | None:
        return self.region.regime if self.region else None

    def state(self, purpose: Purpose) -> ConsentState | None:
        consent = self.consents.get(purpose)
        return consent.state if consent else None


def may(standing: Standing, purpose: Purpose, now: datetime) -> bool:
    """Whether this person's data may be processed for this purpose, now."""
    rule = RULES[purpose]
    region = standing.region
    if region is None:
        return _always(rule)
    basis = rule.basis.get(region.regime, Basis.OFF)
    if basis is Basis.ALWAYS:
        return True
    return (
        not standing.is_frozen
        and not standing.is_blocked
        and purpose not in standing.unavailable
        and _is_old_enough(standing.age_band, region, rule)
        and _is_open_there(region, purpose, rule)
        and _holds(standing, region, purpose, basis, now)
        and (rule.requires is None or may(standing, rule.requires, now))
    )


def may_see(standing: Standing) -> bool:
    """Whether one's own things may be shown, given back and forgotten: always, once let in.

    What stops all the rest (a pause, a country that closed again) does not stop that.
    """
    return standing.region is not None and _is_welcomed(standing)


def may_ask(standing: Standing, purpose: Purpose, now: datetime) -> bool:
    """Whether the question may be put: a yes would open the gate, and no answer is recent.

    An answer stands for twelve months; the person may change it themselves at any time.
    """
    return not _is_settled(standing.consents.get(purpose), now) and may_answer(
        standing, purpose, now
    )


def may_answer(standing: Standing, purpose: Purpose, now: datetime) -> bool:
    """Whether a yes to this purpose would open the gate, or an OK after a notice count.

    An objection is lifted only under a text that was shown again since.
    """
    if has_objected(standing.consents.get(purpose)):
        return False
    if _rests_on_interest(standing, purpose):
        told = standing.consents.get(purpose)
        return told is not None and told.asked_at is not None and may_inform(standing, purpose)
    yes = Consent(ConsentState.GIVEN, now, asked_at=now - timedelta(days=365))
    return may(replace(standing, consents={**standing.consents, purpose: yes}), purpose, now)


def may_inform(standing: Standing, purpose: Purpose) -> bool:
    """Whether a notice may go out, and be answered: before anything is used already."""
    region, rule = standing.region, RULES[purpose]
    if region is None or rule.feature is None or standing.is_frozen or standing.is_blocked:
        return False
    is_open = region.stage(rule.feature) in {Stage.NOTICE, Stage.LIVE}
    by_interest = _rests_on_interest(standing, purpose)
    return by_interest and is_open and _is_old_enough(standing.age_band, region, rule)


def has_objected(consent: Consent | None) -> bool:
    """An objection that stands: nothing was shown again since, at the person's own wish."""
    if consent is None or consent.state is not ConsentState.OBJECTED:
        return False
    return consent.asked_at is None or consent.asked_at <= consent.at


def permits(standing: Standing, purpose: Purpose, now: datetime) -> bool:
    """Whether the person's part is done: a yes that is valid; silence where no OK is needed."""
    consent = standing.consents.get(purpose)
    if is_valid(consent, now):
        return True
    is_silent = consent is not None and consent.state is ConsentState.ASKED
    return is_silent and not standing.needs_ok and _rests_on_interest(standing, purpose)


def is_valid(consent: Consent | None, now: datetime) -> bool:
    """Given, begun, and not run out."""
    return (
        consent is not None
        and consent.state in OPEN_STATES
        and consent.at <= now
        and (consent.expires_at is None or now < consent.expires_at)
    )


def _is_settled(answered: Consent | None, now: datetime) -> bool:
    if answered is None:
        return False
    if answered.state in {ConsentState.REFUSED, ConsentState.WITHDRAWN}:
        return now < answered.at + ASK_AGAIN_AFTER
    return answered.state is ConsentState.OBJECTED or is_valid(answered, now)


def _always(rule: Rule) -> bool:
    return set(rule.basis.values()) == {Basis.ALWAYS}


def _is_old_enough(band: AgeBand | None, region: Region, rule: Rule) -> bool:
    if rule.at_any_age:
        return True
    least = region.improve_age if rule.for_adults else region.min_age
    return band is not None and LEAST_AGE[band] >= least


def _is_open_there(region: Region, purpose: Purpose, rule: Rule) -> bool:
    if purpose is Purpose.INFORM_LAUNCH:  # only where there is something to wait for
        return region.stage(Feature.GALLERY) is Stage.WAITLIST
    if purpose is Purpose.FACE_BOXES and not region.faces:
        return False
    return rule.feature is not None and region.stage(rule.feature) is Stage.LIVE


def _holds(
    standing: Standing, region: Region, purpose: Purpose, basis: Basis, now: datetime
) -> bool:
    consent = standing.consents.get(purpose)
    if basis is Basis.CONSENT:
        return is_valid(consent, now)
    if basis is Basis.LEGITIMATE_INTEREST:
        return permits(standing, purpose, now) and _window_is_over(consent, region, now)
    if basis is Basis.REHEARSAL:
        return standing.rehearsal_until is not None and now < standing.rehearsal_until
    return basis in {Basis.SERVICE, Basis.ACT} and _is_welcomed(standing)


def _rests_on_interest(standing: Standing, purpose: Purpose) -> bool:
    basis = RULES[purpose].basis
    return standing.regime is not None and basis.get(standing.regime) is Basis.LEGITIMATE_INTEREST


def _is_welcomed(standing: Standing) -> bool:
    """The first question was answered, whichever way: before that nothing is kept."""
    return standing.state(Purpose.SUGGEST_ANALYSE) not in {None, ConsentState.ASKED}


def _window_is_over(consent: Consent | None, region: Region, now: datetime) -> bool:
    """Under a legitimate interest the notice stands for a month before anything is used."""
    asked_at = consent.asked_at if consent else None
    return (
        region.is_assessed
        and asked_at is not None
        and asked_at + timedelta(days=region.notice_days) <= now
    )
