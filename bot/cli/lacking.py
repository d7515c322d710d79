"""What photos lack for a theme of the collage, said on a terminal."""

from collections.abc import Sequence

from bot.collage.plan import PlanPhoto
from bot.collage.themes import Theme, together


def lacking(theme: Theme, photos: Sequence[PlanPhoto]) -> str:
    """What the theme needs and these have not; "other photos" where nothing of it can be named."""
    needs = theme.needs
    days = [photo.taken for photo in photos if photo.taken]
    apart = (max(days) - min(days)).days if days else 0
    towns = {photo.place for photo in photos if photo.place}
    missing = [
        said
        for said, is_there in (
            (f"{needs.photos} photos", len(photos) >= needs.photos),
            (f"{needs.dated} photos with a date", len(days) >= needs.dated),
            (f"{needs.days_apart} days between the first and the last", apart >= needs.days_apart),
            (f"{needs.days} different days of one month", together(days) >= needs.days),
            (f"{needs.places} towns, which are known in the chat", len(towns) >= needs.places),
        )
        if not is_there
    ]
    return " and ".join(missing) or "other photos"
