"""Why the endpoint gave no answer: one error, and a reason that has a sentence.

PepiteError
└── RemoteUnavailable    the embedded engine answers; handlers say `remote-why-<reason>`
"""

from enum import StrEnum

from bot.errors import PepiteError


class Reason(StrEnum):
    """Each has a sentence for the person, named after its value."""

    NOT_SET = "not-set"  # the operator named no endpoint, or no model for it
    BUSY = "busy"  # 429
    SLOW = "slow"
    BROKEN = "broken"  # 5xx, junk, half-sent, dropped, redirected
    RESTING = "resting"  # it failed a few times: nobody waits for it for a minute
    BUDGET = "budget"  # what one person may use in a day is used up
    REFUSED = "refused"  # 4xx, or its content policy

    @property
    def text_id(self) -> str:
        return f"remote-why-{self.value}"


class RemoteUnavailable(PepiteError):
    """No answer, or only a part of one, came from the endpoint.

    may_repeat: nothing was understood out there, so a second try can help.
    """

    def __init__(self, reason: Reason, *, may_repeat: bool = False) -> None:
        super().__init__(reason.value)
        self.reason = reason
        self.may_repeat = may_repeat
