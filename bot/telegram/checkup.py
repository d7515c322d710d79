"""What Telegram says of this bot, asked plainly and before anything runs, for `pepite doctor`."""

from dataclasses import dataclass
from typing import Any, Final

import aiohttp

from bot.errors import PepiteError

PATIENCE: Final = aiohttp.ClientTimeout(total=10)


class Unreachable(PepiteError):
    """No Bot API server answers there, or not as one would; the message says how."""


class TokenRefused(PepiteError):
    """The server answers and does not know the token."""


@dataclass(frozen=True, slots=True)
class Account:
    """The bot as Telegram knows it. webhook_error: what kept the last update from arriving."""

    username: str
    has_inline: bool
    has_business: bool
    webhook_url: str
    webhook_error: str
    waiting: int


async def look_up(api: str, token: str) -> Account:
    """Raises Unreachable or TokenRefused. The token is in the address and in no message."""
    async with aiohttp.ClientSession(timeout=PATIENCE) as session:
        me = await _ask(session, f"{api}/bot{token}/getMe")
        webhook = await _ask(session, f"{api}/bot{token}/getWebhookInfo")
    return Account(
        username=me.get("username", ""),
        has_inline=me.get("supports_inline_queries", False),
        has_business=me.get("can_connect_to_business", False),
        webhook_url=webhook.get("url", ""),
        webhook_error=webhook.get("last_error_message", ""),
        waiting=webhook.get("pending_update_count", 0),
    )


async def _ask(session: aiohttp.ClientSession, address: str) -> dict[str, Any]:
    try:
        async with session.get(address) as answer:
            if answer.status in {401, 404}:
                raise TokenRefused
            told = await answer.json()
    except TimeoutError:
        raise Unreachable("it does not answer within ten seconds") from None
    except aiohttp.ContentTypeError:
        raise Unreachable("what answers there is no Bot API server") from None
    except aiohttp.ClientError as error:
        raise Unreachable(f"it cannot be reached ({type(error).__name__})") from None
    if not isinstance(told, dict) or not isinstance(told.get("result"), dict):
        raise Unreachable("what answers there is no Bot API server")
    return dict(told["result"])
