"""The lotus mark as polylines, from the same curves as assets/pictures/lotus-mark.svg."""

from __future__ import annotations

from math import cos, radians, sin

Point = tuple[float, float]
Curve = tuple[Point, Point, Point]
"""A cubic curve from the last point: two control points and the end (SVG's C)."""

SIZE = 80.0
"""The drawing's square, in its own units; a stroke is 3.6 of them."""

STROKE = 3.6

_CENTRE: Point = (40.0, 60.0)
_OUTER = (((-8.1, -6.1), (-8.5, -22.4), (0.0, -34.0)), ((8.5, -22.4), (8.1, -6.1), (0.0, 0.0)))
_INNER = (((-9.5, -7.6), (-10.0, -27.7), (0.0, -42.0)), ((10.0, -27.7), (9.5, -7.6), (0.0, 0.0)))
_MIDDLE = (((-10.9, -9.0), (-11.5, -33.0), (0.0, -50.0)), ((11.5, -33.0), (10.9, -9.0), (0.0, 0.0)))
_PETALS = ((-66, _OUTER), (66, _OUTER), (-34, _INNER), (34, _INNER), (0, _MIDDLE))
_WATER_FROM: Point = (14.0, 68.0)
_WATER: Curve = ((22.0, 73.0), (58.0, 73.0), (66.0, 68.0))
_PARTS = 16


def lines() -> tuple[tuple[Point, ...], ...]:
    """The five petals, closed, and the water line, in the drawing's units."""
    petals = (_turned(_along((0.0, 0.0), curves), turn) for turn, curves in _PETALS)
    return (*petals, _along(_WATER_FROM, (_WATER,)))


def _along(start: Point, curves: tuple[Curve, ...]) -> tuple[Point, ...]:
    points = [start]
    for first, second, end in curves:
        corners = (points[-1], first, second, end)
        points += [_at(part / _PARTS, corners) for part in range(1, _PARTS + 1)]
    return tuple(points)


def _at(t: float, corners: tuple[Point, Point, Point, Point]) -> Point:
    weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
    pairs = tuple(zip(weights, corners, strict=True))
    return sum(w * x for w, (x, _) in pairs), sum(w * y for w, (_, y) in pairs)


def _turned(points: tuple[Point, ...], degrees: float) -> tuple[Point, ...]:
    c, s = cos(radians(degrees)), sin(radians(degrees))
    return tuple((_CENTRE[0] + x * c - y * s, _CENTRE[1] + x * s + y * c) for x, y in points)
