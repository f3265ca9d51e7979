"""Prints slips on ESC/POS thermal printers: exact pictures, one slip per wish, no false "printed".

A library of its own: it knows no application and no user interface.
"""

from printer.paper import Paper, Patience
from printer.printer import Printer
from printer.state import WORDS, Outcome, PrinterState, Result

__all__ = ["WORDS", "Outcome", "Paper", "Patience", "Printer", "PrinterState", "Result"]
