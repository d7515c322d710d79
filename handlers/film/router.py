"""What the film hears: /film, a collage's button, its own buttons."""

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.collage.director import Director
from bot.collage.film_draft import FileAsked
from bot.collage.studio import Studio
from bot.telegram.commands import called
from bot.texts import Texts
from handlers.doors import FilmOfCollage, LeaveShare
from handlers.film import buttons, view
from handlers.film.buttons import ChangeFilm, FilmAct, OnFilm
from handlers.middleware.consent import needs
from handlers.screen import Screen, reword
from storage.collage import CollageId, TitleMode
from storage.film import FilmId
from storage.people import Person
from storage.personal_data import Purpose
from storage.sharing import DraftKind

SUGGESTS = needs(Purpose.SUGGEST_ANALYSE)


def build_router() -> Router:
    router = Router(name="film")
    router.message.register(make_film, Command(*called("film")), flags=SUGGESTS)
    heard = router.callback_query
    heard.register(film_of_collage, FilmOfCollage.filter(), flags=SUGGESTS)
    heard.register(change, ChangeFilm.filter(), flags=SUGGESTS)
    heard.register(send_file, OnFilm.filter(F.act == FilmAct.FILE), flags=SUGGESTS)
    heard.register(leave_share, LeaveShare.filter(F.kind == DraftKind.FILM), flags=SUGGESTS)
    return router


async def make_film(message: Message, person: Person, director: Director, t: Texts) -> None:
    """Of the last collage, or of what came together since."""
    media = await director.newest(person.id)
    if not media:
        await message.answer(t("film-nothing"))
        return
    status = await message.answer(t("film-begun"), protect_content=True)
    await director.order(person.id, media, chat_id=status.chat.id, message_id=status.message_id)


async def film_of_collage(
    query: CallbackQuery,
    callback_data: FilmOfCollage,
    person: Person,
    studio: Studio,
    director: Director,
    t: Texts,
) -> None:
    """A new message, so that the collage stays; it becomes the film of the photos on the page."""
    draft = await studio.draft(
        person.id, CollageId(callback_data.collage), version=callback_data.version
    )
    if not isinstance(query.message, Message):
        return
    await director.check(person.id, draft.shown)
    status = await query.message.answer(t("film-begun"), protect_content=True)
    own = draft.title if draft.title_mode is TitleMode.OWN else None
    await director.order(
        person.id, draft.shown, chat_id=status.chat.id, message_id=status.message_id, title=own
    )


async def change(
    query: CallbackQuery, callback_data: ChangeFilm, person: Person, director: Director, t: Texts
) -> None:
    await director.change(
        person.id, FilmId(callback_data.film), callback_data.version, callback_data.change
    )
    await reword(query, Screen(t("film-begun")))


async def send_file(
    query: CallbackQuery, callback_data: OnFilm, person: Person, director: Director, t: Texts
) -> None:
    """Not protected: it is the person's to keep and to pass on. A job shoots it again."""
    film, version = FilmId(callback_data.film), callback_data.version
    await director.film(person.id, film, version=version)
    if isinstance(query.message, Message):
        status = await query.message.reply(t("film-file-begun"))
        await director.order_file(person.id, FileAsked(film, version, status.message_id))


async def leave_share(
    query: CallbackQuery, callback_data: LeaveShare, person: Person, director: Director, t: Texts
) -> None:
    draft = await director.film(person.id, FilmId(callback_data.draft))
    is_video = director.makes_videos
    keyboard = buttons.film_keyboard(draft, t, is_video=is_video)
    await reword(query, Screen(view.caption(draft, t, is_video=is_video), keyboard))
