"""What a source says of a procedure, in each of the shapes it comes in, made comparable.

The national portal's JSON, OpenCPS's ``/serviceinfos``, and rows crawled from the portal's pages.
The texts are messy and never shown; only numbers, names of papers and the decision are taken out.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kiosk.catalogue.guide_format import CODE
from kiosk.domain.procedure import Procedure

PORTAL_PAGE = "https://dichvucong.gov.vn/thu-tuc-hanh-chinh/"
WITH_UNIT = r"(\d{1,3})\s*(ngày làm việc|ngày|giờ|tháng|phút)"
SPAN = re.compile(WITH_UNIT, re.IGNORECASE)
MONEY = re.compile(r"(\d{1,3}(?:[.,]\d{3})+|\d+)\s*(?:Việt Nam Đồng|đồng|VNĐ|VND)", re.IGNORECASE)
FREE = re.compile(r"miễn phí|không thu phí|không mất phí", re.IGNORECASE)
WAY = re.compile(r"(?=Trực tuyến|Trực tiếp|Dịch vụ bưu chính)")
WAY_TIME = re.compile(rf"^(?:Trực tuyến|Trực tiếp|Dịch vụ bưu chính)\s*{WITH_UNIT}", re.IGNORECASE)
PAPER_END = re.compile(r"\d+ bản (?:chính|sao)")
PAPER_HEAD = re.compile(r"^.*Tên giấy tờ.*?Số lượng", re.DOTALL)
SHORTEST_PAPER = 4
TAG = re.compile(r"<[^>]*>")
UNITS = {"WORKING_DAY": "ngày làm việc", "DAY": "ngày", "HOUR": "giờ", "MONTH": "tháng"}


@dataclass(frozen=True, slots=True)
class Official:
    """`fees` are dong, 0 for free; `times` such as "7 ngày làm việc". Empty: not told."""

    procedure: Procedure
    decision: str = ""
    fees: frozenset[int] = frozenset()
    times: frozenset[str] = frozenset()
    documents: tuple[str, ...] = ()

    @property
    def tells(self) -> bool:
        """Whether it says more than a name."""
        return bool(self.decision or self.fees or self.times or self.documents)


def read_official(row: object) -> Official | None:
    """One row of any of the shapes, or None where there is no procedure code and name."""
    if not isinstance(row, dict):
        return None
    if "ma_thu_tuc" in row:
        return _crawled(row)
    if "serviceCode" in row or "serviceName" in row:
        return _opencps(row)
    return _portal(row)


def amounts(text: str) -> frozenset[int]:
    """Amounts in dong that a text names, 0 where it says that nothing is paid."""
    told = {int(re.sub("[.,]", "", match)) for match in MONEY.findall(text)}
    return frozenset(told | ({0} if FREE.search(text) else set()))


def spans(text: str) -> frozenset[str]:
    """The spans of time that a text names."""
    return frozenset(f"{int(number)} {unit.lower()}" for number, unit in SPAN.findall(text))


def _portal(row: Mapping[str, object]) -> Official | None:
    page = f"{PORTAL_PAGE}{row['id']}" if row.get("id") else ""
    procedure = _procedure(row.get("code"), row.get("name"), _category(row), page)
    if procedure is None:
        return None
    fees: set[int] = set()
    times: set[str] = set()
    for method in _rows(row.get("executionMethods")):
        number, unit = (
            method.get("processingTime"),
            UNITS.get(str(method.get("processingTimeUnit"))),
        )
        if isinstance(number, int) and number and unit:
            times.add(f"{number} {unit}")
        for fee in _rows(method.get("fees")):
            value, currency = fee.get("value"), str(fee.get("currencyName") or "")
            if isinstance(value, int | float) and "usd" not in currency.lower():
                fees.add(int(value))
    papers = [
        _line(paper.get("name"))
        for case in _rows(row.get("executionCases"))
        for paper in _rows(case.get("profileComponents"))
    ]
    proposal = row.get("procedureProposal")
    decision = _line(proposal.get("proposalNumber")) if isinstance(proposal, dict) else ""
    return Official(procedure, decision, frozenset(fees), frozenset(times), _once(papers))


def _crawled(row: Mapping[str, object]) -> Official | None:
    procedure = _procedure(
        row.get("ma_thu_tuc"), row.get("ten_thu_tuc"), row.get("linh_vuc"), row.get("detail_url")
    )
    if procedure is None:
        return None
    ways = WAY.split(_line(row.get("cach_thuc_thuc_hien")))
    told = [match for way in ways if (match := WAY_TIME.match(way))]
    papers = PAPER_END.split(str(row.get("thanh_phan_ho_so") or ""))
    return Official(
        procedure,
        _line(row.get("so_quyet_dinh")),
        amounts(" ".join(ways)),
        frozenset(f"{int(match[1])} {match[2].lower()}" for match in told),
        _once([_line(paper) for paper in papers[:-1]]),
    )


def _opencps(row: Mapping[str, object]) -> Official | None:
    code = row.get("serviceCodeDVCQG") or row.get("serviceCode")
    pages = [_line(each.get("serviceUrl")) for each in _rows(row.get("serviceConfigs"))]
    page = next((each for each in pages if each), "")
    procedure = _procedure(code, row.get("serviceName"), row.get("domainName"), page)
    if procedure is None:
        return None
    papers = [_line(each.get("templateName")) for each in _rows(row.get("fileTemplates"))]
    return Official(
        procedure,
        fees=amounts(_line(row.get("feeText"))),
        times=spans(_line(row.get("durationText"))),
        documents=_once(papers),
    )


def _procedure(code: object, name: object, field: object, page: object) -> Procedure | None:
    code_, name_, page_ = _line(code), _line(name), _line(page)
    if not re.fullmatch(CODE.pattern, code_) or not name_:
        return None
    return Procedure(code_, name_, _line(field), page_ if page_.startswith("https://") else "")


def _category(row: Mapping[str, object]) -> str:
    categories = list(_rows(row.get("categoriesDetails")))
    return _line(categories[0].get("name")) if categories else _line(row.get("field"))


def _rows(value: object) -> Iterator[Mapping[str, object]]:
    listed = value if isinstance(value, list) else []
    return (row for row in listed if isinstance(row, dict))


def _line(value: object) -> str:
    """Text on one line, without the tags that OpenCPS keeps in it."""
    text = "" if value is None else str(value)
    return " ".join(html.unescape(TAG.sub(" ", text)).split())


def _once(lines: list[str]) -> tuple[str, ...]:
    """Each once, without what only leads up to papers."""
    cleaned = (PAPER_HEAD.sub("", line).strip(" -+;.*,") for line in lines)
    papers = (line for line in cleaned if len(line) >= SHORTEST_PAPER and not line.endswith(":"))
    return tuple(dict.fromkeys(papers))
