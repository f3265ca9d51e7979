"""Settings: declared once in ``config/options.toml``, laid over each other, checked all at once."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from kiosk.settings.checks import Bad, check, contradictions
from kiosk.settings.layers import Layer, from_environment, from_file, from_text
from kiosk.settings.options import Option, Options, Value, read_options
from kiosk.settings.places import config_dir, settings_dir
from kiosk.settings.problems import Place, Problem, SettingsError
from kiosk.settings.values import SHIPPED, Settings

__all__ = ["Option", "Place", "Problem", "Settings", "SettingsError", "declared", "load"]


def declared() -> Options:
    """Every setting there is, by key, in the order of ``config/options.toml``."""
    return read_options(config_dir() / "options.toml")


def load(config: Path | None = None, environ: Mapping[str, str] = os.environ) -> Settings:
    """The settings in force.

    With `config`: the shipped defaults with that one file over them, and nothing else. Without:
    defaults, ``kiosk.toml``, ``conf.d/*.toml`` in the order of their names, then the variables
    ``KIOSK_SECTION__KEY`` of `environ`; later ones win.

    Raises SettingsError with every problem of every layer.
    """
    return load_with({}, config, environ)


def load_with(
    texts: Mapping[Path, str], config: Path | None, environ: Mapping[str, str]
) -> Settings:
    """As `load`, with `texts` in place of what stands in those files: to try before writing."""
    options = declared()
    files = {config} if config is not None else {*layer_files(settings_dir(environ)), *texts}
    layers = [
        from_text(str(path), texts[path], options) if path in texts else from_file(path, options)
        for path in sorted(files, key=lambda path: (path.parent.name == "conf.d", path.name))
    ]
    above = [] if config is not None else [from_environment(environ, options)]
    return combine(options, [*layers, *above])


def layer_files(folder: Path) -> list[Path]:
    """The settings files of `folder` in the order they are laid over each other."""
    first = folder / "kiosk.toml"
    parts = sorted((folder / "conf.d").glob("*.toml"), key=lambda path: path.name)
    return [*([first] if first.exists() else []), *parts]


def combine(options: Options, layers: list[Layer]) -> Settings:
    """Lay the layers over the defaults, later over earlier. Raises SettingsError."""
    values: dict[str, Value] = {key: option.default for key, option in options.items()}
    places: dict[str, Place] = {}
    problems: list[Problem] = []
    for layer in layers:
        wrong = list(layer.problems)
        for key, raw in layer.values.items():
            answer = check(options[key], raw)
            if isinstance(answer, Bad):
                wrong.append(Problem(layer.places[key], key, answer.sentence))
            else:
                values[key], places[key] = answer.value, layer.places[key]
        problems += sorted(wrong, key=lambda problem: (problem.place.source, problem.place.line))
    sound = values.keys() - {problem.key for problem in problems}
    problems += [
        Problem(places.get(key, Place(SHIPPED)), key, sentence)
        for key, sentence in contradictions(options, {key: values[key] for key in sound}).items()
    ]
    if problems:
        raise SettingsError(problems)
    return Settings(options, values, {key: str(place) for key, place in places.items()})
