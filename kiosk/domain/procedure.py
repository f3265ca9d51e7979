"""A public procedure as the portal names it, known without anybody having written a guide."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Procedure:
    """`url` is its page on the national portal, or empty; `field` what it is about."""

    code: str
    name: str
    field: str = ""
    url: str = ""
