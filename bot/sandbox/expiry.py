"""What vanishes by itself: drafts after 30 seconds, chat actions after 5, old stories."""

import asyncio

from bot.sandbox.methods.texts import tell_draft
from bot.sandbox.page_view import story_view
from bot.sandbox.state import Chat, Story
from bot.sandbox.world import World

EVERY_SECONDS = 0.5


class Expiry:
    """Looks only at the chats where something fleeting was shown."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._gone_stories: set[int] = set()

    async def run(self) -> None:
        """Until cancelled."""
        while True:
            await asyncio.sleep(EVERY_SECONDS)
            await self.sweep()

    async def sweep(self) -> None:
        for chat_id in list(self._world.fleeting):
            self._sweep_chat(self._world.chats[chat_id])
        for story in self._world.stories.values():
            if story.expires_at <= self._world.now and story.id not in self._gone_stories:
                self._gone_stories.add(story.id)
                self._tell_story(story)

    def _tell_story(self, story: Story) -> None:
        self._world.feed.tell("story", lambda: {"story": story_view(self._world, story)})

    def _sweep_chat(self, chat: Chat) -> None:
        now = self._world.now
        if chat.draft is not None and chat.draft.expires_at <= now:
            chat.draft = None
            tell_draft(self._world, chat)
        if chat.action is not None and (chat.action_until is None or chat.action_until <= now):
            chat.action = None
            self._world.feed.tell("action", lambda: {"chat_id": chat.id, "action": None})
        if chat.draft is None and chat.action is None:
            self._world.fleeting.discard(chat.id)
