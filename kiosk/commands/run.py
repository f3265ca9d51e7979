"""``kiosk run``: the kiosk itself, full screen."""

from __future__ import annotations

import argparse
from pathlib import Path

from kiosk import app, app_staff
from kiosk.cli import trail, version
from kiosk.settings import Settings, load
from kiosk.settings.places import assets_dir, config_dir


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--window", metavar="WxH", help="a window of that size instead of the full screen"
    )


def run(arguments: argparse.Namespace) -> int:
    settings = load(arguments.config)
    size = read_size(arguments.window) if arguments.window else None
    starts = app_staff.build_starts(settings)
    serving = app_staff.guides_only(settings) if starts.begin() else settings
    try:
        code = show(serving, size, arguments.config)
    except BaseException as error:
        starts.end(f"{type(error).__name__} {trail(error)}")
        raise
    starts.end()
    return code


def read_size(text: str) -> tuple[int, int]:
    """`1080x1920` as width and height. Raises ValueError with a sentence for the operator."""
    width, cross, height = text.lower().partition("x")
    if not (cross and width.isdigit() and height.isdigit() and int(width) and int(height)):
        raise ValueError(f"“{text}” is no size; write WIDTHxHEIGHT, for example 1080x1920")
    return int(width), int(height)


def show(settings: Settings, size: tuple[int, int] | None, config: Path | None = None) -> int:
    """Runs until the window is closed or the process is told to stop."""
    from kiosk.ui.application import application, run_until_stopped, screen_size
    from kiosk.ui.look import Panel
    from kiosk.ui.shell import Shell

    running = application()
    width, height = size or screen_size()
    place = app.build_bare_place(settings)
    shell = Shell(
        place,
        app.build_services(settings, place),
        panel=Panel(width, height, settings.number("screen.width_mm")),
        idle=app.idle_times(settings),
        wedge=app.build_wedge(settings),
        serial=app.build_serial_scanner(settings),
        tokens=config_dir() / "screens" / "look.toml",
        assets=assets_dir(),
        now=app.now,
        staff=app_staff.build_staff(settings, place, version(), config),
    )
    window = shell.start()
    if size is None:
        window.showFullScreen()
    try:
        return run_until_stopped(running)
    finally:
        shell.stop()
