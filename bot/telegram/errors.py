"""What the wire says when a message did not simply arrive.

PepiteError
├── OutcomeUnknown   it may have arrived: counted, never sent again
└── PersonBlocked    the person, or their chat, no longer wants the bot
"""

from typing import Final

from aiogram.exceptions import AiogramError
from aiohttp import ClientError

from bot.errors import PepiteError

# A 502 in HTML is a decode error, downloads raise aiohttp's own: one tuple for both.
WIRE_ERRORS: Final = (AiogramError, ClientError, TimeoutError)


class OutcomeUnknown(PepiteError):
    """The connection broke after the message left; it may have arrived."""


class PersonBlocked(PepiteError):
    """403: the bot may not write there any more."""


SETTLED: Final = (OutcomeUnknown, PersonBlocked)
