"""The Eye: asks the child that holds the networks to look at a picture."""

from datetime import timedelta

from bot.jobs.pool import Kind, Pool
from bot.pixels.glance import Glance
from bot.vision.look import look_with_faces, look_without_faces
from bot.vision.sight import Sight

LIMIT = timedelta(seconds=20)  # 100 ms on a desk, a hundred times that on a busy small server


class Eye:
    """Sees in the pool; who may be looked at, and whether for faces, is asked before."""

    def __init__(self, pool: Pool) -> None:
        self._pool = pool

    async def look(self, data: bytes | Glance, *, faces: bool) -> Sight:
        """Raises the refusals of bot.pixels and what the pool raises."""
        return (await self.look_apart(data, faces=faces))[1]

    async def look_apart(self, data: bytes | Glance, *, faces: bool) -> tuple[Sight, Sight]:
        """One look: what is known without any face, and all that is. Raises as `look` does."""
        machine = look_with_faces if faces else look_without_faces
        return await self._pool.run(machine, data, kind=Kind.EYES, limit=LIMIT)
