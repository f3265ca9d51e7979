"""Pictures to print, and how to find them again on the paper that came out."""

from __future__ import annotations

import io
import random

from PIL import Image, ImageChops, ImageDraw

from printer.void import STRIP_ROWS


def png(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def slip(seed: int = 1, width: int = 576, height: int = 1200) -> Image.Image:
    """Lines of blocks like text, a ragged code, white between; first and last rows are black.

    No stroke is thinner than seven dots, so that nothing in it needs defusing.
    """
    chance = random.Random(seed)
    image = Image.new("1", (width, height), 1)
    pen = ImageDraw.Draw(image)
    for y in range(0, height - 30, 44):
        for x in range(20, chance.randrange(120, width - 20), 26):
            if chance.random() < 0.8:
                size = chance.randrange(9, 16), chance.randrange(8, 24)
                pen.rectangle((x, y, x + size[0], y + size[1]), fill=0)
    for _ in range(400):
        x, y = 160 + 7 * chance.randrange(30), height // 2 + 7 * chance.randrange(30)
        pen.rectangle((x, y, x + 6, y + 6), fill=0)
    pen.line((0, 0, width - 1, 0), fill=0)
    pen.line((0, height - 1, width - 1, height - 1), fill=0)
    return image


def ink(image: Image.Image) -> Image.Image:
    """The picture without the white above and below its ink."""
    box = ImageChops.invert(image.convert("L")).getbbox()
    if box is None:
        return image.crop((0, 0, image.width, 1))
    return image.crop((0, box[1], image.width, box[3]))


def same(paper: Image.Image, picture: Image.Image) -> bool:
    """Whether the paper shows the picture dot by dot and nothing else."""
    shown, meant = ink(paper), ink(picture)
    return shown.size == meant.size and shown.tobytes() == meant.tobytes()


def reprinted(paper: Image.Image, picture: Image.Image) -> bool:
    """Whether the paper shows the picture below the strip that marks a second copy."""
    strip = paper.crop((0, 0, paper.width, STRIP_ROWS))
    rest = paper.crop((0, STRIP_ROWS, paper.width, paper.height))
    return strip.convert("L").getextrema() == (0, 255) and same(rest, picture)
