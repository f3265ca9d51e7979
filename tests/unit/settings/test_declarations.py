"""The declarations themselves: each whole, sayable in both languages, and documented."""

from __future__ import annotations

import unicodedata

import pytest

from kiosk.settings import declared
from kiosk.settings.checks import Bad, Good, check
from kiosk.settings.document import markdown
from kiosk.settings.options import Kind, Option
from kiosk.settings.values import MASK, Settings, written

OPTIONS = declared()


@pytest.mark.parametrize("option", OPTIONS.values(), ids=OPTIONS.keys())
def test_a_default_is_itself_allowed(option: Option) -> None:
    raw = list(option.default) if isinstance(option.default, tuple) else option.default
    assert check(option, raw) == Good(option.default)


@pytest.mark.parametrize("option", OPTIONS.values(), ids=OPTIONS.keys())
def test_a_setting_says_what_it_is_in_both_languages(option: Option) -> None:
    for sentence in (option.vi, option.en):
        assert sentence.endswith(".")
        assert sentence == unicodedata.normalize("NFC", sentence)
    assert option.vi != option.en


def test_what_a_setting_may_not_exceed_is_declared() -> None:
    bounded = [option for option in OPTIONS.values() if option.no_more_than]
    assert bounded
    assert {option.no_more_than for option in bounded} <= OPTIONS.keys()


def test_the_documentation_names_every_setting() -> None:
    told = markdown(OPTIONS)
    assert [key for key in OPTIONS if f"| `{key}` |" not in told] == []


def test_a_secret_is_never_told() -> None:
    key = Option("portal.key", Kind.TEXT, "", "", "", most=400, secret=True)
    found = Settings({"portal.key": key}, {"portal.key": "tell-nobody"}, {})
    assert found.shown("portal.key") == MASK
    assert check(key, 12345) == Bad("must be a text in quotes, not what is written")


def test_what_is_no_secret_is_told() -> None:
    values = {key: option.default for key, option in OPTIONS.items()}
    assert Settings(OPTIONS, values, {}).shown("portal.dialect") == '"opencps"'


def test_values_are_written_as_toml() -> None:
    assert written(("a", 'b"c\\')) == '["a", "b\\"c\\\\"]'
    assert written(True) == "true"


REPEATED = {
    "portal.url": "https://a.example",
    "portal_2.url": "https://b.example",
    "portal_ministry.dialect": "igate",
}


def test_a_section_that_repeats_holds_what_the_first_holds() -> None:
    assert "portal_2.url" in OPTIONS
    assert OPTIONS["portal_2.url"].variable == "KIOSK_PORTAL_2__URL"
    assert OPTIONS["portal_ministry.client_secret"].secret
    for stranger in ("portal_2.connect_seconds", "portal_.url", "portal_A.url", "ward_2.name"):
        assert stranger not in OPTIONS
        with pytest.raises(KeyError):
            OPTIONS[stranger]


def test_each_repeated_section_is_read_as_if_it_were_the_first() -> None:
    values = {**{key: option.default for key, option in OPTIONS.items()}, **REPEATED}
    found = Settings(OPTIONS, values, {})

    assert found.sections("portal") == ("portal", "portal_2", "portal_ministry")
    assert found.of("portal").text("portal.url") == "https://a.example"
    assert found.of("portal_2").text("portal.url") == "https://b.example"
    assert found.of("portal_ministry").text("portal.url") == ""
    assert found.of("portal_ministry").choice("portal.dialect") == "igate"
    assert found.of("portal_2").number("portal.total_seconds") == 12.0


@pytest.mark.parametrize("line", ["processing_3 = 5", "15=4", "Chờ bổ sung = 5", "a = b = 10"])
def test_a_status_has_a_name_and_a_national_number(line: str) -> None:
    assert check(OPTIONS["portal.statuses"], [line]) == Good((line,))


@pytest.mark.parametrize("line", ["processing_3", "= 5", "x = 0", "x = 11", "x = y", ""])
def test_a_status_without_them_is_refused(line: str) -> None:
    assert isinstance(check(OPTIONS["portal.statuses"], ["ok = 1", line]), Bad)
