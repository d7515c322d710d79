"""People give more than photos: the bot hears of each as Telegram tells it."""

import struct
from datetime import UTC, datetime

from aiogram import Bot
from aiogram.types import BufferedInputFile, Message

from bot.sandbox.decode import Upload
from bot.sandbox.person import Person
from bot.sandbox.sound_facts import sound_seconds
from bot.sandbox.state import StoredMessage
from tests.sandbox.pictures import jpeg
from tests.sandbox.test_film_facts import film


def ogg(seconds: int) -> bytes:
    """One page that ends after so many seconds."""
    return b"OggS\0\4" + struct.pack("<q", seconds * 48_000) + bytes(40)


def heard(message: StoredMessage) -> Message:
    """As aiogram reads it."""
    return Message.model_validate(message.wire)


async def test_a_voice_says_how_long_it_is_and_what_it_answers(lou: Person) -> None:
    photo = await lou.send_photo(jpeg(60, 40))
    voice = heard(await lou.send_voice(ogg(7), reply_to=photo))
    assert voice.voice is not None
    assert voice.voice.duration == 7
    assert voice.voice.mime_type == "audio/ogg"
    assert voice.reply_to_message is not None
    assert voice.reply_to_message.message_id == photo.id


async def test_an_animation_is_a_document_too_and_a_round_film_has_one_side(lou: Person) -> None:
    moving = heard(await lou.send_animation(film(64, 48, 2)))
    assert moving.animation is not None
    assert moving.document is not None
    assert moving.content_type == "animation"
    rounded = heard(await lou.send_round(film(240, 240, 3)))
    assert rounded.video_note is not None
    assert (rounded.video_note.length, rounded.video_note.duration) == (240, 3)


async def test_a_live_photo_is_a_photo_for_who_knows_no_better(lou: Person) -> None:
    live = heard(await lou.send_live(jpeg(60, 40), film(64, 48, 2)))
    assert live.live_photo is not None
    assert live.photo
    assert live.live_photo.photo
    assert live.live_photo.file_id != live.photo[-1].file_id


async def test_what_is_forwarded_keeps_the_day_it_was_sent_first(lou: Person) -> None:
    old = datetime(2016, 8, 3, 12, tzinfo=UTC)
    upload = Upload("photo.jpg", "image/jpeg", jpeg(60, 40))
    sent = heard(await lou.send_forwarded("photo", upload, old, by="Mamie"))
    assert sent.forward_origin is not None
    assert sent.forward_origin.date == old
    assert sent.date.year > 2016


async def test_a_sticker_and_a_document_of_any_type_arrive_as_such(lou: Person) -> None:
    assert heard(await lou.send_sticker(b"RIFF1234WEBP")).content_type == "sticker"
    pdf = heard(await lou.send_file("letter.pdf", b"%PDF-1.7", "application/pdf"))
    assert pdf.document is not None
    assert pdf.document.mime_type == "application/pdf"


async def test_a_bot_may_play_a_voice_again(lou: Person, bot: Bot) -> None:
    await lou.start()
    sent = await bot.send_voice(lou.id, BufferedInputFile(ogg(4), "note.oga"), duration=4)
    assert sent.voice is not None
    assert sent.voice.duration == 4
    assert (await bot.get_file(sent.voice.file_id)).file_path


def test_what_is_no_sound_has_no_length() -> None:
    assert sound_seconds(b"") == sound_seconds(b"OggS") == sound_seconds(b"ID3" + bytes(50)) == 0
