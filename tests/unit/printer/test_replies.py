from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from printer.escpos.replies import (
    AutoStatus,
    Block,
    Confirmed,
    Demultiplexer,
    Processed,
    Reply,
    StatusByte,
    Stray,
)

LETTERS = st.sampled_from(b"@ABCDEFGHIJKLMNO")
STATUS = st.integers(0, 255).filter(lambda byte: byte & 0x93 == 0x12).map(StatusByte)
FIRST = st.integers(0, 255).filter(lambda byte: byte & 0x93 == 0x10)
REST = st.lists(st.integers(0, 255).filter(lambda byte: byte & 0x90 == 0), min_size=3, max_size=3)
AUTO = st.builds(lambda first, rest: AutoStatus(bytes([first, *rest])), FIRST, REST)
MARK = st.lists(LETTERS, min_size=4, max_size=4).map(lambda mark: Confirmed(bytes(mark)))
PAPER = st.integers(0, 255).filter(lambda byte: byte & 0x90 == 0).map(Processed)
DIGITS = st.integers(0, 10**9).map(lambda number: Block(str(number).encode()))


def as_sent(reply: Reply) -> bytes:
    match reply:
        case StatusByte(value) | Processed(value) | Stray(value):
            return bytes([value])
        case AutoStatus(data):
            return data
        case Confirmed(mark):
            return b"\x37\x22" + mark + b"\x00"
        case Block(text):
            return b"\x5f" + text + b"\x00"


@given(st.lists(st.one_of(STATUS, AUTO, MARK, PAPER, DIGITS)), st.randoms())
def test_mixed_answers_are_told_apart_however_they_are_cut(
    sent: list[Reply], chance: st.DrawFn
) -> None:
    stream = b"".join(as_sent(reply) for reply in sent)
    demultiplexer = Demultiplexer()
    got: list[Reply] = []
    while stream:
        size = chance.randint(1, len(stream))  # type: ignore[attr-defined]
        got += demultiplexer.feed(stream[:size])
        stream = stream[size:]
    assert got == sent
    assert not demultiplexer.waiting


@given(st.binary(max_size=300))
def test_rubbish_never_raises_and_a_later_mark_is_still_heard(rubbish: bytes) -> None:
    demultiplexer = Demultiplexer()
    demultiplexer.feed(rubbish)
    heard = demultiplexer.feed(bytes(100) + b"\x37\x22ABCD\x00")
    assert heard[-1] == Confirmed(b"ABCD")


def test_a_status_byte_between_does_not_hide_inside_an_automatic_report() -> None:
    assert Demultiplexer().feed(b"\x10\x00\x12") == [Stray(0x10), Processed(0), StatusByte(0x12)]


def test_flow_control_bytes_are_strays() -> None:
    assert Demultiplexer().feed(b"\x11\x13") == [Stray(0x11), Stray(0x13)]
