"""What officers print: the morning's readiness, and a slip that tries the printer out."""

from __future__ import annotations

from kiosk import app
from kiosk.catalogue.words import load_words
from kiosk.domain.readiness import Readiness
from kiosk.domain.slip import Field, Section
from kiosk.domain.text import Language
from kiosk.settings import load
from kiosk.settings.places import assets_dir
from kiosk.slips.draw import draw
from kiosk.slips.readiness import readiness_slip
from kiosk.slips.trial import LETTERS, SCANNED, trial_slip
from kiosk.ui.staff_gallery import staff_gallery
from tests.helpers.rooms import NOW

WORDS = load_words(assets_dir() / "i18n")[Language.VI]
WARD = app.build_ward(load(environ={}))


def test_what_must_be_mended_stands_first_and_says_how() -> None:
    shown = dict(staff_gallery(NOW))["staff-readiness-red"].readiness
    assert isinstance(shown, Readiness)
    blocks = readiness_slip(shown, WARD, WORDS).blocks
    sections = [block.title for block in blocks if isinstance(block, Section)]
    assert sections == ["Cần sửa", "Chú ý", "Tốt"]
    first = next(block for block in blocks if isinstance(block, Field))
    assert first == Field("Giấy in", "Hết giấy.", note="Lắp cuộn giấy mới rồi đóng nắp.")


def test_a_trial_slip_can_be_read_back_by_a_scanner() -> None:
    from pyzbar.pyzbar import decode

    picture = draw(trial_slip(WARD, WORDS, NOW), 576)
    assert [code.data.decode() for code in decode(picture.convert("L"))] == [SCANNED]
    assert all(mark in LETTERS for mark in "ẮẰẲẴẶẾỀỂỄỆỢỰĐ")
