"""Is a value one that its option allows? Either the value in its own type, or a sentence."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from kiosk.settings.options import Form, Kind, Option, Options, Value
from kiosk.settings.problems import did_you_mean

DEVICE_SCHEMES = ("tcp", "serial", "usb", "file", "cups", "memory")
WEB_SCHEMES = ("http", "https")
PORTS = range(1, 65536)
STATUS = re.compile(r"\s*\S.*?\s*=\s*(?:[1-9]|10)\s*")
WANTED = {
    Kind.TEXT: "a text in quotes",
    Kind.CHOICE: "a text in quotes",
    Kind.INTEGER: "a whole number",
    Kind.NUMBER: "a number",
    Kind.FLAG: "true or false",
    Kind.TEXTS: 'a list of texts such as ["a", "b"]',
}


@dataclass(frozen=True, slots=True)
class Good:
    """The value is allowed; here it is in the option's own type."""

    value: Value


@dataclass(frozen=True, slots=True)
class Bad:
    """The value is not allowed; the sentence says what would be."""

    sentence: str


def check(option: Option, value: object) -> Good | Bad:
    """Check one value as TOML gave it."""
    typed = _typed(option.kind, value)
    if typed is None:
        given = "what is written" if option.secret else _named(value)
        return Bad(f"must be {WANTED[option.kind]}, not {given}")
    for sentence in (_choice(option, typed), _limits(option, typed), _form(option, typed)):
        if sentence:
            return Bad(sentence)
    return Good(typed)


def from_words(option: Option, words: str) -> object:
    """A text from outside TOML as the value it stands for.

    Texts are parted by commas, or written as TOML writes a list where a comma belongs to one.
    """
    match option.kind:
        case Kind.TEXT | Kind.CHOICE:
            return words
        case Kind.TEXTS:
            if words.lstrip().startswith("["):
                return _listed(words)
            return [part.strip() for part in words.split(",") if part.strip()]
        case Kind.FLAG:
            return {"true": True, "false": False}.get(words.strip().lower(), words)
        case Kind.INTEGER | Kind.NUMBER:
            return _number(words)


def contradictions(options: Options, values: Mapping[str, Value]) -> dict[str, str]:
    """Settings that are each allowed but not together: key to sentence."""
    found = {}
    for key, option in options.items():
        mine, ceiling = values.get(key), values.get(option.no_more_than)
        if mine is not None and ceiling is not None and _size(mine) > _size(ceiling):
            found[key] = f"is {mine}, more than {option.no_more_than}, which is {ceiling}"
    return found


def _typed(kind: Kind, value: object) -> Value | None:
    match kind, value:
        case (Kind.FLAG, bool()):
            return value
        case (Kind.INTEGER | Kind.NUMBER, bool()):
            return None
        case (Kind.TEXT | Kind.CHOICE, str()):
            return value
        case (Kind.INTEGER, int()):
            return value
        case (Kind.NUMBER, int() | float()):
            return float(value)
        case (Kind.TEXTS, list()):
            texts = tuple(item for item in value if isinstance(item, str))
            return texts if len(texts) == len(value) else None
    return None


def _choice(option: Option, value: Value) -> str:
    if not option.choices:
        return ""
    allowed = ", ".join(str(choice) for choice in option.choices)
    for one in value if isinstance(value, tuple) else (value,):
        if one not in option.choices:
            hint = did_you_mean(one, map(str, option.choices)) if isinstance(one, str) else ""
            return f"may be {allowed}, not {one}{hint}"
    return ""


def _limits(option: Option, value: Value) -> str:
    size = _size(value)
    what = {Kind.TEXT: " characters long", Kind.TEXTS: " entries long"}.get(option.kind, "")
    if not size < float("inf"):
        return "must be a number that can be counted to"
    if option.least is not None and size < option.least:
        return f"must be at least {option.least:g}{what}, not {size:g}"
    if option.most is not None and size > option.most:
        return f"must be at most {option.most:g}{what}, not {size:g}"
    return ""


def _form(option: Option, value: Value) -> str:
    if isinstance(value, tuple):
        return next((wrong for text in value if (wrong := _form(option, text))), "")
    if not isinstance(value, str):
        return ""
    if any(ord(character) < ord(" ") for character in value):
        return "must be one line without control characters"
    if not value and option.form is not Form.STATUS:
        return ""
    match option.form:
        case Form.URL:
            return _address(value, WEB_SCHEMES, "http:// or https:// and a host")
        case Form.DEVICE:
            return _address(value, DEVICE_SCHEMES, "such as tcp://192.0.2.7:9100")
        case Form.PATH:
            return "" if value.startswith("/") else "must be a whole path that begins with /"
        case Form.STATUS:
            return "" if STATUS.fullmatch(value) else f"“{value}” is not NAME = 1 to 10"
        case Form.ANY:
            return ""


def _address(value: str, schemes: tuple[str, ...], wanted: str) -> str:
    if "://" not in value:
        return f"must be an address: {wanted}"
    scheme = value.partition("://")[0]
    if scheme not in schemes:
        hint = did_you_mean(scheme, schemes)
        return f"begins with {scheme}://, but may begin with {', '.join(schemes)}{hint}"
    if scheme in (*WEB_SCHEMES, "tcp") and not _names_host(value):
        return f"must be an address: {wanted}"
    return ""


def _names_host(address: str) -> bool:
    """Whether there is a host and, if a port is named, a possible one."""
    try:
        parts = urlsplit(address)
        return bool(parts.hostname) and (parts.port is None or parts.port in PORTS)
    except ValueError:
        return False


def _size(value: Value) -> float:
    if isinstance(value, bool):
        return 0
    return float(value) if isinstance(value, int | float) else len(value)


def _listed(words: str) -> object:
    try:
        return tomllib.loads(f"list = {words.strip()}")["list"]
    except tomllib.TOMLDecodeError:
        return words


def _number(words: str) -> object:
    for kind in (int, float):
        try:
            return kind(words)
        except ValueError:
            continue
    return words


def _named(value: object) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return f"the text “{value}”" if len(value) <= 30 else "a text"
        case int() | float():
            return f"the number {value}"
        case list():
            return "a list"
        case dict():
            return "a table"
    return "a date or time"
