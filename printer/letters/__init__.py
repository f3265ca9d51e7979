"""Slips in the printer's own letters, for serial lines too slow for pictures."""

from printer.letters.page import Code, Line, Mode, TextPage
from printer.letters.trust import Trust

__all__ = ["Code", "Line", "Mode", "TextPage", "Trust"]
