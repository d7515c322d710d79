"""Inline results as a page shows them before one is chosen."""

from bot.sandbox.safe_html import safe_html
from bot.sandbox.state import InlineAnswer, Json


def offer_view(answer: InlineAnswer) -> Json:
    results = [_result_view(result, answer.contents[result["id"]]) for result in answer.results]
    return {"results": results, "button": answer.button}


def _result_view(result: Json, content: Json) -> Json:
    sizes: list[Json] = content.get("photo") or []
    text = content.get("text") or content.get("caption") or ""
    entities = content.get("entities") or content.get("caption_entities") or []
    return {
        "id": result["id"],
        "type": result["type"],
        "title": result.get("title"),
        "description": result.get("description"),
        "html": safe_html(text, entities),
        "thumb_url": _address(sizes[-1]) if sizes else None,
        "url": _address(sizes[-1]) if sizes else None,
    }


def _address(size: Json) -> str:
    return f"api/file/{size['file_unique_id']}"
