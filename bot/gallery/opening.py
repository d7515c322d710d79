"""What was given, opened in a child and looked at: a picture once, a film a few times over."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Final

from bot.gallery.intake import Intake, take_closed_film, take_film, take_picture
from bot.jobs.pool import Kind, Pool, PoolError
from bot.pixels.film import FilmUnsupported
from bot.vision.eye import Eye
from bot.vision.together import Look, Together, together
from storage.gallery import MediaKind

INTAKE_LIMIT: Final = timedelta(seconds=5)  # more than any honest picture needs
WITHOUT_PLACE: Final = False
GIF: Final = b"GIF8"  # an animation that Telegram left as it was


@dataclass(frozen=True, slots=True)
class Found:
    """A film with its poster. look: what is known without any face, and all that is; None where
    nobody may look, or nothing can be seen.
    """

    intake: Intake
    look: Look | None = None


async def open_given(pool: Pool, kind: MediaKind, content: bytes, *, with_place: bool) -> Intake:
    """A film that is too much for a child is kept all the same, never opened.

    Raises the refusals of `bot.pixels`, and of pictures what the pool raises.
    """
    if kind is not MediaKind.VIDEO or content.startswith(GIF):
        return await pool.run(
            take_picture, content, with_place, kind=Kind.OPEN, limit=INTAKE_LIMIT
        )
    for machine in (take_film, take_closed_film):
        try:
            return await pool.run(machine, content, with_place, kind=Kind.OPEN, limit=INTAKE_LIMIT)
        except PoolError:
            continue
    return Intake(clean=content, is_film=True)


async def film_of_live(pool: Pool, content: bytes) -> bytes | None:
    """The moving seconds of a live photo, without their place; None for what is no film."""
    try:
        film = await pool.run(
            take_closed_film, content, WITHOUT_PLACE, kind=Kind.OPEN, limit=INTAKE_LIMIT
        )
    except (FilmUnsupported, PoolError):
        return None
    return film.clean


async def look_at_given(eye: Eye, intake: Intake, *, may_look: bool, faces: bool) -> Found:
    """Raises what the eye raises."""
    if not intake.is_film:
        picture = intake.glance or intake.clean
        look = await eye.look_apart(picture, faces=faces) if may_look else None
        return Found(intake, look)
    found = None
    if may_look and intake.glimpses:
        found = together([await eye.look_apart(one, faces=faces) for one in intake.glimpses])
    shown = replace(intake, glimpses=(), poster=_poster(intake.glimpses, found))
    return Found(shown, found.look if found else None)


def _poster(glimpses: Sequence[bytes], found: Together | None) -> bytes | None:
    """The best picture of a film; where nobody may look, the first of its second half."""
    if not glimpses:
        return None
    return glimpses[found.best if found else len(glimpses) // 2]
