"""The floor: stock aiogram polls, parses, answers, keeps nothing."""

from pathlib import Path

from aiogram import Dispatcher

from bot.bench.wire_voice import echo, open_bot, speak


async def bare(url: str, token: str, _folder: Path) -> None:
    dispatcher = Dispatcher()
    dispatcher.message.register(echo)
    await dispatcher.start_polling(open_bot(url, token), handle_signals=False)


if __name__ == "__main__":
    speak(bare)
