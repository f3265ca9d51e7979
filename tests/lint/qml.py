"""Lint the QML: no warning of qmllint, and nothing that qmlformat would write otherwise.

``python -m tests.lint.qml`` writes the Python types to build/qmltypes/, then runs both tools.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import PySide6

TOOLS = Path(PySide6.__file__).parent


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--package", default="kiosk.ui")
    parser.add_argument("--qml", type=Path, default=Path("kiosk/ui/qml"))
    parser.add_argument("--build", type=Path, default=Path("build/qmltypes"))
    asked = parser.parse_args(argv)
    files = sorted(asked.qml.rglob("*.qml"))
    if not files:
        print(f"no QML below {asked.qml}: is it the right folder?", file=sys.stderr)
        return 1
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from tests.lint.qmltypes import write_types

    shutil.rmtree(asked.build, ignore_errors=True)
    count = write_types(asked.package, asked.build)
    if not count:
        print(f"no @QmlElement below {asked.package}: is it the right package?", file=sys.stderr)
        return 1
    sound = lint(files, asked.build)
    tidy = formatted(files, asked.qml)
    if sound and tidy:
        print(f"{len(files)} QML files and {count} Python types: nothing to say")
    return 0 if sound and tidy else 1


def lint(files: list[Path], build: Path) -> bool:
    """Run qmllint over all files at once; its words go to the terminal."""
    command = [str(TOOLS / "qmllint"), "-W", "0", "-I", str(build), *map(str, files)]
    return subprocess.run(command, check=False).returncode == 0


def formatted(files: list[Path], root: Path) -> bool:
    """Format copies, compare, and name each file that differs."""
    with tempfile.TemporaryDirectory() as folder:
        copies = [Path(folder) / file.relative_to(root) for file in files]
        for file, copy in zip(files, copies, strict=True):
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, copy)
        command = [str(TOOLS / "qmlformat"), "--inplace", *map(str, copies)]
        if subprocess.run(command, check=False).returncode != 0:
            return False
        untidy = [
            str(file)
            for file, copy in zip(files, copies, strict=True)
            if file.read_bytes() != copy.read_bytes()
        ]
    if untidy:
        print("not as qmlformat writes it; run: pyside6-qmlformat -i", *untidy, file=sys.stderr)
    return not untidy


if __name__ == "__main__":
    sys.exit(main())
