"""What sharing says: what will be seen, by whom, and where; what became of it."""

from html import escape

from aiogram.types import BufferedInputFile

from bot.sharing.posts import Changed, Posted, Refused, Told, Unknown
from bot.sharing.shareable import Post, Recap, Shareable
from bot.telegram.places import Place
from bot.texts import Texts
from handlers.screen import Screen
from handlers.sharing import buttons
from storage.sharing import Destination, DraftKind


def caption(shareable: Shareable, t: Texts) -> str:
    """What goes under the picture: its words, and the label that nobody can take off."""
    title = [f"<b>{escape(shareable.title)}</b>"] if shareable.title else []
    words = [escape(shareable.caption)] if shareable.caption else []
    return "\n".join([*title, *words, *([""] if title or words else []), label(shareable, t)])


def label(shareable: Shareable, t: Texts) -> str:
    return f"<i>{t(f'sharing-label-{shareable.label}')}</i>"


def file_of(kind: DraftKind, content: bytes, t: Texts) -> BufferedInputFile:
    """A JPEG, or a film's MP4."""
    suffix = "mp4" if kind is DraftKind.FILM else "jpg"
    return BufferedInputFile(content, f"{t('sharing-file-name')}.{suffix}")


def channel_recap(recap: Recap, shareable: Shareable, t: Texts) -> Screen:
    """recap.place: as Telegram called it a moment ago."""
    place = recap.place or Place(0, "")
    lines = [
        t("sharing-recap-title", title=escape(place.title)),
        _who_sees(place, t),
        "",
        t("sharing-recap-seen"),
        f"<blockquote>{caption(shareable, t)}</blockquote>",
    ]
    if recap.with_file:
        lines.append(t("sharing-recap-file"))
    return Screen("\n".join(lines), buttons.channel_recap(recap, t))


def _who_sees(place: Place, t: Texts) -> str:
    if place.username:
        return t("sharing-recap-public", name=escape(place.username))
    return t("sharing-recap-private")


def changed(outcome: Changed, t: Texts) -> Screen:
    """The same question, with what is new in front of it."""
    before, now = outcome.before, outcome.recap.place or Place(0, "")
    news = t("sharing-recap-changed", before=_named(before, t), now=_named(now, t))
    asked = channel_recap(outcome.recap, outcome.shareable, t)
    return Screen(f"{news}\n\n{asked.text}", asked.buttons)


def _named(place: Place, t: Texts) -> str:
    if place.username:
        facts = {"title": escape(place.title), "name": escape(place.username)}
        return t("sharing-named-public", **facts)
    return t("sharing-named-private", title=escape(place.title))


def periods(recap: Recap, shareable: Shareable, t: Texts) -> Screen:
    text = f"{t('sharing-story-preview')}\n\n{caption(shareable, t)}"
    return Screen(text, buttons.periods(recap, t))


def story_recap(recap: Recap, shareable: Shareable, t: Texts) -> Screen:
    asked = t("sharing-story-recap", hours=_hours(recap))
    return Screen(f"{asked}\n\n{caption(shareable, t)}", buttons.story_recap(recap, t))


def waiting_story(recap: Recap, bot_name: str, t: Texts) -> Screen:
    text = t("sharing-story-how", bot=escape(bot_name))
    return Screen(text, buttons.waiting_story(recap, t))


def outcome(found: Told, t: Texts) -> Screen:
    """What became of a confirmed recap."""
    match found:
        case Posted():
            return _posted(found, t)
        case Changed():
            return changed(found, t)
        case Refused(recap, why):
            facts = {name: escape(str(value)) for name, value in why.facts.items()}
            said = f"{t(why.text_id, **facts)}\n\n{t('sharing-nothing-posted')}"
            return Screen(said, buttons.share_anew(recap.ref, t))
        case Unknown(recap):
            return unknown(recap, t)


def unknown(recap: Recap, t: Texts) -> Screen:
    if recap.place is None:
        return Screen(t("sharing-unknown-story"), buttons.share_anew(recap.ref, t))
    title = escape(recap.place.title)
    return Screen(t("sharing-unknown", title=title), buttons.share_anew(recap.ref, t))


def _posted(found: Posted, t: Texts) -> Screen:
    post = found.post
    if post.destination is Destination.STORY:
        text = t("sharing-posted-story", hours=_hours(found.recap))
    else:
        text = t("sharing-posted", title=escape(post.place.title if post.place else ""))
    if not found.is_whole:
        text = f"{text}\n{t('sharing-file-missing')}"
    return Screen(text, buttons.posted(post, link_to(post), t))


def link_to(post: Post) -> str | None:
    """Where Telegram shows a channel's post; None for a story, which has no address of ours."""
    if post.place is None or not post.message_ids:
        return None
    number = post.message_ids[0]
    if post.place.username:
        return f"https://t.me/{post.place.username}/{number}"
    return f"https://t.me/c/{str(post.place.chat_id).removeprefix('-100')}/{number}"


def _hours(recap: Recap) -> int:
    return int(recap.period.total_seconds()) // 3600 if recap.period else 0
