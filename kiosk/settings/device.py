"""Settings changed on the device itself: tried whole, written whole, noted, and undone."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from pathlib import Path

from kiosk.disk import alone, write_whole
from kiosk.settings import Settings, declared, load_with
from kiosk.settings.changes import Change, Changes, Edit
from kiosk.settings.checks import Bad, check
from kiosk.settings.layers import unknown
from kiosk.settings.options import Value
from kiosk.settings.places import settings_dir
from kiosk.settings.problems import Place, Problem, SettingsError
from kiosk.settings.values import MASK, written

NAME = "90-device.toml"
WISHED = "as wished"
UNKNOWN = "?"
HEAD = b"""# Settings changed on this device, by `kiosk settings set` and by the staff area.
# They lie over kiosk.toml and over what comes before this file in conf.d.
"""

Wishes = Mapping[str, object]
"""Settings by key as TOML gives them (a list for texts); None takes the key out of the file."""


class DeviceSettings:
    """The device's own layer: ``conf.d/90-device.toml``, or the one file `config`.

    Every way in raises SettingsError with all problems and then has changed nothing, and OSError
    where the folder cannot be written. Safe with several processes.
    """

    def __init__(
        self,
        now: Callable[[], datetime],
        config: Path | None = None,
        environ: Mapping[str, str] = os.environ,
    ) -> None:
        self._now = now
        self._config = config
        self._environ = environ
        folder = settings_dir(environ)
        self.path = config or folder / "conf.d" / NAME
        beside = (
            folder / "changes" if config is None else config.with_name(f"{config.name}.changes")
        )
        self._changes = Changes(beside)

    def differences(self, wishes: Wishes) -> tuple[Edit, ...]:
        """What `wishes` would change of what is in force, secrets masked."""
        before, after = self._before(), self._with(self._text(wishes))
        _refuse_what_is_covered(after, wishes, self.path)
        changed = [
            key for key in wishes if before is None or _value(before, key) != _value(after, key)
        ]
        return _edits(before, after, changed)

    def change(self, wishes: Wishes, who: str) -> Change | None:
        """Make `wishes` hold. None when they hold already. `who` is a role, never a name."""
        with alone(self._changes.folder):
            self._changes.settle(self._bytes())
            return self._write(wishes, who, undoes=0)

    def undo(self, who: str, number: int = 0) -> Change | None:
        """Take back change `number`, or the last one that was not taken back. None: there is none.

        Settings that were changed again since go back to what they were before `number`.
        """
        with alone(self._changes.folder):
            self._changes.settle(self._bytes())
            made = self._changes.all()
            undone = {change.undoes for change in made}
            open_ = [each for each in made if not each.undoes and each.number not in undone]
            if number:
                open_ = [change for change in open_ if change.number == number]
            if not open_:
                return None
            last = open_[-1]
            was = self._changes.before(last.number)
            wishes = {edit.key: _at(was, edit.key) for edit in last.edits}
            return self._write(wishes, who, undoes=last.number)

    def changes(self) -> tuple[Change, ...]:
        """Every change that took hold, oldest first."""
        if not self._changes.folder.is_dir():
            return ()
        with alone(self._changes.folder):
            self._changes.settle(self._bytes())
            return self._changes.all()

    def _write(self, wishes: Wishes, who: str, undoes: int) -> Change | None:
        text = self._text(wishes)
        was, will = tomllib.loads(self._bytes().decode()), tomllib.loads(text)
        changed = [key for key in wishes if _at(was, key) != _at(will, key)]
        if not changed:
            return None
        after = self._with(text)
        _refuse_what_is_covered(after, wishes, self.path)
        edits = _edits(self._before(), after, changed)
        at = self._now().isoformat(timespec="seconds")
        change = self._changes.begin(at, who, edits, undoes, self._bytes())
        write_whole(self.path, text.encode())
        self._changes.done(change.number)
        return change

    def _with(self, text: str) -> Settings:
        return load_with({self.path: text}, self._config, self._environ)

    def _before(self) -> Settings | None:
        """What is in force; None where it cannot be, and this change may be the one that helps."""
        try:
            return load_with({}, self._config, self._environ)
        except SettingsError:
            return None

    def _bytes(self) -> bytes:
        return self.path.read_bytes() if self.path.exists() else b""

    def _text(self, wishes: Wishes) -> str:
        """The settings file with `wishes` in it; its other lines and comments stay."""
        import tomlkit
        from tomlkit.exceptions import TOMLKitError

        _refuse_what_cannot_be(wishes)
        try:
            written = tomlkit.parse(self._bytes() or HEAD)
        except (TOMLKitError, UnicodeDecodeError):
            load_with({}, self._config, self._environ)
            raise
        for key, value in wishes.items():
            section, _, name = key.partition(".")
            if value is not None:
                table = written.setdefault(section, tomlkit.table())
                table[name] = list(value) if isinstance(value, tuple) else value
            elif name in written.get(section, {}):
                del written[section][name]
                if not written[section]:
                    del written[section]
        return tomlkit.dumps(written)


def _refuse_what_cannot_be(wishes: Wishes) -> None:
    options = declared()
    problems = []
    for key, value in wishes.items():
        if key not in options:
            problems.append(Problem(Place(WISHED), key, unknown(key, options)))
        elif value is not None and isinstance(answer := check(options[key], _raw(value)), Bad):
            problems.append(Problem(Place(WISHED), key, answer.sentence))
    if problems:
        raise SettingsError(problems)


def _refuse_what_is_covered(after: Settings, wishes: Wishes, path: Path) -> None:
    """A value that a later layer hides would be written and never hold."""
    hidden = {
        key: after.origin(key)
        for key, value in wishes.items()
        if value is not None and after.origin(key).rpartition(":")[0] != str(path)
    }
    if hidden:
        sentence = "is set there, over what is changed on the device; change it there"
        raise SettingsError(Problem(Place(place), key, sentence) for key, place in hidden.items())


def _edits(before: Settings | None, after: Settings, keys: Iterable[str]) -> tuple[Edit, ...]:
    return tuple(
        Edit(key, _shown(before, key) if before else UNKNOWN, _shown(after, key)) for key in keys
    )


def _shown(settings: Settings, key: str) -> str:
    value = _value(settings, key)
    return MASK if settings.options[key].secret and value else written(value)


def _value(settings: Settings, key: str) -> Value:
    return settings.values.get(key, settings.options[key].default)


def _raw(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value


def _at(tables: Mapping[str, Mapping[str, object]], key: str) -> object:
    section, _, name = key.partition(".")
    return tables.get(section, {}).get(name)
