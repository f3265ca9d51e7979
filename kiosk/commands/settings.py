"""``kiosk settings``: check, show, document, change, undo, and carry to another device."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from kiosk import app
from kiosk.disk import write_whole
from kiosk.settings import SettingsError, declared, load
from kiosk.settings.carry import exported
from kiosk.settings.changes import Change, Edit
from kiosk.settings.checks import from_words
from kiosk.settings.device import DeviceSettings
from kiosk.settings.document import markdown
from kiosk.settings.layers import from_file
from kiosk.settings.options import Kind

WHO = "command"
"""The role in the record of changes: whoever may use the command line."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the deeds."""
    deeds = parser.add_subparsers(dest="deed", metavar="DEED", required=True)
    check = deeds.add_parser("check", help="name every problem at once; exit 2 if there is one")
    check.add_argument("file", nargs="?", type=Path, metavar="FILE", help="only this file")
    deeds.add_parser("show", help="what is in force, secrets masked, and which layer says so")
    deeds.add_parser("docs", help="every option, as Markdown")
    set_ = deeds.add_parser("set", help="change a setting on this device")
    set_.add_argument("key", metavar="KEY")
    set_.add_argument("value", nargs="+", metavar="VALUE",
                      help="several make a list; - reads one line, for a secret")  # fmt: skip
    unset = deeds.add_parser("unset", help="take a setting out of this device's own layer")
    unset.add_argument("key", metavar="KEY")
    undo = deeds.add_parser("undo", help="take the last change back, or the one with that number")
    undo.add_argument("number", nargs="?", type=int, default=0, metavar="NUMBER")
    deeds.add_parser("changes", help="who changed what and when, secrets masked")
    export = deeds.add_parser("export", help="this ward's settings for another device")
    export.add_argument("file", nargs="?", type=Path, metavar="FILE", help="default: the terminal")
    import_ = deeds.add_parser("import", help="take another device's settings over")
    import_.add_argument("file", type=Path, metavar="FILE")
    import_.add_argument("--yes", action="store_true", help="apply it; without, only show")


def run(arguments: argparse.Namespace) -> int:
    """Do it; problems in the settings are raised and told by the command line."""
    match arguments.deed:
        case "check":
            load(arguments.file or arguments.config)
            print("The settings are good.")
        case "show":
            _show(arguments.config)
        case "docs":
            print(markdown(declared()), end="")
        case "export":
            _export(arguments.config, arguments.file)
        case _:
            _change(arguments, DeviceSettings(app.now, arguments.config))
    return 0


def _change(arguments: argparse.Namespace, device: DeviceSettings) -> None:
    match arguments.deed:
        case "set":
            wishes = {arguments.key: _value(arguments.key, arguments.value)}
            _tell(device.change(wishes, WHO), "It is so already.", device)
        case "unset":
            _tell(device.change({arguments.key: None}, WHO), "It was not set here.", device)
        case "undo":
            _tell(device.undo(WHO, arguments.number), "There is no such change to undo.", device)
        case "changes":
            for change in device.changes():
                _told(change)
        case _:
            _import(device, arguments.file, apply=arguments.yes)


def _value(key: str, words: list[str]) -> object:
    """As TOML would give it; what the key cannot be is found when it is checked."""
    if words == ["-"]:
        words = [sys.stdin.readline().rstrip("\n")]
    options = declared()
    if key not in options:
        return words[0]
    if options[key].kind is Kind.TEXTS and len(words) > 1:
        return words
    return from_words(options[key], " ".join(words))


def _import(device: DeviceSettings, file: Path, *, apply: bool) -> None:
    layer = from_file(file, declared())
    if layer.problems:
        raise SettingsError(layer.problems)
    edits = device.differences(layer.values)
    if not edits:
        print("Everything in it holds already; nothing to change.")
        return
    if not apply:
        _say(edits)
        print("Nothing was changed. Add --yes to apply it.")
        return
    wishes = {edit.key: layer.values[edit.key] for edit in edits}
    _tell(device.change(wishes, WHO), "It is so already.", device)


def _export(config: Path | None, file: Path | None) -> None:
    text = exported(load(config))
    if file is None:
        print(text, end="")
        return
    write_whole(file, text.encode(), 0o644)
    print(f"Written to {file}: no secret, nothing of this device.")


def _tell(change: Change | None, otherwise: str, device: DeviceSettings) -> None:
    if change is None:
        print(otherwise)
        return
    _say(change.edits)
    print(f"Change {change.number}, in {device.path}. The kiosk reads it when it starts again.")


def _told(change: Change) -> None:
    undoes = f", undoes {change.undoes}" if change.undoes else ""
    print(f"{change.number}  {change.at}  {change.who}{undoes}")
    _say(change.edits)


def _say(edits: tuple[Edit, ...]) -> None:
    for edit in edits:
        print(f"  {edit.key}: {edit.before} → {edit.after}")


def _show(config: Path | None) -> None:
    settings = load(config)
    width = max(map(len, settings.values))
    for key in settings.values:
        print(f"{key:<{width}} = {settings.shown(key)}  # {settings.origin(key)}")
