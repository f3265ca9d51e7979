"""Which portals are asked about which code."""

from __future__ import annotations

import pytest

from kiosk.domain.dossier_code import DossierCode, parse
from kiosk.domain.route import Route, routes_for, takes_secret

PROVINCE = Route("portal", ("H20",))
WARD = Route("portal_ward", ("H20.129",))
MINISTRIES = Route("portal_ministry", ("G",), takes_secret=False)
HEALTH = Route("portal_health", ("G09",), takes_secret=False)
ANY = Route("portal_any")


def code(text: str) -> DossierCode:
    read = parse(text)
    assert read is not None
    return read


CODE = code("H20.130-261120-0001")


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("H20.130-261120-0001", ["portal"]),
        ("H20.129-261120-0001", ["portal_ward"]),
        ("H20.129.01-261120-150001", ["portal_ward"]),
        ("000.00.14.H20-200703-0002", ["portal"]),
        ("G09.20-20260609-0092637", ["portal_health"]),
        ("G22.99.01-250812-0001", ["portal_ministry"]),
        ("H21.129-250812-0035", ["portal"]),
        ("#38963", ["portal"]),
    ],
)
def test_the_closest_named_agency_decides(written: str, names: list[str]) -> None:
    routes = (PROVINCE, WARD, MINISTRIES, HEALTH)
    assert [route.name for route in routes_for(routes, code(written))] == names


def test_who_takes_every_code_is_asked_where_nobody_is_closer() -> None:
    assert routes_for((MINISTRIES, ANY), code("H20.129-261120-0001")) == (ANY,)
    assert routes_for((ANY, MINISTRIES), code("G09.20-20260609-0092637")) == (MINISTRIES,)


def test_two_that_claim_alike_are_asked_in_their_order() -> None:
    second = Route("portal_2", ("H20",))
    assert routes_for((PROVINCE, second), CODE) == (PROVINCE, second)
    assert routes_for((second, PROVINCE), CODE) == (second, PROVINCE)


@pytest.mark.parametrize("agency", ["H2", "H20.12", "20", "h21"])
def test_half_a_group_claims_nothing(agency: str) -> None:
    assert Route("portal", (agency,)).claim(code("H20.129-261120-0001")) is None


def test_the_look_up_code_is_asked_for_where_it_opens_anything() -> None:
    assert takes_secret((PROVINCE, MINISTRIES), CODE)
    assert not takes_secret((PROVINCE, MINISTRIES), code("G09.20-20260609-0092637"))
