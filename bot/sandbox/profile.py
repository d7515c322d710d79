"""The bot's own face: commands, name and descriptions by language, menu buttons."""

from dataclasses import dataclass, field

from bot.sandbox.state import Json


@dataclass(slots=True)
class Profile:
    """Texts are kept by language code; "" is what everyone else reads."""

    names: dict[str, str] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    short_descriptions: dict[str, str] = field(default_factory=dict)
    commands: dict[tuple[str, str], list[Json]] = field(default_factory=dict)
    menu_button: Json = field(default_factory=lambda: {"type": "commands"})

    def name_in(self, language: str) -> str:
        return in_language(self.names, language)

    def commands_for(self, chat_id: int, language: str) -> list[Json]:
        """What a person sees in a private chat: the narrowest scope wins, then the language."""
        for scope in (f"chat:{chat_id}", "all_private_chats", "default"):
            for code in (language, ""):
                if (scope, code) in self.commands:
                    return self.commands[scope, code]
        return []


def in_language(texts: dict[str, str], language: str) -> str:
    return texts.get(language) or texts.get("", "")
