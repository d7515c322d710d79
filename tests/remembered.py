"""What every bot of a test would find out anew, found out once a process."""

import hashlib
import pickle
import ssl
from collections.abc import Callable
from datetime import timedelta
from functools import cache
from types import SimpleNamespace
from typing import Any, Final, TypeVar, TypeVarTuple

from aiogram.client.session import aiohttp as session
from aiogram.types import Update

from bot.gallery.intake import take_picture
from bot.jobs.pool import Kind, Pool
from bot.looks.restyle import restyle
from bot.looks.sheet import contact_sheet
from bot.vision.look import look_with_faces, look_without_faces

T = TypeVar("T")
Ts = TypeVarTuple("Ts")

# From the same bytes they make the same each time, and the transcripts share a few pictures.
MACHINES: Final = {take_picture, look_with_faces, look_without_faces, restyle, contact_sheet}


class RememberingPool(Pool):
    """What its children answered about a picture, they are not asked again."""

    def __init__(self) -> None:
        super().__init__()
        self._answers: dict[bytes, Any] = {}

    async def run(
        self, function: Callable[[*Ts], T], *args: *Ts, kind: Kind, limit: timedelta
    ) -> T:
        if function not in MACHINES:
            return await super().run(function, *args, kind=kind, limit=limit)
        asked = hashlib.sha256(pickle.dumps((function, args))).digest()
        if asked not in self._answers:
            self._answers[asked] = await super().run(function, *args, kind=kind, limit=limit)
        answer: T = self._answers[asked]
        return answer


def share_certificates() -> None:
    """Each bot's client reads all of them, 45 ms of work, whatever address it has."""
    shared = SimpleNamespace(create_default_context=cache(ssl.create_default_context))
    vars(session)["ssl"] = shared


def let_go_of_updates() -> None:
    """The kind of the last 128 is remembered by aiogram; each holds its bot, so the whole app."""
    vars(Update)["event_type"].fget.cache_clear()
