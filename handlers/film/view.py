"""What stands under a film: its title if it is not drawn, its length, what is not in it."""

from html import escape

from bot.collage.film_draft import FilmDraft
from bot.collage.plan import Reason
from bot.texts import Texts


def caption(draft: FilmDraft, t: Texts, *, is_video: bool) -> str:
    film = draft.film
    if film is None:
        return t("film-begun")
    twins = sum(left.reason is Reason.TWIN for left in film.left_out)
    late = sum(left.reason is Reason.NO_ROOM for left in film.left_out)
    lines = [t("film-made", count=len(film.shots), seconds=round(film.seconds))]
    if draft.title and film.is_title_in_message:
        lines.insert(0, f"<b>{escape(draft.title)}</b>")
    if draft.lacks_emoji:
        lines.append(t("film-title-no-emoji"))
    if twins:
        lines.append(t("film-twins", count=twins))
    if late:
        lines.append(t("film-no-time", count=late))
    if not is_video:
        lines.append(t("film-instead"))
    return "\n".join([*lines, "", f"<i>{t('film-private')}</i>"])
