"""Serves the texts of assets/i18n to `qsTrId`, so that screens and slips share one catalogue."""

from __future__ import annotations

from PySide6.QtCore import QTranslator

from kiosk.domain.text import Words


class WordsTranslator(QTranslator):
    """A QTranslator over `Words`: no .ts, no .qm, no build step."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words

    def show(self, words: Words) -> None:
        self._words = words

    def isEmpty(self) -> bool:
        return False

    def translate(
        self,
        context: bytes | str,
        sourceText: bytes | str,
        disambiguation: bytes | str | None = None,
        n: int = -1,
    ) -> str:
        """The text, or None (a null QString) for names that are not ours: Qt keeps its own."""
        del context, disambiguation, n
        name = sourceText.decode() if isinstance(sourceText, bytes) else sourceText
        return self._words.named.get(name)  # type: ignore[return-value]
