"""A tiny scripted bot, one command for each thing the page must show."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from aiogram import Bot, Dispatcher, Router
from aiogram.enums import ChatAction
from aiogram.filters import Command
from aiogram.types import (
    BotCommand,
    BufferedInputFile,
    BusinessConnection,
    CallbackQuery,
    ChosenInlineResult,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQuery,
    InlineQueryResultCachedPhoto,
    InputMediaPhoto,
    InputStoryContentPhoto,
    KeyboardButton,
    KeyboardButtonRequestChat,
    Message,
    ReplyKeyboardMarkup,
    SwitchInlineQueryChosenChat,
)

from bot.sandbox.album_exif import Shot
from bot.sandbox.album_film import film as moving
from bot.sandbox.album_light import Light, as_jpeg, photo
from tests.page.visitor import small_picture

Say = Callable[[Message], Awaitable[object]]


def picture(name: str) -> BufferedInputFile:
    return BufferedInputFile(small_picture(name), filename=f"{name}.jpg")


def keyboard(*rows: list[InlineKeyboardButton]) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(inline_keyboard=list(rows))


def button(text: str, data: str, style: str | None = None) -> InlineKeyboardButton:
    return InlineKeyboardButton(text=text, callback_data=data, style=style)


ASKED = keyboard(
    [button("Yes", "toast", "success"), button("No", "alert", "danger")],
    [InlineKeyboardButton(text="Read more", url="https://example.org/")],
)
SHARE = InlineKeyboardButton(
    text="Share",
    style="primary",
    switch_inline_query_chosen_chat=SwitchInlineQueryChosenChat(
        query="palace", allow_user_chats=True, allow_channel_chats=True
    ),
)
PICTURE = keyboard([button("Another layout", "another"), button("Other words", "words")], [SHARE])


class EchoBot:
    """Answers over real HTTP; remembers what inline mode told it."""

    def __init__(self, bot: Bot) -> None:
        self.bot = bot
        self.chosen: list[ChosenInlineResult] = []
        self.photo_id = ""
        self.dispatcher = Dispatcher()
        self.dispatcher.include_router(self._router())

    async def run(self) -> None:
        await self.bot.set_my_commands([BotCommand(command="album", description="Four pictures")])
        await self.dispatcher.start_polling(
            self.bot, handle_signals=False, close_bot_session=False, polling_timeout=5
        )

    def _router(self) -> Router:
        router = Router()
        commands: dict[str, Say] = {
            "start": lambda message: message.answer("Hello, I am an AI.", reply_markup=ASKED),
            "words": words,
            "album": album,
            "picture": self.picture,
            "secret": secret,
            "film": film,
            "typing": typing,
            "draft": draft,
            "keyboard": reply_keyboard,
        }
        for name, say in commands.items():
            router.message.register(say, Command(name))
        router.message.register(echo)
        router.callback_query.register(pressed)
        router.business_connection.register(self.story)
        router.inline_query.register(self.offer)
        router.chosen_inline_result.register(self.note)
        return router

    async def picture(self, message: Message) -> None:
        sent = await message.answer_photo(
            picture("palace"), caption="Beijing", reply_markup=PICTURE
        )
        self.photo_id = sent.photo[-1].file_id if sent.photo else ""

    async def offer(self, query: InlineQuery) -> None:
        result = InlineQueryResultCachedPhoto(
            id="1", photo_file_id=self.photo_id, title="Beijing", caption=f"For you: {query.query}"
        )
        await query.answer([result], cache_time=0, is_personal=True)

    async def story(self, connection: BusinessConnection) -> None:
        if not connection.rights or not connection.rights.can_manage_stories:
            return
        data = as_jpeg(photo("rocket", Light(), size=(1080, 1920)), b"", quality=70)
        upload = BufferedInputFile(data, filename="story.jpg")
        # aiogram's own check refuses an upload here
        fields: dict[str, Any] = {"type": "photo", "photo": upload}
        content = InputStoryContentPhoto.model_construct(**fields)
        await self.bot.post_story(connection.id, content, active_period=86_400, caption="Lift-off")

    async def note(self, chosen: ChosenInlineResult) -> None:
        self.chosen.append(chosen)


async def words(message: Message) -> None:
    await message.answer(
        "<b>bold</b> <i>slanted</i> <s>gone</s> <u>under</u> <code>code</code>"
        ' <a href="https://example.org/">a link</a> <tg-spoiler>hidden</tg-spoiler>'
        "<blockquote>a quote &lt;img src=x&gt;</blockquote>",
        parse_mode="HTML",
    )


async def album(message: Message) -> None:
    names = ("palace", "coffee", "cat", "dahlia")
    await message.answer_media_group([InputMediaPhoto(media=picture(name)) for name in names])


async def secret(message: Message) -> None:
    await message.answer_photo(picture("cat"), has_spoiler=True, caption="Two years ago")


async def film(message: Message) -> None:
    shot = Shot(datetime(2024, 5, 1, 12, tzinfo=UTC), timedelta(), 45.76, 4.84)
    data = moving(photo("dahlia", Light(), size=(640, 427)), shot)
    assert data
    upload = BufferedInputFile(data, filename="dahlia.mp4")
    await message.answer_video(upload, width=640, height=360, duration=3, caption="Slowly")


async def typing(message: Message) -> None:
    await message.bot.send_chat_action(message.chat.id, ChatAction.UPLOAD_PHOTO)  # type: ignore[union-attr]  # mounted by aiogram


async def draft(message: Message) -> None:
    await message.bot.send_message_draft(  # type: ignore[union-attr]  # mounted by aiogram
        chat_id=message.chat.id, draft_id=1, text="Once upon a", can_stop=True
    )


async def reply_keyboard(message: Message) -> None:
    channel = KeyboardButtonRequestChat(request_id=1, chat_is_channel=True)
    rows = [
        [KeyboardButton(text="France"), KeyboardButton(text="Elsewhere")],
        [KeyboardButton(text="My channel", request_chat=channel)],
    ]
    await message.answer("Where?", reply_markup=ReplyKeyboardMarkup(keyboard=rows))


async def echo(message: Message) -> None:
    if message.chat_shared:
        await message.answer("Channel noted")
    elif message.photo:
        await message.answer("A photo")
    elif message.document:
        await message.answer(f"A file: {message.document.file_name}")
    elif message.text:
        await message.reply(f"You said {message.text}")


async def pressed(query: CallbackQuery) -> None:
    if query.data == "another" and isinstance(query.message, Message):
        new = InputMediaPhoto(media=picture("dahlia"), caption="Lyon")
        await query.message.edit_media(new, reply_markup=PICTURE)
        await query.answer()
    elif query.data == "words" and isinstance(query.message, Message):
        await query.message.edit_caption(caption="Pékin", reply_markup=PICTURE)
        await query.answer()
    else:
        is_alert = query.data == "alert"
        await query.answer("Not kept" if is_alert else "Kept", show_alert=is_alert)
