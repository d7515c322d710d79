"""What a button under a collage carries: the draft's id, its version, what is asked; no fact."""

from enum import StrEnum
from typing import Final

from aiogram.filters.callback_data import CallbackData

from bot.collage.edits import AS_IT_IS, Change
from handlers.doors import OfCollage

LOOKS: Final = (
    AS_IT_IS, "film", "slide", "silver", "pencil", "duo", "dusk", "halftone", "rosette",
)  # fmt: skip
PICKED: Final = frozenset(  # changes that ask for a photo by its number
    {Change.SWAP, Change.BIGGER, Change.CROP, Change.DROP, Change.BRING_BACK, Change.LOOK}
)


class Act(StrEnum):
    """What is not a change of the picture."""

    MENU = "menu"
    MAIN = "main"
    DETAILS = "det"
    FILE = "file"
    ASK_TITLE = "ask"
    OWN_WORDS = "own"
    OTHER_WORDS = "oth"
    THEMES = "them"
    LOOKS = "look"
    LEAVE = "leave"


class OnCollage(OfCollage, CallbackData, prefix="co"):
    """Do something with a draft."""

    act: Act


class ChangeCollage(OfCollage, CallbackData, prefix="cc"):
    """Change the picture of a draft."""

    change: Change


class ChooseTheme(OfCollage, CallbackData, prefix="ct"):
    """Show the same photos in that theme."""

    theme: str


class PickPhoto(OfCollage, CallbackData, prefix="cp"):
    """Number the photos, to choose which of them a change is about. look: for a look, which."""

    change: Change
    look: str = ""


class TakePhoto(OfCollage, CallbackData, prefix="cn"):
    """That photo is meant; of two, `first` was taken before."""

    change: Change
    number: int
    first: int = 0


class DressPhoto(OfCollage, CallbackData, prefix="cl"):
    """A look for that photo, 0 for all of them; `look` is none for the photo as it is."""

    look: str
    number: int


class ChooseWords(OfCollage, CallbackData, prefix="cw"):
    """Take one of the three captions."""

    number: int
