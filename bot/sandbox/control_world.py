"""Actions on the world over HTTP: who a person is, the clock, what goes wrong."""

import random
from datetime import timedelta

from bot.sandbox import arrangements
from bot.sandbox.decode import Raw
from bot.sandbox.errors import bad
from bot.sandbox.faults import KINDS, Fault
from bot.sandbox.page_view import person_view, profile_view
from bot.sandbox.stage import Stage
from bot.sandbox.state import Json

PUBLIC_NAME = "a_public_channel"
CHANNEL_RIGHTS = ("can_post_messages", "can_edit_messages", "can_delete_messages")


class WorldControl:
    """Each action takes the person's id and the request's fields."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._world = stage.world

    async def person(self, person: int, raw: Raw) -> Json:
        state = self._world.people[person]
        if raw.fields.get("language"):
            state.language_code, state.follows_browser = str(raw.fields["language"]), False
        state.country = raw.fields.get("country", state.country)
        state.is_premium = bool(raw.fields.get("premium", state.is_premium))
        self._world.feed.tell("person", lambda: {"person": person_view(state)})
        if person == self._stage.page_person:  # its menu of commands is in their language
            profile = profile_view(self._world, person)
            self._world.feed.tell("profile", lambda: {"profile": profile})
        return {"person": person_view(state)}

    async def new_person(self, _person: int, raw: Raw) -> Json:
        language = str(raw.fields.get("language") or "en")
        made = self._stage.person(str(raw.fields["first_name"]), language_code=language)
        return {"person": person_view(made.state)}

    async def block(self, person: int, _raw: Raw) -> Json:
        arrangements.set_blocked(self._world, person, blocked=True)
        return {}

    async def unblock(self, person: int, _raw: Raw) -> Json:
        arrangements.set_blocked(self._world, person, blocked=False)
        return {}

    async def business(self, person: int, raw: Raw) -> Json:
        arrangements.set_business(
            self._world,
            person,
            is_enabled=bool(raw.fields.get("connected")),
            can_manage_stories=bool(raw.fields.get("can_manage_stories")),
        )
        return {}

    async def rights(self, person: int, raw: Raw) -> Json:
        chat = self._world.chats[int(raw.fields["chat_id"])]
        if person not in chat.people or chat.kind not in ("channel", "group"):
            raise LookupError("chat_id")
        granted = CHANNEL_RIGHTS if raw.fields.get("admin") else ()
        arrangements.set_rights(self._world, person, chat, *granted)
        return {}

    async def channel(self, person: int, raw: Raw) -> Json:
        """Rename one's channel, open it to anybody, or close it: {chat_id, title?, public?}."""
        chat = self._world.chats[int(raw.fields["chat_id"])]
        if person not in chat.people or chat.kind != "channel":
            raise LookupError("chat_id")
        title = str(raw.fields.get("title") or chat.title).strip()
        is_public = bool(raw.fields.get("public", chat.username))
        username = (chat.username or PUBLIC_NAME) if is_public else None
        arrangements.rename_chat(self._world, chat, title, username)
        return {}

    async def clock(self, _person: int, raw: Raw) -> Json:
        await self._stage.move_clock(timedelta(seconds=float(raw.fields["seconds"])))
        return {"now": self._world.now.isoformat()}

    async def fault(self, _person: int, raw: Raw) -> Json:
        kind = next((kind for kind in KINDS if kind == raw.fields["kind"]), None)
        if kind is None:
            raise bad(f"kinds are {', '.join(KINDS)}")
        fault = Fault(
            method=str(raw.fields["method"]),
            kind=kind,
            times=int(raw.fields.get("times") or 1),
            retry_after=int(raw.fields.get("retry_after") or 1),
            seconds=float(raw.fields.get("seconds") or 1),
        )
        self._stage.faults.add(fault)
        return self._told()

    async def faults_clear(self, _person: int, _raw: Raw) -> Json:
        self._stage.faults.clear()
        return self._told()

    async def flood(self, _person: int, raw: Raw) -> Json:
        self._stage.flood.on = bool(raw.fields["on"])
        return self._told()

    async def random_faults(self, _person: int, raw: Raw) -> Json:
        dice = random.Random(int(raw.fields.get("seed") or 0))  # noqa: S311 no secret hangs on it
        self._stage.faults.random(dice, float(raw.fields["share"]))
        return self._told()

    def _told(self) -> Json:
        faults = self._stage.faults.view()
        facts: Json = {"faults": faults, "flood": self._stage.flood.on}
        self._world.feed.tell("faults", lambda: facts)
        return {"faults": faults}
