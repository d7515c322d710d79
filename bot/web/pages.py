"""The pages for people: where they object, and what exactly they were told."""

from typing import Protocol

from aiohttp import web

from bot.consent.registrar import Registrar
from bot.web.notices import NoticePages
from bot.web.objection import ObjectionPage


class Page(Protocol):
    """Something with addresses of its own."""

    def add_to(self, app: web.Application) -> None: ...


def pages_of(registrar: Registrar) -> tuple[Page, ...]:
    return ObjectionPage(registrar.interest.links, registrar), NoticePages(registrar.notices)
