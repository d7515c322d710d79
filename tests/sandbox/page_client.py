"""The page's door as another program uses it."""

import aiohttp

from tests.sandbox.raw import Json


async def post(page: aiohttp.ClientSession, name: str, **body: object) -> Json:
    async with page.post(f"api/{name}", json=body) as response:
        answer: Json = await response.json()
        return answer


async def state(page: aiohttp.ClientSession) -> Json:
    async with page.get("api/state") as response:
        answer: Json = await response.json()
        return answer
