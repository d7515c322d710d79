"""The exact text of a notice, byte for byte as published: what a receipt's address leads to."""

from aiohttp import web

from bot.consent.notices import PAGES, Notices
from bot.texts import LANGUAGES
from bot.web.headers import HEADERS


class NoticePages:
    """Plain text: its hash is the one that a receipt names."""

    def __init__(self, notices: Notices) -> None:
        self._notices = notices

    def add_to(self, app: web.Application) -> None:
        app.router.add_get(PAGES + "{name}/{version}/{language}.md", self.show)

    async def show(self, request: web.Request) -> web.Response:
        said = request.match_info
        notice = self._notices.of(f"{said['name']}/{said['version']}")
        language = next((one for one in LANGUAGES if one == said["language"]), None)
        if notice is None or language is None:
            return web.Response(status=404, headers=HEADERS)
        text = notice.wordings[language].published
        return web.Response(body=text, content_type="text/plain", charset="utf-8", headers=HEADERS)
