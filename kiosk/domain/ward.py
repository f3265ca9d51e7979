"""The office the kiosk stands in. All of it comes from settings, because borders change."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ward:
    """Names and numbers of one ward, as they are printed and shown.

    `name` is the ward's ("Phường Cao Lãnh"), `office` the authority's ("UBND phường Cao Lãnh"),
    `province` the province's ("Tỉnh Đồng Tháp"). `counter` is the desk to go to ("quầy số 2") and
    may be empty. The two hotlines are telephone numbers as people write them, empty when unknown.
    `hours` are the opening hours, a sentence each, and `address` is where dossiers are received.
    """

    name: str
    office: str
    province: str
    counter: str = ""
    hotline_portal: str = ""
    hotline_eid: str = ""
    hours: tuple[str, ...] = ()
    address: str = ""
