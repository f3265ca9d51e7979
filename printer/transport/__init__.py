"""The links to a printer. They carry bytes and know nothing of what the bytes mean."""

from printer.transport.protocol import Cause, LinkError, Transport
from printer.transport.url import FORMS, from_url

__all__ = ["FORMS", "Cause", "LinkError", "Transport", "from_url"]
