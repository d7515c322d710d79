"""What the page and other programs can do, over HTTP: the same deeds as the scripted person."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from aiohttp import web

from bot.sandbox.control_chat import ChatControl
from bot.sandbox.control_world import WorldControl
from bot.sandbox.decode import Raw, read
from bot.sandbox.errors import ApiError
from bot.sandbox.stage import Stage
from bot.sandbox.state import Json

Action = Callable[[int, Raw], Awaitable[Json]]
JSON_OR_FORM = ("application/json", "multipart/form-data")


class Control:
    """`POST api/NAME`: find the action, find the person, answer with JSON."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        chat, world = ChatControl(stage), WorldControl(stage)
        self._actions: Mapping[str, Action] = {
            "say": chat.say,
            "start": chat.start,
            "send": chat.send,
            "album": chat.album,
            "press": chat.press,
            "inline": chat.inline,
            "choose": chat.choose,
            "share_chat": chat.share_chat,
            "share_users": chat.share_users,
            "forward": chat.forward,
            "react": chat.react,
            "delete": chat.delete,
            "stop": chat.stop,
            "wait": chat.wait,
            "last_message": chat.last_message,
            "new_person": world.new_person,
            "person": world.person,
            "block": world.block,
            "unblock": world.unblock,
            "business": world.business,
            "rights": world.rights,
            "channel": world.channel,
            "clock": world.clock,
            "fault": world.fault,
            "faults_clear": world.faults_clear,
            "flood": world.flood,
            "random_faults": world.random_faults,
        }

    async def act(self, request: web.Request) -> web.Response:
        action = self._actions.get(request.match_info["action"])
        if action is None:
            raise web.HTTPNotFound
        if request.content_type not in JSON_OR_FORM:
            return _refused("JSON or a form is expected")
        try:
            raw = await read(request)
            answer = await action(self._person(raw.fields), raw)
        except ApiError as error:
            return _refused(error.description)
        except (KeyError, LookupError, TypeError, ValueError) as error:
            return _refused(f"missing or wrong: {error}")
        return web.json_response({"ok": True} | answer)

    def _person(self, fields: Mapping[str, Any]) -> int:
        self._stage.furnish()
        number = int(fields.get("person") or self._stage.page_person)
        if number not in self._stage.world.people:
            raise LookupError("person")
        return number


def _refused(reason: str) -> web.Response:
    return web.json_response({"ok": False, "error": reason}, status=400)
