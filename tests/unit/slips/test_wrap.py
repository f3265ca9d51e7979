"""Where lines break."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kiosk.slips.wrap import CUT_SHORT, NO_BREAK, wrap

TEXT = st.text(alphabet="abcdê \u00a0\n", max_size=80)


def lines(text: str, room: int, most: int = 0, *, balanced: bool = False) -> list[str]:
    """Wrapped as if every letter were one wide."""
    return wrap(text, room, len, most=most, balanced=balanced)


def test_lines_are_filled_greedily() -> None:
    assert lines("mang giấy hẹn và căn cước", 14) == ["mang giấy hẹn", "và căn cước"]


def test_a_newline_breaks() -> None:
    assert lines("một\nhai ba", 20) == ["một", "hai ba"]


def test_a_no_break_space_holds_words_together() -> None:
    assert lines(f"đến quầy{NO_BREAK}số{NO_BREAK}2", 11) == ["đến", "quầy số 2"]


def test_no_single_word_on_the_last_line() -> None:
    assert lines("aaa bbb ccc ddd", 11) == ["aaa bbb", "ccc ddd"]


def test_a_compound_may_stand_alone_on_the_last_line() -> None:
    assert lines(f"aaa bbb quầy{NO_BREAK}2", 8) == ["aaa bbb", "quầy 2"]


def test_a_word_wider_than_the_paper_breaks_between_letters() -> None:
    assert lines("abcdefghij", 4) == ["abcd", "efgh", "ij"]


def test_too_many_lines_end_with_an_ellipsis() -> None:
    assert lines("aa bb cc dd ee", 5, most=2) == ["aa bb", f"cc{CUT_SHORT}"]


def test_balanced_lines_are_about_equally_long() -> None:
    assert lines("aaaa bbb ccc dd", 13, balanced=True) == ["aaaa bbb", "ccc dd"]


@given(TEXT, st.integers(min_value=1, max_value=30), st.booleans())
def test_nothing_is_lost_and_nothing_sticks_out(text: str, room: int, balanced: bool) -> None:
    wrapped = lines(text, room, balanced=balanced)
    assert "".join("".join(wrapped).split()) == "".join(text.split())
    assert all(len(line) <= room for line in wrapped)


@given(TEXT, st.integers(min_value=2, max_value=30))
def test_balancing_costs_no_line(text: str, room: int) -> None:
    assert len(lines(text, room, balanced=True)) <= len(lines(text, room))


@given(TEXT, st.integers(min_value=2, max_value=30), st.integers(min_value=1, max_value=4))
def test_never_more_lines_than_asked(text: str, room: int, most: int) -> None:
    assert len(lines(text, room, most)) <= most
