"""A printer model as a small TOML file: what differs from one printer to the next."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from pathlib import Path

from printer.conversation import Acknowledge
from printer.paper import Paper

_PROOFS: dict[str, Acknowledge] = {"pid": "pid", "gsr": "gsr", "none": "none"}


@dataclass(frozen=True, slots=True)
class Model:
    """What the file says; `name` is for people."""

    name: str
    paper: Paper
    acknowledge: Acknowledge


def read_model(file: Path) -> Model:
    """Read one model file. Raises OSError, or ValueError with one plain line."""
    try:
        told = tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ValueError(f"{file} is not TOML: {error}") from None
    name = told.pop("name", file.stem)
    proof = told.pop("acknowledge", "pid")
    if proof not in _PROOFS:
        raise ValueError(f"{file}: acknowledge is {' or '.join(_PROOFS)}")
    known = {field.name: field.default for field in fields(Paper)}
    for key, value in told.items():
        if key not in known:
            raise ValueError(f"{file}: {key} is not known; there are {', '.join(known)}")
        if type(value) is not type(known[key]):
            raise ValueError(f"{file}: {key} must be like {known[key]!r}")
    return Model(str(name), Paper(**told), _PROOFS[proof])
