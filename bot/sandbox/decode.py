"""From an HTTP request to one of aiogram's own method models, nothing unknown let through."""

import json
import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import aiogram.methods
from aiogram.client.default import Default
from aiogram.methods.base import TelegramMethod
from aiogram.types import BufferedInputFile, InputFile
from aiohttp import web
from pydantic import BaseModel, ValidationError

from bot.sandbox.errors import ApiError, bad
from bot.sandbox.refusals import refusal

ATTACH = "attach://"


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came with the request."""

    name: str
    mime: str
    data: bytes


@dataclass(slots=True)
class Raw:
    """A request's fields before they mean anything, and the files beside them."""

    fields: dict[str, Any] = field(default_factory=dict)
    uploads: dict[str, Upload] = field(default_factory=dict)


def methods() -> Mapping[str, type[TelegramMethod[Any]]]:
    """Every method aiogram knows, by its lower-case name: the real server ignores case."""
    return {
        model.__api_method__.lower(): model
        for name in aiogram.methods.__all__
        if isinstance(model := getattr(aiogram.methods, name), type)
        and issubclass(model, TelegramMethod)
        and model is not TelegramMethod
    }


async def read(request: web.Request) -> Raw:
    """Query, then body, as the real server does: JSON, urlencoded or multipart."""
    raw = Raw(fields=dict(request.query))
    if not request.can_read_body:
        return raw
    if request.content_type == "application/json":
        raw.fields.update(_json_object(await request.read()))
        return raw
    for name, value in (await request.post()).items():
        if isinstance(value, web.FileField):
            key = name if name not in raw.uploads else f"{name}.{len(raw.uploads)}"
            raw.uploads[key] = Upload(value.filename, value.content_type, value.file.read())
        elif isinstance(value, str):
            raw.fields[name] = value
        else:
            raw.fields[name] = bytes(value).decode()
    return raw


def _json_object(body: bytes) -> dict[str, Any]:
    try:
        value = json.loads(body)
    except ValueError:
        raise ApiError(400, "Bad Request: can't parse request body as JSON") from None
    if not isinstance(value, dict):
        raise bad("request body must be a JSON object")
    return {name: item for name, item in value.items() if item is not None}


def build(model: type[TelegramMethod[Any]], raw: Raw) -> TelegramMethod[Any]:
    """The method that was called; raises ApiError for whatever does not fit it."""
    shapes = _shapes(model)
    unknown = raw.fields.keys() | raw.uploads.keys()
    mentioned = set(_attached(raw.fields))
    for name in unknown - shapes.keys() - mentioned:
        raise bad(f'unknown parameter "{name}" in {model.__api_method__}')
    values: dict[str, Any] = {
        name: _parsed(shapes[name], name, value) for name, value in raw.fields.items()
    }
    _attach(values, raw.uploads, shapes)
    values = dict.fromkeys(_with_defaults(model)) | values
    try:
        call = model.model_validate(values)
    except ValidationError as error:
        raise refusal(model, error) from None
    for place in _unknown_fields(call):
        raise bad(f'unknown field "{place}" in {model.__api_method__}')
    return call


@dataclass(frozen=True, slots=True)
class _Shape:
    """What a parameter may be, as far as reading its text goes."""

    takes_text: bool
    takes_json: bool
    only_a_file: bool


@cache
def _shapes(model: type[TelegramMethod[Any]]) -> Mapping[str, _Shape]:
    return {name: _shape(info.annotation) for name, info in model.model_fields.items()}


def _shape(annotation: Any) -> _Shape:
    leaves = set(_leaves(annotation))
    structured = {leaf for leaf in leaves if leaf in (list, dict) or _is_object(leaf)}
    scalar = leaves - structured - {InputFile, Default, type(None)}
    return _Shape(
        takes_text=bool(scalar) or InputFile in leaves,
        takes_json=bool(structured),
        only_a_file=InputFile in leaves and str not in leaves,
    )


def _leaves(annotation: Any) -> Iterator[Any]:
    origin = typing.get_origin(annotation)
    if origin is None:
        yield annotation
    elif origin is list:
        yield list
    else:
        for argument in typing.get_args(annotation):
            if isinstance(argument, type) or typing.get_origin(argument) is not None:
                yield from _leaves(argument)


def _is_object(leaf: Any) -> bool:
    return isinstance(leaf, type) and issubclass(leaf, BaseModel)


@cache
def _with_defaults(model: type[TelegramMethod[Any]]) -> tuple[str, ...]:
    """Parameters that a client may fill by itself; here they are what was sent, or None."""
    fields = model.model_fields.items()
    return tuple(name for name, info in fields if isinstance(info.default, Default))


def _parsed(shape: _Shape, name: str, value: Any) -> Any:
    if not isinstance(value, str) or not shape.takes_json or shape.takes_text:
        return value
    try:
        return json.loads(value)
    except ValueError:
        raise bad(f"can't parse {name.replace('_', ' ')} JSON object") from None


def _attached(value: Any) -> Iterator[str]:
    """Names that `attach://` mentions anywhere, also inside JSON that is still text."""
    if isinstance(value, dict):
        for item in value.values():
            yield from _attached(item)
    elif isinstance(value, list):
        for item in value:
            yield from _attached(item)
    elif isinstance(value, str) and ATTACH in value:
        yield from _attached_in_text(value)


def _attached_in_text(value: str) -> Iterator[str]:
    if value.startswith(ATTACH):
        yield value.removeprefix(ATTACH)
    elif value[0] in "[{":
        try:
            yield from _attached(json.loads(value))
        except ValueError:
            return


def _attach(
    values: dict[str, Any], uploads: Mapping[str, Upload], shapes: Mapping[str, _Shape]
) -> None:
    """Every upload must be used and every reference answered."""
    for name in uploads.keys() & shapes.keys():
        values.setdefault(name, ATTACH + name)
    mentioned = set(_attached(values))
    for name in uploads.keys() - mentioned:
        raise bad(f'file "{name}" is attached, but nothing refers to it')
    for name in mentioned - uploads.keys():
        raise bad(f'"{ATTACH}{name}" refers to a file that is not attached')
    for name in values.keys() & shapes.keys():
        if shapes[name].only_a_file:
            values[name] = _as_file(values[name], uploads)
        else:
            _thumbnails(values[name], uploads)


def _thumbnails(value: Any, uploads: Mapping[str, Upload]) -> None:
    """Nested fields that the models declare as files only."""
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, dict) and "thumbnail" in item:
            item["thumbnail"] = _as_file(item["thumbnail"], uploads)


def _as_file(reference: Any, uploads: Mapping[str, Upload]) -> Any:
    if not isinstance(reference, str) or not reference.startswith(ATTACH):
        return reference
    upload = uploads[reference.removeprefix(ATTACH)]
    return BufferedInputFile(upload.data, filename=upload.name)


def _unknown_fields(model: BaseModel, place: str = "") -> Iterator[str]:
    """Fields that the models swallow because they allow extra ones."""
    for name in model.model_extra or ():
        yield f"{place}{name}"
    for name in model.model_fields_set:
        value = getattr(model, name, None)
        for item in value if isinstance(value, list) else [value]:
            for nested in item if isinstance(item, list) else [item]:
                if isinstance(nested, BaseModel):
                    yield from _unknown_fields(nested, f"{place}{name}.")
