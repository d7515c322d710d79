"""Updates by webhook: only from who knows the secret, and confirmed once they are kept."""

import hmac
import json
import logging
from typing import Final

from aiohttp import web

from bot.errors import OperatorError
from bot.telegram.inbox import Inbox
from bot.telegram.updates import RawUpdate
from storage.telegram import DATABASE_ERRORS

log = logging.getLogger(__name__)

PATH: Final = "/telegram"
MAX_BYTES: Final = 1024 * 1024  # an update is a few kilobytes
HEADER: Final = "X-Telegram-Bot-Api-Secret-Token"


class Webhook:
    """One route. Raises OperatorError without a secret: anybody could speak as Telegram."""

    def __init__(self, inbox: Inbox, secret: str) -> None:
        if not secret:
            raise OperatorError("A webhook needs PEPITE_WEBHOOK_SECRET: a long random word.")
        self._inbox = inbox
        self._secret = secret.encode()

    async def answer(self, request: web.Request) -> web.Response:
        """200 once the update is on the disk; on 503 Telegram brings it again."""
        # Compared as bytes: a header may hold anything, and no guess learns from the time.
        told = request.headers.get(HEADER, "").encode(errors="surrogateescape")
        if not hmac.compare_digest(told, self._secret):
            return web.Response(status=401)
        update = _parsed(await request.read())
        if update is None:
            return web.Response(status=400)
        try:
            await self._inbox.receive([update])
        except DATABASE_ERRORS:
            log.exception("an update could not be kept")
            return web.Response(status=503)
        return web.Response()


def _parsed(body: bytes) -> RawUpdate | None:
    try:
        update = json.loads(body)
    except ValueError:
        return None
    if not isinstance(update, dict) or type(update.get("update_id")) is not int:
        return None
    return update
