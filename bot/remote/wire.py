"""The endpoint over HTTP: the `openai` client, tamed, and its troubles by their reasons.

It is imported when an endpoint is set, never else: `import openai` costs more than a start.
No redirect, no proxy of the environment, no retry of its own, no header that tells about this
machine, and nothing of OPENAI_… variables, which may belong to another program.
"""

import base64
import binascii
import json
import logging
from collections.abc import AsyncGenerator, Iterator
from contextlib import contextmanager
from typing import Any, Final

import httpx2
import openai
from pydantic import SecretStr

from bot.remote.address import Endpoint
from bot.remote.errors import Reason, RemoteUnavailable
from bot.remote.transport import JudgedTransport
from bot.remote.turns import Call, Shape

log = logging.getLogger(__name__)

LARGEST_PICTURE: Final = 16 * 2**20  # bytes
HEADERS: Final = frozenset({"host", "accept", "connection", "content-type", "content-length"})
TOO_MANY: Final = 429
WRONG_THERE: Final = 500
REFUSED_FROM: Final = 400
_OPENAI_OWN: Final = "api.openai.com"


class Wire:
    """One endpoint, one key, one pool of connections; closed by whoever opened it."""

    def __init__(
        self, endpoint: Endpoint, key: SecretStr | None, model: str, image_model: str | None
    ) -> None:
        self._host = endpoint.host
        self._model = model
        self._image_model = image_model
        self._key = key
        self._client = openai.AsyncOpenAI(
            base_url=endpoint.url,
            api_key="set by _bare_headers",  # the client wants one even where the server does not
            max_retries=0,
            http_client=httpx2.AsyncClient(
                transport=JudgedTransport(),
                follow_redirects=False,
                trust_env=False,
                timeout=None,  # `Remote` limits the whole call
                event_hooks={"request": [self._bare_headers]},
            ),
            _strict_response_validation=True,
        )

    async def close(self) -> None:
        await self._client.close()

    async def _bare_headers(self, request: httpx2.Request) -> None:
        for name in set(request.headers) - HEADERS:
            del request.headers[name]
        request.headers["user-agent"] = "pepite"
        request.headers["accept-encoding"] = "identity"  # what is packed has no measure
        if self._key is not None:
            request.headers["authorization"] = f"Bearer {self._key.get_secret_value()}"

    async def stream(self, call: Call) -> AsyncGenerator[tuple[str, str | None], None]:
        """Pieces of the answer as they arrive, each with the reason for the end when it ends.

        Raises RemoteUnavailable; also when the stream ends without saying why.
        """
        ended = None
        with _troubles():
            asked: Any = self._request(call)
            async with await self._client.chat.completions.create(**asked, stream=True) as answer:
                async for chunk in answer:
                    if not chunk.choices:  # the usage, at the very end
                        continue
                    choice = chunk.choices[0]
                    ended = choice.finish_reason or ended
                    yield choice.delta.content or "", choice.finish_reason
        if ended is None:
            raise RemoteUnavailable(Reason.BROKEN, may_repeat=True)

    async def whole(self, call: Call) -> tuple[str, str | None]:
        """The answer in one piece, and why it ended. Raises RemoteUnavailable."""
        with _troubles():
            asked: Any = self._request(call)
            answer = await self._client.chat.completions.create(**asked, stream=False)
            choice = answer.choices[0]
            if choice.finish_reason is None:
                raise RemoteUnavailable(Reason.BROKEN)
            return choice.message.content or "", choice.finish_reason

    async def picture(self, prompt: str, shape: Shape) -> bytes:
        """The bytes of an image. Raises RemoteUnavailable; an address instead is not followed."""
        if self._image_model is None:
            raise RemoteUnavailable(Reason.NOT_SET)
        wanted: Any = {"model": self._image_model, "prompt": prompt, "n": 1, "size": shape.value}
        if not self._image_model.startswith(("gpt-image", "chatgpt-image")):
            wanted["response_format"] = "b64_json"  # those send nothing else, and refuse the word
        with _troubles():
            answer = await self._client.images.generate(**wanted)
            found = (answer.data or [])[0].b64_json
            content = base64.b64decode(found or "", validate=True)
        if not 0 < len(content) <= LARGEST_PICTURE:
            raise RemoteUnavailable(Reason.BROKEN)
        return content

    async def models(self) -> list[str]:
        """The names of the models that are there. Raises RemoteUnavailable."""
        with _troubles():
            return [str(model.id) for model in (await self._client.models.list()).data]

    def _request(self, call: Call) -> dict[str, object]:
        messages: list[dict[str, object]] = [
            {"role": turn.role, "content": turn.text} for turn in call.messages
        ]
        if call.picture is not None:
            messages[-1]["content"] = _seen(call.messages[-1].text, call.picture)
        # OpenAI's newer models refuse the old word, most other servers do not know the new one.
        limit = "max_completion_tokens" if self._host == _OPENAI_OWN else "max_tokens"
        asked = {"model": self._model, "messages": messages, limit: call.most_tokens}
        if call.json_schema is not None:
            schema = {"name": "answer", "strict": True, "schema": call.json_schema}
            asked["response_format"] = {"type": "json_schema", "json_schema": schema}
        return asked


def _seen(text: str, picture: bytes) -> list[dict[str, object]]:
    url = f"data:image/jpeg;base64,{base64.b64encode(picture).decode()}"
    return [{"type": "text", "text": text}, {"type": "image_url", "image_url": {"url": url}}]


@contextmanager
def _troubles() -> Iterator[None]:
    """What the client raises, by its reason; what the server said is not kept, it may quote."""
    try:
        yield
    except openai.APIStatusError as error:
        raise _of_status(error.status_code) from None
    except openai.APITimeoutError:
        raise RemoteUnavailable(Reason.SLOW) from None
    except openai.APIConnectionError:
        raise RemoteUnavailable(Reason.BROKEN, may_repeat=True) from None
    except (
        openai.OpenAIError,  # an error inside a stream, an answer of another shape
        httpx2.HTTPError,
        json.JSONDecodeError,
        binascii.Error,
        UnicodeDecodeError,
        AttributeError,  # junk that parses has no `choices`
        LookupError,
        TypeError,
    ):
        raise RemoteUnavailable(Reason.BROKEN) from None


def _of_status(status: int) -> RemoteUnavailable:
    if status == TOO_MANY:
        return RemoteUnavailable(Reason.BUSY, may_repeat=True)
    if status >= WRONG_THERE:
        return RemoteUnavailable(Reason.BROKEN, may_repeat=True)
    if status < REFUSED_FROM:  # a redirect leads to a host that nobody agreed to
        return RemoteUnavailable(Reason.BROKEN)
    log.warning("the endpoint refuses with %d", status)
    return RemoteUnavailable(Reason.REFUSED)
