"""The objection page: no script, no login; looking changes nothing, posting twice is once."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final, Protocol

from aiohttp import web
from babel.dates import format_datetime
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bot.consent.links import PATH, Links, Pointer
from bot.consent.objection import Objection, Scope
from bot.texts import Language, Texts, babel_locale, language_asked, load_texts
from bot.web.headers import HEADERS
from storage.people import PersonId

HERE: Final = Path(__file__).parent
LONGEST_COMMENT: Final = 500
STYLE: Final = "/style.css"


class Objects(Protocol):
    """Whoever records an objection; bot.consent.registrar does."""

    async def objected(
        self, owner: PersonId, scope: Scope, language: Language, comment: str
    ) -> Objection | None: ...


class ObjectionPage:
    """A form behind a signed link, its confirmation, and the receipt to keep."""

    def __init__(self, links: Links, registrar: Objects) -> None:
        self._links = links
        self._registrar = registrar

    def add_to(self, app: web.Application) -> None:
        app.router.add_get(PATH + "{token}", self.show)
        app.router.add_post(PATH + "{token}", self.take)
        app.router.add_get(STYLE, style)

    async def show(self, request: web.Request) -> web.Response:
        """Link previews fetch this too, so nothing is read of the person and nothing written."""
        token = request.match_info["token"]
        pointer = self._links.read(token)
        if pointer is None:
            return _page("closed", _spoken(request), status=404)
        return self._form(pointer, token)

    async def take(self, request: web.Request) -> web.Response:
        token = request.match_info["token"]
        pointer = self._links.read(token)
        if pointer is None:
            return _page("closed", _spoken(request), status=404)
        said = {name: str(value) for name, value in (await request.post()).items()}
        problem = self._problem(said, token)
        if problem:
            return self._form(pointer, token, said=said, problem=problem, status=422)
        scope, comment = Scope(said["scope"]), said.get("comment", "")
        done = await self._registrar.objected(pointer.owner, scope, pointer.language, comment)
        if done is None:
            return _page("nothing", pointer.language)
        at = format_datetime(done.at, "long", locale=babel_locale(pointer.language))
        return _page("done", pointer.language, done=done, at=at)

    def _problem(self, said: Mapping[str, str], token: str) -> str | None:
        """The id of what must be mended; an objection itself never needs a reason."""
        if not self._links.is_our_form(said.get("form", ""), token):
            return "objection-problem-form"
        if said.get("scope") not in set(Scope):
            return "objection-problem-scope"
        if len(said.get("comment", "")) > LONGEST_COMMENT:
            return "objection-problem-comment"
        return None

    def _form(
        self,
        pointer: Pointer,
        token: str,
        *,
        said: Mapping[str, str] | None = None,
        problem: str | None = None,
        status: int = 200,
    ) -> web.Response:
        said = said or {}
        return _page(
            "form",
            pointer.language,
            status=status,
            form=self._links.form(token),
            scopes=list(Scope),
            chosen=said.get("scope") or Scope.EVERYTHING,
            comment=said.get("comment", ""),
            longest=LONGEST_COMMENT,
            problem=problem,
        )


async def style(_request: web.Request) -> web.Response:
    return web.Response(
        text=_read("style.css"), content_type="text/css", headers={"Cache-Control": "max-age=3600"}
    )


def _page(name: str, language: Language, *, status: int = 200, **facts: object) -> web.Response:
    t = _texts()[language]
    shown = (
        _templates().get_template(f"objection_{name}.html.j2").render(t=t, style=STYLE, **facts)
    )
    return web.Response(text=shown, content_type="text/html", status=status, headers=HEADERS)


def _spoken(request: web.Request) -> Language:
    """For whoever comes with a link that says nothing: what their browser asks for."""
    return language_asked(request.headers.get("Accept-Language", ""))


@cache
def _texts() -> Mapping[Language, Texts]:
    return load_texts([HERE], stem="objection.")


@cache
def _templates() -> Environment:
    loader = FileSystemLoader(HERE)
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined)


@cache
def _read(name: str) -> str:
    return (HERE / name).read_text(encoding="utf-8")
