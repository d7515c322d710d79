"""Signed links to the objection page: they open only that, for ninety days, for one person."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from itsdangerous import BadData, TimestampSigner, URLSafeTimedSerializer

from bot.texts import LANGUAGES, Language
from storage.people import PersonId
from storage.vault import CannotOpen, Vault

PATH: Final = "/o/"
OPENS_FOR: Final = timedelta(days=90)
LINK, FORM = "objection", "objection form"  # what is signed for one is worth nothing as the other
FORM_STANDS_FOR: Final = timedelta(days=1)  # the law wants no time limit: a day, then it is anew


@dataclass(frozen=True, slots=True)
class Pointer:
    """Whom a link is for, about which notice, in which language the page speaks."""

    owner: PersonId
    notice: str
    language: Language


class Links:
    """Makes and reads links; the person in one is sealed, so that it tells its reader nothing.

    public_url: the https address that people reach this server at; without it there is no link.
    """

    def __init__(self, vault: Vault, public_url: str | None, now: Callable[[], datetime]) -> None:
        self._vault = vault
        self._public_url = public_url
        self._now = now

    def objection(self, pointer: Pointer) -> str | None:
        """The address of somebody's objection page; None where the server has no address."""
        if self._public_url is None:
            return None
        sealed = urlsafe_b64encode(self._vault.server_seal(pointer.owner.bytes)).decode()
        said = [sealed, pointer.notice, pointer.language]
        return f"{self._public_url}{PATH}{self._signer(LINK).dumps(said)}"

    def read(self, token: str) -> Pointer | None:
        """None for a link that is altered, run out, or made for something else."""
        try:
            sealed, notice, language = self._signer(LINK).loads(token, _seconds(OPENS_FOR))
            owner = PersonId(UUID(bytes=self._vault.server_open(urlsafe_b64decode(sealed))))
        except (BadData, CannotOpen, ValueError, TypeError):
            return None
        return Pointer(owner, notice, language) if language in LANGUAGES else None

    def form(self, token: str) -> str:
        """What the page's form carries, so that no other page can post it in somebody's name."""
        return str(self._signer(FORM).dumps(token))

    def is_our_form(self, form: str, token: str) -> bool:
        try:
            return bool(self._signer(FORM).loads(form, _seconds(FORM_STANDS_FOR)) == token)
        except BadData:
            return False

    def _signer(self, use: str) -> URLSafeTimedSerializer:
        now = self._now

        class OurClock(TimestampSigner):
            def get_timestamp(self) -> int:
                return int(now().timestamp())

        return URLSafeTimedSerializer(self._vault.secret(use.encode()), use, signer=OurClock)


def _seconds(span: timedelta) -> int:
    return int(span.total_seconds())
