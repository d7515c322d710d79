import pytest

from bot.jobs.pool import Pool
from bot.pixels.refusals import PictureUnsupported
from bot.vision.eye import Eye
from tests.vision.photos import photo, sight


async def test_the_eye_looks_in_a_child_and_sees_the_same() -> None:
    async with Pool() as pool:
        eye = Eye(pool)
        assert await eye.look(photo("astronaut"), faces=True) == sight("astronaut")
        assert (await eye.look(photo("astronaut"), faces=False)).faces == ()
        with pytest.raises(PictureUnsupported):
            await eye.look(b"<svg/>", faces=True)
