"""Answers the socket: each client asks by lines of JSON and is told what becomes of its slips."""

from __future__ import annotations

import asyncio
import logging
import socket
import sqlite3
from typing import assert_never

from printer.escpos.picture import read_dots
from printer.printer import Printer
from printer.service.protocol import (
    LONGEST_LINE,
    Cancel,
    Job,
    News,
    Request,
    Settle,
    Status,
    Submit,
    Subscribe,
    line,
    read_request,
    tell_job,
    tell_printer,
)
from printer.service.queue import Queue, QueueFullError
from printer.state import PrinterState

_log = logging.getLogger("printer.service")

_MOST_UNREAD = 1_000_000
_QUESTION_SECONDS = 1.0
_HANG_UP_SECONDS = 2.0


class Server:
    """Lives in one event loop. `job_changed` and `printer_changed` may come from any thread."""

    def __init__(self, printer: Printer, queue: Queue) -> None:
        self._printer = printer
        self._queue = queue
        self._loop = asyncio.get_running_loop()
        self._clients: set[_Client] = set()
        self._state = PrinterState.UNKNOWN

    async def serve(self, door: socket.socket) -> asyncio.Server:
        return await asyncio.start_unix_server(self._attend, sock=door, limit=LONGEST_LINE)

    def job_changed(self, news: News) -> None:
        self._loop.call_soon_threadsafe(self._spread_job, news)

    def printer_changed(self, state: PrinterState) -> None:
        self._loop.call_soon_threadsafe(self._spread_printer, state)

    async def hang_up(self) -> None:
        """Close every connection, once what was said has been sent."""
        for client in self._clients:
            client.out.close()
        if tasks := [client.task for client in self._clients if client.task is not None]:
            await asyncio.wait(tasks, timeout=_HANG_UP_SECONDS)

    async def _attend(self, lines: asyncio.StreamReader, out: asyncio.StreamWriter) -> None:
        client = _Client(out)
        self._clients.add(client)
        try:
            while told := await lines.readline():
                await self._obey(client, told)
        except ValueError:
            client.say({"error": f"a line has at most {LONGEST_LINE} bytes"})
        except (ConnectionError, OSError):
            pass
        finally:
            self._clients.discard(client)
            out.close()

    async def _obey(self, client: _Client, told: bytes) -> None:
        try:
            request = read_request(told)
            client.say({"ok": True, **await self._answer(client, request)})
        except QueueFullError:
            client.say({"error": "too many slips wait for this printer", "full": True})
        except ValueError as error:
            client.say({"error": str(error), "bad": True})
        except (sqlite3.Error, OSError):
            _log.exception("the spool cannot be used")
            client.say({"error": "the spool cannot be written; the slip was not taken"})

    async def _answer(self, client: _Client, request: Request) -> dict[str, object]:
        match request:
            case Submit():
                await asyncio.to_thread(read_dots, request.picture, self._printer.paper.width)
                client.keys.add(request.key)
                return tell_job(self._queue.submit(request))
            case Job(key):
                return tell_job(self._queue.job(key))
            case Settle(key, came_out):
                await asyncio.to_thread(self._printer.settle, key, came_out=came_out)
                return tell_job(self._queue.job(key))
            case Cancel(key, visit):
                return {"cancelled": self._queue.cancel(key=key, visit=visit)}
            case Status():
                state = await asyncio.to_thread(self._printer.status, _QUESTION_SECONDS)
                return tell_printer(state)
            case Subscribe():
                client.all = True
                return tell_printer(self._state)
            case _:
                assert_never(request)

    def _spread_job(self, news: News) -> None:
        for client in self._clients:
            if client.all or news.key in client.keys:
                client.say({"event": "job", **tell_job(news)})

    def _spread_printer(self, state: PrinterState) -> None:
        self._state = state
        for client in self._clients:
            if client.all:
                client.say({"event": "printer", **tell_printer(state)})


class _Client:
    """One connection; one that does not read what it is told is dropped."""

    def __init__(self, out: asyncio.StreamWriter) -> None:
        self.out = out
        self.task = asyncio.current_task()
        self.keys: set[str] = set()
        self.all = False

    def say(self, told: dict[str, object]) -> None:
        if self.out.is_closing():
            return
        if self.out.transport.get_write_buffer_size() > _MOST_UNREAD:
            self.out.transport.abort()
            return
        self.out.write(line(told))
