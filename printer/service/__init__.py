"""The print service: one process that writes to the printer, asked over a UNIX socket."""

from printer.service.client import Client
from printer.service.protocol import News

__all__ = ["Client", "News"]
