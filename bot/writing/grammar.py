"""The little words around nouns and towns: articles, contractions and elisions."""

from collections.abc import Mapping
from typing import Final, Protocol

from bot.gallery.exonyms import said_name
from bot.gallery.facts import Place
from bot.texts import Language
from bot.vision.concepts import Noun

# Where a town's "Le" is the French article: "au Havre", but "à Le Mars" in Iowa.
FRENCH_SPEAKING: Final = frozenset(
    {"BE", "BF", "BJ", "BL", "CA", "CD", "CF", "CG", "CH", "CI", "CM", "DJ", "DZ", "FR", "GA"}
    | {"GF", "GN", "GP", "HT", "KM", "LU", "MA", "MC", "MF", "MG", "ML", "MQ", "MR", "MU", "NC"}
    | {"NE", "PF", "PM", "RE", "SC", "SN", "TD", "TG", "TN", "VU", "WF", "YT"}
)
VOWELS: Final = "aàâäáãåāæeéèêëēiîïíìīıoôöóòõōøœuûüúùū"
SAYS_WHERE: Final = ("chez ", "à ", "au ", "aux ", "dans ", "sur ", "at ", "in ", "on ")
UNSURE: Final = ("h", "y", "oua", "oue", "oui")  # some elide and some do not


class Grammar(Protocol):
    """What a sentence needs around a word; empty where the language is not sure."""

    def town(self, place: Place) -> str: ...
    def in_town(self, place: Place) -> str: ...
    def of_town(self, place: Place) -> str: ...
    def from_town(self, place: Place) -> str: ...
    def to_town(self, place: Place) -> str: ...
    def in_month(self, month: str) -> str: ...
    def a(self, noun: Noun) -> str: ...
    def the(self, noun: Noun) -> str: ...


class English:
    """`elides` of a noun says that it takes "an"."""

    def town(self, place: Place) -> str:
        return place.nickname or said_name(place.name, place.country, "en")

    def in_town(self, place: Place) -> str:
        name = self.town(place)
        if _says_where(place):
            return name
        return f"at {name}" if place.nickname else f"in {name}"

    def of_town(self, place: Place) -> str:
        return self._after("of", place)

    def from_town(self, place: Place) -> str:
        return self._after("from", place)

    def to_town(self, place: Place) -> str:
        return self._after("to", place)

    def _after(self, preposition: str, place: Place) -> str:
        return "" if _says_where(place) else f"{preposition} {self.town(place)}"

    def in_month(self, month: str) -> str:
        return f"in {month}"

    def a(self, noun: Noun) -> str:
        if not noun.countable:
            return noun.singular
        return f"{'an' if noun.elides else 'a'} {noun.singular}"

    def the(self, noun: Noun) -> str:
        return f"the {noun.singular}"


class French:
    """`elides` of a noun says that it begins with a vowel or a silent h."""

    def town(self, place: Place) -> str:
        return place.nickname or said_name(place.name, place.country, "fr")

    def in_town(self, place: Place) -> str:
        if place.nickname:
            return self._in_nickname(place)
        return self._contracted(place, {"le": "au ", "les": "aux "}) or f"à {self.town(place)}"

    def of_town(self, place: Place) -> str:
        if place.nickname:
            return ""
        contracted = self._contracted(place, {"le": "du ", "les": "des "})
        name = self.town(place)
        if contracted or name.casefold().startswith(UNSURE):
            return contracted
        return f"d’{name}" if name[0].casefold() in VOWELS else f"de {name}"

    def from_town(self, place: Place) -> str:
        return self.of_town(place)

    def to_town(self, place: Place) -> str:
        return self.in_town(place)

    def in_month(self, month: str) -> str:
        return f"d’{month}" if month[0] in VOWELS else f"de {month}"

    def a(self, noun: Noun) -> str:
        if noun.countable:
            return f"{'une' if noun.gender == 'f' else 'un'} {noun.singular}"
        if noun.elides:
            return f"de l’{noun.singular}"
        return f"{'de la' if noun.gender == 'f' else 'du'} {noun.singular}"

    def the(self, noun: Noun) -> str:
        if noun.elides:
            return f"l’{noun.singular}"
        return f"{'la' if noun.gender == 'f' else 'le'} {noun.singular}"

    def _in_nickname(self, place: Place) -> str:
        """A name that says where already, or that has its article; empty for any other."""
        name = self.town(place)
        if _says_where(place):
            return name
        article, _, rest = name.partition(" ")
        contracted = {"le": "au ", "les": "aux "}.get(article.casefold())
        if contracted:
            return contracted + rest
        return f"à {name}" if name.casefold().startswith(("la ", "l’", "l'")) else ""

    def _contracted(self, place: Place, articles: Mapping[str, str]) -> str:
        """The preposition melted into the town's own article; empty where it has none."""
        name = self.town(place)
        if place.country not in FRENCH_SPEAKING and name == place.name:
            return ""
        article, _, rest = name.partition(" ")
        contracted = articles.get(article.casefold())
        return contracted + rest if contracted else ""


GRAMMARS: Final[Mapping[Language, Grammar]] = {"en": English(), "fr": French()}


def town_name(place: Place, language: Language) -> str:
    """What its owner calls a place, or else what the language calls the town: Beijing, Pékin."""
    return GRAMMARS[language].town(place)


def _says_where(place: Place) -> bool:
    return (place.nickname or "").casefold().startswith(SAYS_WHERE)


def capital(text: str) -> str:
    """The text with its first letter as a sentence begins."""
    return text[:1].upper() + text[1:]
