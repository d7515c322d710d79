"""A look at one photo that keeps nothing: what a yes would allow, and no more."""

from dataclasses import replace
from datetime import datetime

from bot.consent.gate import Standing
from bot.gallery.arrival import with_camera
from bot.gallery.facts import Facts
from bot.gallery.intake import rehearse_picture
from bot.gallery.opening import INTAKE_LIMIT
from bot.gallery.rehearsal import Rehearsal
from bot.jobs.pool import Kind, Pool
from bot.vision.eye import Eye
from storage.consent import Consent, ConsentState
from storage.personal_data import Purpose


async def rehearsal_on(content: bytes, pool: Pool, eye: Eye, *, faces: bool) -> Rehearsal:
    """Raises the refusals of `bot.pixels` and what the pool raises."""
    intake = await pool.run(rehearse_picture, content, kind=Kind.OPEN, limit=INTAKE_LIMIT)
    sight = await eye.look(intake.glance or intake.clean, faces=faces)
    return Rehearsal(
        taken=with_camera(Facts(), intake.taken, is_scan=intake.is_scan).taken,
        place=intake.place,
        faces=len(sight.faces) if faces else None,
        concepts=tuple(seen.concept for seen in sight.seen),
        quality=sight.quality,
        picture=sight.kind,
    )


def agreed(standing: Standing, now: datetime) -> Standing:
    """As it would be after a yes: a rehearsal shows what a yes would allow, and no more."""
    yes = Consent(ConsentState.GIVEN, now, asked_at=now)
    consents = {Purpose.SUGGEST_ANALYSE: yes, Purpose.FACE_BOXES: yes}
    return replace(standing, consents=consents)
