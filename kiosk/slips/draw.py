"""Draws a slip as a one-bit picture: exact Vietnamese on any printer, no dither, no anti-alias.

All sizes are in printer dots, 8 to the millimetre. Narrow paper keeps the type and narrows the
lines, because words must stay readable.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING, assert_never

from kiosk.domain.slip import (
    Block,
    Box,
    Field,
    Headline,
    Item,
    Paragraph,
    QrCode,
    Rule,
    Section,
    Slip,
)
from kiosk.slips.qr import Modules, modules
from kiosk.slips.sheet import FRAME_INSET, Sheet
from kiosk.slips.wrap import NO_BREAK

if TYPE_CHECKING:
    from PIL.Image import Image

Codes = Mapping[str, Modules]
"""Each code of a slip, made once, because making it costs more than drawing it."""

LONGEST = 190 * 8
"""Dots: a slip is at most 190 mm, as long as what must be said allows it."""

MODULES = (7, 6, 5)
"""Dots of a code's module, tried from large to small until the slip is short enough."""

STEP_GAP = "; "
ITEM_INSET = 46
LONG_VALUE = 3
"""Lines from which a value is set smaller."""


def draw(slip: Slip, width: int) -> Image:
    """The slip as a picture of mode "1", `width` dots wide (384, 512 or 576).

    Too long, the code gets smaller; then the steps run on in one paragraph, then conditions and
    notes go, and at last steps give way to the sentence `slip.more`. Papers to bring and dates
    are never left out: on 58 mm paper, and where an office asks for very many papers, the slip is
    as long as they need.
    Raises FontsMissingError when no font with Vietnamese letters is installed.
    """
    codes = {b.content: modules(b.content) for b in slip.blocks if isinstance(b, QrCode)}
    for module in MODULES:
        sheet = _laid(slip.blocks, Sheet(width, module), codes)
        if sheet.rows <= LONGEST:
            return sheet.cut()
    return _shortened(slip, width, codes).cut()


def png(image: Image) -> bytes:
    """The picture as a PNG file's bytes."""
    out = BytesIO()
    image.save(out, format="PNG")
    return out.getvalue()


def _shortened(slip: Slip, width: int, codes: Codes) -> Sheet:
    """The slip with less said, step by step, until it is short enough.

    Where even that does not help, all steps stay and only the notes are gone.
    """
    steps = sum(_is_step(block) for block in slip.blocks)
    blocks, sheet = slip.blocks, Sheet(width, MODULES[-1])
    for kinds in ((), (Field,), (Field, Item)):
        blocks = tuple(replace(b, note="") if isinstance(b, kinds) else b for b in slip.blocks)
        sheet = _laid(_running_on(blocks, steps, ""), Sheet(width, MODULES[-1]), codes)
        if sheet.rows <= LONGEST:
            return sheet
    kept = steps if slip.more else 0
    while kept:
        kept = kept * 3 // 4
        fewer = _running_on(blocks, kept, slip.more)
        shorter = _laid(fewer, Sheet(width, MODULES[-1]), codes)
        if shorter.rows <= LONGEST:
            return shorter
    return sheet


def _running_on(blocks: tuple[Block, ...], kept: int, more: str) -> tuple[Block, ...]:
    """The blocks with the first `kept` steps in one paragraph, and `more` for the others."""
    steps = [block for block in blocks if isinstance(block, Item) and _is_step(block)]
    if not steps:
        return blocks
    first = blocks.index(steps[0])
    words = [f"{step.number}. {step.text}".replace(" ", NO_BREAK) for step in steps[:kept]]
    said = [Paragraph(text) for text in (STEP_GAP.join(words), more) if text]
    rest = (block for block in blocks[first:] if not _is_step(block))
    return (*blocks[:first], *said, *rest)


def _laid(blocks: tuple[Block, ...], sheet: Sheet, codes: Codes) -> Sheet:
    for block in blocks:
        _place(sheet, block, codes)
    return sheet


def _is_step(block: Block) -> bool:
    return isinstance(block, Item) and block.number > 0


def _place(sheet: Sheet, block: Block, codes: Codes) -> None:
    match block:
        case Headline():
            _headline(sheet, block)
        case Rule(dashed=dashed):
            sheet.rule(dashed=dashed)
        case Field():
            _field(sheet, block)
        case Box():
            _box(sheet, block)
        case Section(title=title):
            sheet.text(title, "section")
            sheet.skip(6)
        case Item():
            _item(sheet, block)
        case QrCode():
            sheet.code(codes[block.content])
            sheet.text(block.caption, "value", centred=True)
            sheet.skip(6)
        case Paragraph(text=text, centred=centred):
            sheet.text(text, "small", centred=centred)
        case _:
            assert_never(block)


def _headline(sheet: Sheet, block: Headline) -> None:
    sheet.lotus(88)
    sheet.skip(2)
    sheet.text(_capitals(block.office), "office", centred=True, most=3)
    sheet.text(block.province, "small", centred=True, most=2)
    sheet.skip(8)
    title, parts = _capitals(block.title), block.title.count("\n") + 1
    style = "title" if sheet.lines(title, "title") == parts else "long title"
    sheet.text(title, style, centred=True, most=3)
    sheet.text(block.note, "small", centred=True, most=4)
    sheet.skip(4)


def _capitals(text: str) -> str:
    """In capitals, but for words that bring their own (VNeID)."""
    words = re.split(r"(\s)", text)
    return "".join(w if any(c.isupper() for c in w[1:]) else w.upper() for w in words)


def _field(sheet: Sheet, block: Field) -> None:
    sheet.text(block.label, "small")
    style = "code" if block.large else "value"
    if not block.large and sheet.lines(block.value, style) > LONG_VALUE:
        style = "long"
    together = f"{block.value} · {block.note}"
    if block.note and sheet.lines(together, style) == 1:
        sheet.text(together, style)
    else:
        sheet.text(block.value, style, most=8)
        if block.note:
            sheet.text(block.note, "small")
    sheet.skip(11)


def _box(sheet: Sheet, block: Box) -> None:
    sheet.skip(5)
    top = sheet.at
    sheet.skip(14)
    sheet.text(block.label, "small", inset=FRAME_INSET)
    smaller = sheet.lines(block.value, "code", FRAME_INSET) == 1
    fits = sheet.lines(block.value, "date", FRAME_INSET) == 1
    sheet.text(block.value, "code" if smaller and not fits else "date", inset=FRAME_INSET)
    if block.note:
        sheet.text(block.note, "value", inset=FRAME_INSET)
    sheet.skip(16)
    sheet.frame(top, sheet.at)
    sheet.skip(14)


def _item(sheet: Sheet, block: Item) -> None:
    if block.number:
        sheet.number(block.number, "long")
    else:
        sheet.tick_box(sheet.at + 5)
    sheet.text(block.text, "long" if block.number else "value", inset=ITEM_INSET)
    if block.note:
        sheet.text(block.note, "small", inset=ITEM_INSET)
    sheet.skip(5 if block.number else 9)
