"""Mistakes a person makes in a settings file, and what is said of each."""

from __future__ import annotations

MISTAKES = [
    ("[ward]\nname = 3", ":2: ward.name: must be a text in quotes, not the number 3"),
    ('[ward]\nname = ""', ":2: ward.name: must be at least 1 characters long, not 0"),
    ('ward.name = "a\\tb"', ":1: ward.name: must be one line without control characters"),
    ("ward = 3", ":1: ward: is a section: write [ward] and the settings below it"),
    ("idle_seconds = 3", ":1: idle_seconds: no such setting; did you mean “visit.idle_seconds”?"),
    ('[porta]\nurl = "x"', ":2: porta.url: no such section; did you mean “portal.url”?"),
    ("[visit]\nidle_seconds = true", ":2: visit.idle_seconds: must be a whole number, not true"),
    ("[visit]\nidle_seconds = 9", ":2: visit.idle_seconds: must be at least 30, not 9"),
    ("[visit]\nlanguages = []", ":2: visit.languages: must be at least 1 entries long, not 0"),
    (
        '[visit]\nlanguages = ["vi", 3]',
        ':2: visit.languages: must be a list of texts such as ["a", "b"], not a list',
    ),
    ('[visit]\nlanguages = ["fr"]', ":2: visit.languages: may be vi, en, not fr"),
    ("[printer]\nwidth_dots = 577", ":2: printer.width_dots: may be 576, 512, 384, not 577"),
    (
        '[printer]\nurl = "tpc://a"',
        (
            ":2: printer.url: begins with tpc://, but may begin with tcp, serial, usb, file, cups,"
            " memory; did you mean “tcp”?"
        ),
    ),
    (
        '[printer]\nurl = "tcp://:9100"',
        ":2: printer.url: must be an address: such as tcp://192.0.2.7:9100",
    ),
    (
        '[portal]\nurl = "http://a:99999"',
        ":2: portal.url: must be an address: http:// or https:// and a host",
    ),
    (
        "[portal]\nread_seconds = nan",
        ":2: portal.read_seconds: must be a number that can be counted to",
    ),
    ('[store]\npath = "here"', ":2: store.path: must be a whole path that begins with /"),
    (
        "[screen]\nwidth_mm = 2026-11-24",
        ":2: screen.width_mm: must be a whole number, not a date or time",
    ),
    ("[ward]\nname = ", ":2: is not well-formed TOML: invalid value"),
]
