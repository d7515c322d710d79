"""pepite setup: the bot's profile and commands, in both languages."""


def setup() -> None:
    """Write the bot's profile and commands at Telegram, in English and French."""
    import asyncio

    from bot.cli.setting_up import set_up
    from bot.settings import read_settings

    for line in asyncio.run(set_up(read_settings())):
        print(line)
