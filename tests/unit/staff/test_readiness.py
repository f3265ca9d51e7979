"""What each check makes of what it sees, and what is kept of it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from kiosk.catalogue.words import load_words
from kiosk.domain.deadline import VIETNAM
from kiosk.domain.readiness import Finding, Light, PortalSeen, Readiness, tell
from kiosk.domain.text import Language, Words
from kiosk.settings.places import assets_dir
from kiosk.staff.readiness import machine
from kiosk.staff.readiness.examine import examine
from kiosk.staff.readiness.kept import KEPT, Kept
from kiosk.staff.readiness.online import online
from tests.conftest import Heard

NOW = datetime(2026, 11, 25, 7, 0, tzinfo=VIETNAM)
GOOD = PortalSeen("portal", "ok", 0.4, 2, encrypted=True, certificate_days=90)


@pytest.fixture
def words() -> Mapping[Language, Words]:
    return load_words(assets_dir() / "i18n")


def lights(*seen: PortalSeen) -> list[tuple[str, str, str]]:
    return [(each.check, each.light.value, each.state) for each in online(seen)]


def test_all_well_online() -> None:
    assert lights(GOOD) == [
        ("portal", "green", "ok"), ("clock", "green", "ok"), ("certificate", "green", "ok"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("seen", "portal", "clock", "certificate"),
    [
        (PortalSeen("p", "ok", 7.0, 0, True, 90), "amber", "green", "green"),
        (PortalSeen("p", "ok", 1.0, 61, True, 90), "green", "amber", "green"),
        (PortalSeen("p", "ok", 1.0, -301, True, 90), "green", "red", "green"),
        (PortalSeen("p", "ok", 1.0, 0, True, 20), "green", "green", "amber"),
        (PortalSeen("p", "ok", 1.0, 0, False, None), "green", "green", "amber"),
        (PortalSeen("p", "refused", 3.0), "red", "amber", "amber"),
        (PortalSeen("p", "not_asked"), "green", "amber", "green"),
        (PortalSeen("p", "busy", 1.0, 0, True, 90), "amber", "green", "green"),
    ],
)
def test_each_fault_online(seen: PortalSeen, portal: str, clock: str, certificate: str) -> None:
    assert [light for _, light, _ in lights(seen)] == [portal, clock, certificate]


def test_the_worst_of_several_portals_counts() -> None:
    late = PortalSeen("portal_2", "ok", 0.5, -90, encrypted=True, certificate_days=5)
    found = online([GOOD, late])
    assert [each.light.value for each in found] == ["green", "green", "amber", "amber"]
    assert found[2].state == "ahead"
    assert found[3].measured == {"days": 5}


@pytest.mark.parametrize(
    ("written", "light", "state"),
    [
        ([], "green", "none"),
        (["44000"], "green", "ok"),
        (["44000", "76000"], "amber", "warm"),
        (["91000"], "red", "hot"),
        (["nonsense", "-40000", "999000"], "green", "none"),
    ],
)
def test_the_temperature(tmp_path: Path, written: list[str], light: str, state: str) -> None:
    for number, text in enumerate(written):
        zone = tmp_path / "thermal" / f"thermal_zone{number}"
        zone.mkdir(parents=True)
        (zone / "temp").write_text(f"{text}\n")
    found = machine.temperature(tmp_path)
    assert (found.light.value, found.state) == (light, state)


@pytest.mark.parametrize(
    ("ages", "left_out", "light", "state"),
    [
        ([10, 20], 0, "green", "ok"),
        ([10, 181], 0, "amber", "old"),
        ([10, 400], 0, "amber", "too_old"),
        ([10], 2, "amber", "left_out"),
        ([], 0, "red", "none"),
    ],
)
def test_the_age_of_the_guides(ages: list[int], left_out: int, light: str, state: str) -> None:
    today = date(2026, 11, 25)
    found = machine.content([today - timedelta(age) for age in ages], left_out, today)
    assert (found.light.value, found.state) == (light, state)


def test_counts_that_were_lost_are_told() -> None:
    found = machine.counts(Path("x"), lambda _path: "ok", [date(2026, 11, 20), date(2026, 11, 3)])
    assert (found.light.value, found.state) == ("amber", "lost")
    assert found.measured == {"day": "20/11/2026", "times": 2}


def test_a_screen_that_is_unplugged_or_blank_is_a_fault() -> None:
    frame = {"width": 1080, "height": 1920, "ms": 300, "colours": 9}
    assert machine.display(frame, ()).light is Light.GREEN
    assert machine.display(frame, ("disconnected", "connected")).light is Light.GREEN
    assert machine.display(frame, ("disconnected",)).state == "unplugged"
    assert machine.display({**frame, "colours": 1}, ()).state == "not_drawn"
    assert machine.display({**frame, "ms": 9000}, ()).light is Light.AMBER
    assert machine.display(None, ()).light is Light.RED


@pytest.mark.events("readiness.check_broke")
def test_a_check_that_breaks_hides_no_other(heard: Heard, words: Mapping[Language, Words]) -> None:
    def breaks() -> tuple[Finding, ...]:
        raise RuntimeError("H20.129-261105-0035")

    good = Finding("version", Light.GREEN, "ok", {"version": "1"})
    readiness = examine({"disk": breaks, "version": lambda: (good,)}, lambda: NOW)
    assert readiness.light is Light.RED
    assert readiness.findings[1] == good
    told = tell(readiness.findings[0], words[Language.VI])
    assert told.says == "Không kiểm tra được phần disk."
    assert "H20" not in str(heard.fields("readiness.check_broke")) + str(told)


def test_the_last_looks_are_kept_and_read_again(
    tmp_path: Path, words: Mapping[Language, Words]
) -> None:
    kept = Kept(tmp_path / "readiness")
    assert not kept.ever("touch", "found")
    first = Finding("touch", Light.GREEN, "found", {"device": "Touch 1"})
    kept.save(Readiness(NOW, (first,)), words)
    assert kept.ever("touch", "found")
    later = Finding("touch", Light.AMBER, "unknown")
    for minute in range(1, KEPT + 3):
        kept.save(Readiness(NOW + timedelta(minutes=minute), (later,)), words)
    there = kept.all()
    assert len(there) == KEPT
    assert there[-1] == Readiness(NOW + timedelta(minutes=KEPT + 2), (later,))
    assert not kept.ever("touch", "found")


def test_a_look_that_cannot_be_read_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "2026-11-25T07-00-00.json").write_text("{broken")
    assert Kept(tmp_path).all() == ()


def test_what_is_kept_is_told_in_both_languages(
    tmp_path: Path, words: Mapping[Language, Words]
) -> None:
    path = Kept(tmp_path).save(Readiness(NOW, online([GOOD])), words)
    told = json.loads(path.read_text(encoding="utf-8"))
    assert (told["at"], told["light"]) == ("2026-11-25T07:00:00+07:00", "green")
    assert told["checks"][0]["says"]["vi"] == "Cổng portal trả lời sau 0.4 giây."
    assert told["checks"][0]["says"]["en"] == "The portal portal answered in 0.4 s."
