"""Whether the bot is well, for whoever watches it: numbers about work, none about people."""

from aiohttp import web

from storage.open import Storage
from storage.telegram import DATABASE_ERRORS


class Health:
    """200 when the database answers, else 503; how many sends ended nobody knows how."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage

    async def answer(self, _request: web.Request) -> web.Response:
        try:
            async with self._storage.read() as tx:
                unknown = await tx.telegram.count_unknown()
        except DATABASE_ERRORS:
            return web.json_response({"database": "away"}, status=503)
        return web.json_response({"database": "here", "unknown_sends": unknown})
