"""The commands by their names, and what else they are called: French is understood everywhere."""

from collections.abc import Mapping, Sequence
from typing import Final

# The order of Telegram's menu; each has a sentence `profile-command-…`.
COMMANDS: Final[Sequence[str]] = (
    "gallery",
    "memories",
    "write",
    "imagine",
    "film",
    "privacy",
    "object",
    "language",
    "help",
    "start",
)
# Telegram marks only a-z, 0-9 and _; what is typed with its accents comes as plain words.
FRENCH: Final[Mapping[str, Sequence[str]]] = {
    "gallery": ("galerie",),
    "memories": ("souvenirs", "rappels"),
    "write": ("ecrire", "écrire"),
    "imagine": ("imaginer",),
    "film": ("film",),
    "privacy": ("confidentialite", "confidentialité"),
    "object": ("objecter", "opposition"),
    "language": ("langue",),
    "help": ("aide",),
    "start": ("demarrer", "démarrer"),
    "cancel": ("annuler",),
}


def called(*names: str) -> tuple[str, ...]:
    """Every word that stands for these commands, in either language."""
    words = [word for name in names for word in (name, *FRENCH.get(name, ()))]
    return tuple(dict.fromkeys(words))
