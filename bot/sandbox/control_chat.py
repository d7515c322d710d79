"""Actions in a chat over HTTP: say, send, press, choose, share."""

import asyncio
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bot.sandbox import acts, arrangements
from bot.sandbox.album import AlbumFile, sample_album
from bot.sandbox.decode import Raw, Upload
from bot.sandbox.errors import bad
from bot.sandbox.offer_view import offer_view
from bot.sandbox.page_view import message_view
from bot.sandbox.person import WAIT_SECONDS, Person
from bot.sandbox.person_media import KINDS, from_somebody
from bot.sandbox.posting import remove
from bot.sandbox.stage import Stage
from bot.sandbox.state import Chat, InlineAnswer, Json, StoredMessage
from bot.sandbox.world import World

OFFER_SECONDS = 10.0
MOST_FILES = 10
STILL_AND_FILM = 2


class ChatControl:
    """Each action takes the person's id and the request's fields and files."""

    def __init__(self, stage: Stage) -> None:
        self._world: World = stage.world
        self._people: dict[int, Person] = {}

    def _acting(self, person: int) -> Person:
        """One scripted person each: `wait` looks at what is new since their last act."""
        if person not in self._people:
            self._people[person] = Person(self._world, self._world.people[person])
        return self._people[person]

    async def wait(self, person: int, raw: Raw) -> Json:
        """The bot's answer, for programs: {contains?, seconds?}."""
        words = raw.fields.get("contains")
        seconds = float(raw.fields.get("seconds") or WAIT_SECONDS)
        try:
            found = await self._acting(person).wait_for(words, seconds)
        except TimeoutError:
            raise bad("nothing came") from None
        return {"message": message_view(self._world, self._world.chats[person], found)}

    async def last_message(self, person: int, _raw: Raw) -> Json:
        chat = self._world.chats[person]
        found = [message for message in chat.messages.values() if message.by_bot]
        return {"message": message_view(self._world, chat, found[-1]) if found else None}

    def _chat(self, person: int, fields: Mapping[str, Any], name: str = "chat_id") -> Chat:
        chat = self._world.chats.get(int(fields.get(name) or person))
        if chat is None or person not in chat.people:
            raise LookupError(name)
        return chat

    def _message(self, chat: Chat, fields: Mapping[str, Any]) -> StoredMessage:
        return chat.messages[int(fields["message_id"])]

    async def say(self, person: int, raw: Raw) -> Json:
        text = str(raw.fields["text"]).strip()
        if not text:
            raise bad("there is nothing to say")
        chat = self._chat(person, raw.fields)
        self._acting(person).mark()
        reply_to = int(raw.fields.get("reply_to") or 0)
        return {"message_id": acts.say(self._world, person, chat, text, reply_to).id}

    async def start(self, person: int, raw: Raw) -> Json:
        self._acting(person).mark()
        text = f"/start {raw.fields.get('payload') or ''}".strip()
        chat = self._world.chats[person]
        return {"message_id": acts.say(self._world, person, chat, text).id}

    async def send(self, person: int, raw: Raw) -> Json:
        kind = str(raw.fields.get("as") or "photo")
        if kind == "live_photo":
            return await self._send_live(person, raw)
        parts = [(kind, upload) for upload in raw.uploads.values()]
        if kind not in KINDS or not 1 <= len(parts) <= MOST_FILES:
            raise bad(f"one to {MOST_FILES} files, as {', '.join(KINDS)}")
        return await self._send(person, raw, parts)

    async def _send_live(self, person: int, raw: Raw) -> Json:
        if len(raw.uploads) != STILL_AND_FILM:
            raise bad("a live photo is a photo and its film, in this order")
        self._acting(person).mark()
        still, film = raw.uploads.values()
        chat = self._chat(person, raw.fields)
        sent = await acts.send_live(self._world, person, chat, still, film)
        return {"message_ids": [sent.id]}

    async def album(self, person: int, raw: Raw) -> Json:
        loop = asyncio.get_running_loop()
        today = self._world.now.date()
        files = await loop.run_in_executor(self._world.pixels, sample_album, today)
        return await self._send(person, raw, [_part(file) for file in files])

    async def _send(self, person: int, raw: Raw, parts: list[tuple[str, Upload]]) -> Json:
        self._acting(person).mark()
        sent = await acts.send_parts(
            self._world,
            person,
            self._chat(person, raw.fields),
            parts,
            caption=str(raw.fields.get("caption") or ""),
            gap_seconds=float(raw.fields.get("gap") or 0),
            reply_to=int(raw.fields.get("reply_to") or 0),
            origin=_origin(raw.fields),
        )
        return {"message_ids": [message.id for message in sent]}

    async def press(self, person: int, raw: Raw) -> Json:
        chat = self._chat(person, raw.fields)
        message = self._message(chat, raw.fields)
        button = message.rows[int(raw.fields["row"])][int(raw.fields["column"])]
        self._acting(person).mark()
        return {"callback_id": acts.press(self._world, person, chat, message, button).id}

    async def inline(self, person: int, raw: Raw) -> Json:
        chat = self._chat(person, raw.fields)
        query, offset = str(raw.fields.get("query") or ""), str(raw.fields.get("offset") or "")
        asked = acts.ask_inline(self._world, person, query, chat, offset)
        try:
            async with asyncio.timeout(OFFER_SECONDS):
                answer = await asyncio.shield(asked.answer)
        except TimeoutError:
            return {"query_id": asked.id, "answered": False} | offer_view(InlineAnswer([], {}))
        return {"query_id": asked.id, "answered": True} | offer_view(answer)

    async def choose(self, person: int, raw: Raw) -> Json:
        asked = self._world.asked[str(raw.fields["query_id"])]
        if asked.person_id != person or not asked.answer.done():
            raise LookupError("query_id")
        chat = self._chat(person, raw.fields)
        result = str(raw.fields["result_id"])
        chosen = acts.choose(self._world, asked, asked.answer.result(), result, chat)
        return {"message_id": chosen.id}

    async def share_chat(self, person: int, raw: Raw) -> Json:
        target = self._chat(person, raw.fields, "target_chat_id")
        number = int(raw.fields["request_id"])
        return {"message_id": arrangements.share_chat(self._world, person, number, target).id}

    async def share_users(self, person: int, raw: Raw) -> Json:
        users = [int(number) for number in raw.fields["user_ids"]]
        number = int(raw.fields["request_id"])
        return {"message_id": arrangements.share_users(self._world, person, number, users).id}

    async def forward(self, person: int, raw: Raw) -> Json:
        source = self._chat(person, raw.fields)
        target = self._chat(person, raw.fields, "target_chat_id")
        message = self._message(source, raw.fields)
        sent = acts.forward(self._world, person, source, message, target)
        return {"message_id": sent.id}

    async def react(self, person: int, raw: Raw) -> Json:
        chat = self._chat(person, raw.fields)
        emoji = raw.fields.get("emoji")
        acts.react(self._world, person, chat, self._message(chat, raw.fields), emoji)
        return {}

    async def delete(self, person: int, raw: Raw) -> Json:
        chat = self._chat(person, raw.fields)
        remove(self._world, chat, [self._message(chat, raw.fields).id])
        return {}

    async def stop(self, person: int, raw: Raw) -> Json:
        acts.stop_generation(self._world, person, int(raw.fields["draft_id"]))
        return {}


def _origin(fields: Mapping[str, Any]) -> Json | None:
    """Forwarded, where it is said when it was sent first: {forwarded_at, forwarded_from?}."""
    said = fields.get("forwarded_at")
    if not said:
        return None
    sent_at = datetime.fromisoformat(str(said))
    return from_somebody(str(fields.get("forwarded_from") or "Mamie"), sent_at)


def _part(file: AlbumFile) -> tuple[str, Upload]:
    seen = "video" if file.mime.startswith("video/") else "photo"
    return "file" if file.as_file else seen, Upload(file.name, file.mime, file.data)
