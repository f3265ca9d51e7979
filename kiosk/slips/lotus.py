"""The lotus mark as polylines, computed from the same curves as assets/pictures/lotus-mark.svg."""

from __future__ import annotations

from math import cos, radians, sin

Point = tuple[float, float]

PETALS_SIZE = 80
SHAPES = ((-66, 8.5, 34.0), (66, 8.5, 34.0), (-34, 10.0, 42.0), (34, 10.0, 42.0), (0, 11.5, 50.0))
"""Of each petal: its turn in degrees, half width, length."""

CENTRE: Point = (40.0, 60.0)
PARTS = 14


def _bezier(a: Point, b: Point, c: Point, d: Point) -> list[Point]:
    points = []
    for part in range(PARTS + 1):
        t = part / PARTS
        weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
        points.append(
            (
                sum(w * p[0] for w, p in zip(weights, (a, b, c, d), strict=True)),
                sum(w * p[1] for w, p in zip(weights, (a, b, c, d), strict=True)),
            )
        )
    return points


def _petal(turn: float, half: float, length: float) -> list[Point]:
    near, far, tip = (half * 0.95, length * -0.18), (half, length * -0.66), (0.0, -length)
    right = _bezier((0.0, 0.0), near, far, tip)
    left = _bezier(tip, (-far[0], far[1]), (-near[0], near[1]), (0.0, 0.0))
    angle = radians(turn)
    return [
        (
            CENTRE[0] + x * cos(angle) - y * sin(angle),
            CENTRE[1] + x * sin(angle) + y * cos(angle),
        )
        for x, y in right + left
    ]


PETALS: tuple[list[Point], ...] = (
    *(_petal(*shape) for shape in SHAPES),
    _bezier((14.0, 68.0), (22.0, 73.0), (58.0, 73.0), (66.0, 68.0)),
)
