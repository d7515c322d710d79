"""A plan as JSON and back: the recipe that paints the same bytes again on the same versions."""

import json

from pydantic import TypeAdapter, ValidationError

from bot.collage.faults import faults
from bot.collage.plan import Plan
from bot.errors import OperatorError

FORMAT = 1
LARGEST_CHARACTERS = 256 * 1024  # a page of 24 photos takes 8 kB

_PLAN: TypeAdapter[Plan] = TypeAdapter(Plan)


class RecipeError(OperatorError):
    """The text is no recipe, or tells of a page that could not be."""


def to_json(plan: Plan) -> str:
    """Stable text: the same plan is written the same way."""
    written = {"pepite": FORMAT, **_plain(plan)}
    return json.dumps(written, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def from_json(text: str) -> Plan:
    """The plan of a recipe, every number checked. Raises RecipeError."""
    try:
        written = _object(text)
        plan = _PLAN.validate_json(json.dumps(written), strict=True)
    except (ValidationError, ValueError, RecursionError) as wrong:
        raise RecipeError("this file is not a recipe that Pépite wrote") from wrong
    if _plain(plan) != written:
        raise RecipeError("this recipe says things that Pépite does not know")
    fault = next(faults(plan), None)
    if fault:
        raise RecipeError(f"this recipe cannot be painted: {fault}")
    return plan


def _plain(plan: Plan) -> dict[str, object]:
    """Without what is as it is by itself: older recipes said nothing of it."""
    plain: dict[str, object] = _PLAN.dump_python(plan, mode="json", exclude_defaults=True)
    return plain


def _object(text: str) -> dict[str, object]:
    if len(text) > LARGEST_CHARACTERS:
        raise ValueError("too long")
    written = json.loads(text)
    if not isinstance(written, dict) or written.pop("pepite", None) != FORMAT:
        raise ValueError("another format")
    return written
