"""Loud tests: no screen, no waiting, and any log event of weight that was not expected fails."""

from __future__ import annotations

import logging
import os
import tempfile
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from kiosk.log import LOGGERS

if TYPE_CHECKING:
    from collections.abc import Iterator

settings.register_profile("kiosk", deadline=None)
settings.load_profile("kiosk")

_HOME = tempfile.TemporaryDirectory(prefix="kiosk-tests-")
"""Settings and state of whoever runs the tests stay out of them."""

for _variable in ("XDG_CONFIG_HOME", "XDG_STATE_HOME"):
    os.environ[_variable] = _HOME.name
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_QUICK_BACKEND"] = "software"
os.environ["QML_DISABLE_DISK_CACHE"] = "1"


class Heard(logging.Handler):
    """Keeps every record of the kiosk's and the printer's loggers."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)

    def names(self) -> list[str]:
        """The events heard, in order."""
        return [record.getMessage() for record in self.records]

    def fields(self, name: str) -> list[dict[str, object]]:
        """The fields of each event called `name`, in order."""
        return [
            getattr(record, "fields", {}) for record in self.records if record.getMessage() == name
        ]


@pytest.fixture(autouse=True)
def heard(request: pytest.FixtureRequest) -> Iterator[Heard]:
    """The log of this test; a warning or worse that ``@pytest.mark.events`` does not name fails."""
    listener = Heard()
    before = {}
    for name in LOGGERS:
        logger = logging.getLogger(name)
        before[name] = (logger.handlers[:], logger.level, logger.propagate)
        logger.handlers, logger.propagate = [listener], False
        logger.setLevel(logging.DEBUG)
    yield listener
    for name, (handlers, level, propagate) in before.items():
        logger = logging.getLogger(name)
        logger.handlers, logger.propagate = handlers, propagate
        logger.setLevel(level)
    expected = {name for mark in request.node.iter_markers("events") for name in mark.args}
    loud = [
        f"{record.getMessage()} {getattr(record, 'fields', '')}"
        for record in listener.records
        if record.levelno >= logging.WARNING and not _expected(record, expected)
    ]
    if loud:
        pytest.fail("unexpected in the log:\n" + "\n".join(loud), pytrace=False)


def _expected(record: logging.LogRecord, names: set[str]) -> bool:
    """A kiosk event goes by its own name, a record of the printer library by ``printer``."""
    return record.getMessage() in names or record.name.partition(".")[0] in names - {"kiosk"}


@pytest.fixture(scope="session")
def qapp_cls() -> type:
    """The kiosk has no widgets, so tests run on the application class it really uses."""
    from PySide6.QtGui import QGuiApplication

    return QGuiApplication
