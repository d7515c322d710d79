"""A plan as JSON and back: the recipe that paints the same bytes again on the same versions."""

import json
from dataclasses import asdict
from typing import Annotated

from pydantic import AfterValidator, ConfigDict, Field, TypeAdapter, ValidationError
from pydantic.dataclasses import dataclass as checked

from bot.collage.plan import Plan
from bot.errors import OperatorError

FORMAT = 1
LARGEST_BYTES = 256 * 1024  # a page of 24 photos takes 8


class RecipeError(OperatorError):
    """The text is no recipe, or one that could not be painted."""
