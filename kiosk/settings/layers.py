"""The layers that lie over the shipped defaults: files in order, then environment variables."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.settings.checks import from_words
from kiosk.settings.options import Options
from kiosk.settings.problems import Place, Problem, did_you_mean

PREFIX = "KIOSK_"
HEADING = re.compile(r"^\s*\[\s*([^\[\]]+?)\s*\]\s*(?:#.*)?$")
ASSIGNMENT = re.compile(r"""^\s*([A-Za-z0-9_."'\- ]+?)\s*=""")
AT_LINE = re.compile(r"\s*\(at (?:line (\d+), column \d+|end of document)\)$")


@dataclass(frozen=True, slots=True)
class Layer:
    """What one file or the environment sets: raw values and places by key, and what is wrong."""

    values: Mapping[str, object] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def from_file(path: Path, options: Options) -> Layer:
    """The settings of one TOML file. What cannot be read is a problem, never an exception."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        reason = (error.strerror or "it cannot be opened").lower()
        return _unreadable(str(path), 0, f"cannot be read: {reason}")
    except UnicodeDecodeError as error:
        return _unreadable(str(path), 0, f"is not UTF-8 text (byte {error.start})")
    return from_text(str(path), text, options)


def from_text(source: str, text: str, options: Options) -> Layer:
    """The settings of a TOML text that stands, or is to stand, in the file `source`."""
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return _broken(source, text, str(error))
    except RecursionError:
        return _unreadable(source, 0, "is nested too deeply to be settings")
    lines = lines_of(text)
    values: dict[str, object] = {}
    places: dict[str, Place] = {}
    problems: list[Problem] = []
    for key, value in _flat(tables):
        place = Place(source, lines.get(key, 0))
        if key in options:
            values[key], places[key] = value, place
        else:
            problems.append(Problem(place, key, unknown(key, options)))
    return Layer(values, places, tuple(problems))


def from_environment(environ: Mapping[str, str], options: Options) -> Layer:
    """The settings of the ``KIOSK_SECTION__KEY`` variables; other variables are left alone."""
    known = [option.variable for option in options.values()]
    values: dict[str, object] = {}
    places: dict[str, Place] = {}
    problems: list[Problem] = []
    for name in sorted(environ):
        if not name.startswith(PREFIX) or "__" not in name:
            continue
        key = name.removeprefix(PREFIX).lower().replace("__", ".", 1)
        if key in options and options[key].variable == name:
            values[key] = from_words(options[key], environ[name])
            places[key] = Place(name)
        else:
            sentence = f"no such setting{did_you_mean(name, known)}"
            problems.append(Problem(Place(name), "", sentence))
    return Layer(values, places, tuple(problems))


def lines_of(text: str) -> dict[str, int]:
    """The line on which each dotted key, or each table's heading, first stands (from 1)."""
    found: dict[str, int] = {}
    section = ""
    for number, line in enumerate(text.splitlines(), start=1):
        if heading := HEADING.match(line):
            section = _plain(heading[1])
            found.setdefault(section, number)
        elif assignment := ASSIGNMENT.match(line):
            name = _plain(assignment[1])
            found.setdefault(f"{section}.{name}" if section else name, number)
    return found


def _plain(dotted: str) -> str:
    return ".".join(part.strip().strip("\"'") for part in dotted.split("."))


def _flat(tables: Mapping[str, object]) -> list[tuple[str, object]]:
    """Sections of settings as dotted keys; a section that is no table stays as it is."""
    flat: list[tuple[str, object]] = []
    for section, entries in tables.items():
        if isinstance(entries, dict):
            flat += [(f"{section}.{name}", value) for name, value in entries.items()]
        else:
            flat.append((section, entries))
    return flat


def unknown(key: str, options: Options) -> str:
    """A sentence for a key that is no setting, with what was probably meant."""
    section, _, name = key.partition(".")
    sections = dict.fromkeys(option.section for option in options.values())
    if not name:
        if key in sections:
            return f"is a section: write [{key}] and the settings below it"
        elsewhere = [option for option in options if option.endswith("." + key)]
        hint = f"; did you mean “{elsewhere[0]}”?" if elsewhere else did_you_mean(key, options)
        return f"no such setting{hint}"
    if again := options.repeating(section):
        return f"no such setting{did_you_mean(key, again)}"
    if section not in sections:
        return f"no such section{did_you_mean(key, options) or did_you_mean(section, sections)}"
    return f"no such setting{did_you_mean(key, options)}"


def _unreadable(source: str, line: int, sentence: str) -> Layer:
    return Layer(problems=(Problem(Place(source, line), "", sentence),))


def _broken(source: str, text: str, message: str) -> Layer:
    told = AT_LINE.search(message)
    last = len(text.splitlines())
    line = (int(told[1]) if told[1] else last) if told else 0
    said = AT_LINE.sub("", message)
    return _unreadable(source, line, f"is not well-formed TOML: {said[:1].lower()}{said[1:]}")
