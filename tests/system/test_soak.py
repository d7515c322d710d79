"""Random faults and six kills: nothing that was given is lost, nothing is said twice."""

import asyncio
import random
from collections import Counter
from itertools import islice

from bot.app import read_texts
from bot.sandbox.person import Person
from tests.system.conftest import Scene

SEED = 2026
KILLS = 6
FAULTS = 0.03
CONFIRMED = 3


class Soak:
    """People give albums to a bot that is killed again and again."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.dice = random.Random(SEED)
        self.people = [scene.sandbox.person(name) for name in ("Lou", "Max", "Ana")]
        self.given = 0
        self.albums: Counter[int] = Counter()
        self._welcomed: dict[int, int] = {}

    async def begin(self) -> None:
        self.scene.bot.start()
        await self.scene.welcome(*self.people)
        self._welcomed = {person.id: len(person.from_bot) for person in self.people}
        self.scene.sandbox.faults.random(random.Random(SEED), FAULTS)

    async def give_and_kill(self) -> None:
        """A kill counts once at least three updates were confirmed."""
        seen = self.scene.confirmed()
        person = self.dice.choice(self.people)
        parts = list(islice(self.scene.pictures, self.dice.randint(CONFIRMED, 5)))
        self.albums[person.id] += 1
        self.given += len(parts)
        await person.send_album(parts)
        await self.dice.choice(self.people).say(f"hello {self.given}")
        async with asyncio.timeout(120):
            while self.scene.confirmed() < seen + CONFIRMED:  # noqa: ASYNC110  no bell
                await asyncio.sleep(0.005)
        await asyncio.sleep(self.dice.uniform(0, 0.99))
        self.scene.bot.kill()
        self.scene.bot.start()

    async def end(self) -> None:
        self.scene.sandbox.faults.clear()
        await self.scene.quiet(300)
        assert await self.scene.bot.stop() == 0

    def collages(self, person: Person) -> int:
        answers = person.from_bot[self._welcomed[person.id] :]
        return sum(bool(message.photo) for message in answers)

    def replies(self) -> int:
        """Answers to the plain words that were said, one a kill."""
        help_begins = read_texts()["en"]("assistant-help").split("\n", maxsplit=1)[0]
        return sum(
            message.words.startswith(help_begins)
            for person in self.people
            for message in person.from_bot
        )


async def test_six_kills_among_faults_lose_no_media_and_post_nothing_twice(scene: Scene) -> None:
    soak = Soak(scene)
    await soak.begin()
    for _ in range(KILLS):
        await soak.give_and_kill()
    await soak.end()

    assert scene.ask("PRAGMA integrity_check") == [("ok",)]
    assert scene.count("media", "state = 'kept'") == scene.count("media") == soak.given
    assert soak.replies() <= KILLS
    for person in soak.people:
        assert soak.collages(person) <= soak.albums[person.id]
    sent, unknown = (scene.count("outbox", f"state = '{state}'") for state in ("sent", "unknown"))
    assert sent <= scene.posted() <= sent + unknown
    assert unknown <= 2 * KILLS  # a kill or a fault each, and not every one strikes a send
