"""The settings in force, typed, each knowing which layer it came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from kiosk.settings.options import Kind, Option, Options, Value

MASK = "••••••"
SHIPPED = "default"


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings, checked. Reading a key that nobody declared raises KeyError."""

    options: Options
    values: Mapping[str, Value]
    origins: Mapping[str, str]

    def text(self, key: str) -> str:
        """A text, or a choice in its written form."""
        value = self._value(key, Kind.TEXT, Kind.CHOICE)
        assert isinstance(value, str)
        return value

    def choice(self, key: str) -> str:
        """One of the option's declared choices."""
        value = self._value(key, Kind.CHOICE)
        assert isinstance(value, str)
        return value

    def integer(self, key: str) -> int:
        """A whole number."""
        value = self._value(key, Kind.INTEGER)
        assert isinstance(value, int)
        return value

    def number(self, key: str) -> float:
        """A number with or without a fraction."""
        value = self._value(key, Kind.NUMBER, Kind.INTEGER)
        assert isinstance(value, int | float)
        return float(value)

    def flag(self, key: str) -> bool:
        """On or off."""
        value = self._value(key, Kind.FLAG)
        assert isinstance(value, bool)
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts, in the order they were written."""
        value = self._value(key, Kind.TEXTS)
        assert isinstance(value, tuple)
        return value

    def sections(self, first: str) -> tuple[str, ...]:
        """`first` and every section that repeats it, by name."""
        others = {option_key.partition(".")[0] for option_key in self.values}
        return (first, *sorted(name for name in others if name.startswith(f"{first}_")))

    def of(self, section: str) -> Settings:
        """The same settings, where a repeated `section` answers for the one it repeats."""
        first = section.partition("_")[0]
        own = {
            f"{first}.{name}": self.values.get(f"{section}.{name}", option.default)
            for key, option in self.options.items()
            if option.repeats and (name := key.removeprefix(f"{first}.")) != key
        }
        return self if section == first else replace(self, values={**self.values, **own})

    def origin(self, key: str) -> str:
        """The layer the value came from: ``default``, a file with its line, or a variable."""
        return self.origins.get(key, SHIPPED)

    def shown(self, key: str) -> str:
        """The value as it may be shown to staff: a secret that is set is only dots."""
        value = self.values[key]
        return MASK if self.options[key].secret and value else written(value)

    def _value(self, key: str, *kinds: Kind) -> Value:
        option: Option = self.options[key]
        if option.kind not in kinds:
            raise TypeError(f"{key} is declared as {option.kind}, not {' or '.join(kinds)}")
        return self.values[key]


def written(value: Value) -> str:
    """A value as TOML writes it."""
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
        case tuple():
            return "[" + ", ".join(written(text) for text in value) + "]"
        case _:
            return str(value)
