"""Which question about improving may be put: once, after the first edit or publication."""

from datetime import datetime
from enum import StrEnum

from bot.consent.gate import Standing, may_ask, may_inform
from bot.consent.purposes import ASK_AGAIN_AFTER
from bot.consent.regions import Regime
from bot.improve.eligibility import PURPOSE
from storage.consent import ConsentState

SAID_NO = frozenset({ConsentState.REFUSED, ConsentState.WITHDRAWN, ConsentState.OBJECTED})


class Question(StrEnum):
    """Where a yes is the ground, the question; where a legitimate interest is, the notice."""

    CONSENT = "consent"
    NOTICE = "notice"


def question_for(standing: Standing, now: datetime) -> Question | None:
    """What to put to somebody now; None where nothing may be, or it was within twelve months."""
    answer = standing.consents.get(PURPOSE)
    if answer and answer.asked_at and now < answer.asked_at + ASK_AGAIN_AFTER:
        return None
    if standing.regime is Regime.EU_LI:
        return Question.NOTICE if _may_be_told(standing, now) else None
    return Question.CONSENT if may_ask(standing, PURPOSE, now) else None


def _may_be_told(standing: Standing, now: datetime) -> bool:
    """The notice goes out before anything is used: at the stage `notice` already."""
    answer = standing.consents.get(PURPOSE)
    if answer and (answer.state in SAID_NO or (answer.expires_at and now < answer.expires_at)):
        return False
    return may_inform(standing, PURPOSE)
