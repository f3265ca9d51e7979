"""A small folder of guides to break in one place at a time."""

from __future__ import annotations

from pathlib import Path

TODAY_TEXT = "2026-11-20"

WORDS = """
compounds = ["khai sinh", "hộ kinh doanh", "kinh doanh", "làm việc"]
units = ["ngày", "đồng", "working days"]
before_numbers = ["số"]
"""

EVENTS = """
[[event]]
id = "birth"
icon = "birth"
name = { vi = "Sinh con", en = "Birth" }
examples = { vi = "Khai sinh", en = "Papers" }

[[event]]
id = "land"
icon = "land"
name = { vi = "Đất đai", en = "Land" }
examples = { vi = "Sang tên", en = "Transfers" }
"""

GUIDE = """
id = "NAME"
kind = "service"
codes = ["1.00119NUMBER"]
icon = "birth"
audiences = ["citizen"]
events = ["birth"]
level = "full"
phone_url = "https://example.gov.vn/a"
keywords = ["làm khai sinh"]
title = { vi = "Đăng ký khai sinh", en = "Register a birth" }
summary = { vi = "Làm Giấy khai sinh.", en = "Get the paper." }
who = { vi = "Cha hoặc mẹ.", en = "A parent." }

[[fee]]
value = { vi = "Miễn phí", en = "Free" }

[[time]]
value = { vi = "3 ngày", en = "3 days" }

[[place]]
value = { vi = "Tại quầy", en = "Counter" }

[source]
decision = "163/QĐ-BTP"
checked = 2026-11-10
checker = { vi = "Người thử", en = "A tester" }

[[channel]]
kind = "direct"
fee = { vi = "Miễn phí", en = "Free" }
where = { vi = "Quầy số 2", en = "The counter" }

[[question]]
id = "who"
ask = { vi = "Ai đi làm?", en = "Who goes?" }

[[question.choice]]
id = "parent"
icon = "citizen"
label = { vi = "Cha mẹ", en = "A parent" }
reason = { vi = "Của con", en = "Of the child" }

[[question.choice]]
id = "other"
icon = "company"
label = { vi = "Người khác", en = "Someone else" }
reason = { vi = "Được nhờ", en = "When asked" }

[[document]]
name = { vi = "Giấy ủy quyền", en = "Authority" }
when = { who = ["other", "unsure"] }

[[step]]
short = { vi = "Một", en = "One" }
title = { vi = "Bước đầu", en = "First" }
actions = [{ vi = "Làm a.", en = "Do a." }, { vi = "Làm b.", en = "Do b." }]

[[step]]
short = { vi = "Hai", en = "Two" }
title = { vi = "Bước giữa", en = "Second" }
actions = [{ vi = "Làm a.", en = "Do a." }, { vi = "Làm b.", en = "Do b." }]

[[step]]
short = { vi = "Ba", en = "Three" }
title = { vi = "Bước cuối", en = "Last" }
actions = [{ vi = "Làm a.", en = "Do a." }, { vi = "Làm b.", en = "Do b." }]
"""


def guide_text(name: str = "birth", number: int = 3) -> str:
    return GUIDE.replace("NAME", name).replace("NUMBER", str(number))


def write_folder(folder: Path, **guides: str) -> Path:
    """`folder` with its words and events, and each guide as NAME.toml."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "words.toml").write_text(WORDS, encoding="utf-8")
    (folder / "events.toml").write_text(EVENTS, encoding="utf-8")
    for name, text in guides.items():
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    return folder
