"""Telex and VNI typed where nothing composed them: "ddawng" and "d9a8ng" are "đăng"."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.domain import telex


def composed(word: str) -> Iterator[str]:
    """What `word` becomes when its keys are pressed one by one, for each method that changes it."""
    for method in (telex.TELEX, telex.VNI):
        text = ""
        for key in word:
            text = telex.press(text, key, method)
        if text != word:
            yield text
