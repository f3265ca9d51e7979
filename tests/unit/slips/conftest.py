"""A ward, its words, a dossier and guides to make slips of."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

import pytest

from kiosk.catalogue.load import load_guides
from kiosk.catalogue.words import load_words
from kiosk.domain.deadline import VIETNAM
from kiosk.domain.dossier import Dossier, Status, Step, StepState
from kiosk.domain.guide import Guide
from kiosk.domain.text import Language, Words
from kiosk.domain.ward import Ward

ASSETS = Path(__file__).resolve().parents[3] / "assets"


@pytest.fixture
def now() -> datetime:
    return datetime(2026, 11, 23, 9, 42, tzinfo=VIETNAM)


@pytest.fixture
def ward() -> Ward:
    return Ward(
        "Phường Cao Lãnh",
        "UBND phường Cao Lãnh",
        "Tỉnh Đồng Tháp",
        "quầy số 2",
        "1800 1096",
        "1900 0368",
    )


@pytest.fixture(scope="session")
def all_words() -> Mapping[Language, Words]:
    return load_words(ASSETS / "i18n")


@pytest.fixture(params=list(Language))
def words(request: pytest.FixtureRequest, all_words: Mapping[Language, Words]) -> Words:
    return all_words[request.param]


@pytest.fixture
def vietnamese(all_words: Mapping[Language, Words]) -> Words:
    return all_words[Language.VI]


@pytest.fixture(scope="session")
def guides() -> tuple[Guide, ...]:
    return tuple(load_guides(ASSETS / "guides"))


@pytest.fixture
def dossier(now: datetime) -> Dossier:
    return Dossier(
        code="H20.129-261105-0035",
        procedure_code="1.009994",
        procedure_name="Cấp giấy phép xây dựng nhà ở",
        agency="UBND phường Cao Lãnh",
        status=Status.PROCESSING,
        status_text="Đang xử lý",
        fetched_at=now,
        received=datetime(2026, 11, 5, 8, 30, tzinfo=VIETNAM),
        due=datetime(2026, 11, 26, 17, tzinfo=VIETNAM),
        steps=(
            Step("Tiếp nhận", StepState.DONE, datetime(2026, 11, 5, 8, 30, tzinfo=VIETNAM)),
            Step("Đang thẩm định", StepState.NOW, datetime(2026, 11, 9, 8, tzinfo=VIETNAM)),
        ),
        applicant="Nguyễn V** H***",
    )
