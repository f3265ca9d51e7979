"""People's things for visits: guides, receipts, answers; and every event that makes sense."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from datetime import date, datetime

from kiosk.domain.deadline import VIETNAM
from kiosk.domain.dossier import Dossier, Status
from kiosk.domain.guide import (
    UNSURE,
    Audience,
    Choice,
    Document,
    Fact,
    Guide,
    GuideStep,
    Kind,
    Level,
    Question,
    Source,
)
from kiosk.domain.hit import Hit
from kiosk.domain.outcome import (
    BadAnswer,
    BadCode,
    Busy,
    Fault,
    Found,
    HandedOver,
    LookupOutcome,
    NotFound,
    NotPrinted,
    Printed,
    PrinterState,
    PrintOutcome,
    Reach,
    Refused,
    TooManyTries,
    Uncertain,
    Unreachable,
)
from kiosk.domain.procedure import Procedure
from kiosk.domain.slip import QrCode, Slip
from kiosk.domain.text import Language, Text
from kiosk.visit import events as on
from kiosk.visit.asks import Ask
from kiosk.visit.events import Event
from kiosk.visit.machine import step
from kiosk.visit.state import Visit

CODE = "H20.129-261120-0035"
OTHER_CODE = "H20.129-261103-0007"
SECRET = "K7M2"
RECEIPT = CODE
RECEIPT_WITH_SECRET = f"https://tracuu.example.vn/?dossierNo={OTHER_CODE}&secretKey={SECRET}"
CARD = "087165004321|341234567|LÊ THỊ BƯỞI|04071965|Nữ|Khóm 3, Cao Lãnh, Đồng Tháp|12052021"
CARD_PARTS = ("087165004321", "341234567", "BƯỞI", "04071965", "Khóm 3", "12052021")
NO_RECEIPT = "8934563138165"
NAME = "Lê T** B***"

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=VIETNAM)
SLIP = Slip((QrCode("https://tracuu.example.vn", "Tra cứu"),), qr="https://tracuu.example.vn")


def text(vi: str) -> Text:
    return Text(vi, vi)


def question(name: str, **when: tuple[str, ...]) -> Question:
    choices = tuple(Choice(id_, text(id_), text(""), "info") for id_ in ("yes", UNSURE))
    return Question(name, text(name), text(""), choices, when)


def guide_step(name: str) -> GuideStep:
    return GuideStep(text(name), text(name), text(name), (text(name),), text(""), {})


def guide(
    id_: str,
    *,
    kind: Kind = Kind.SERVICE,
    questions: tuple[Question, ...] = (),
    steps: int = 0,
    phone_url: str = "",
    documents: int = 2,
) -> Guide:
    fact = Fact(text("miễn phí"), text(""))
    papers = tuple(Document(text(f"giấy {n}"), text(""), {}) for n in range(documents))
    return Guide(
        id=id_,
        kind=kind,
        codes=("1.000001",),
        title=text(id_),
        summary=text(""),
        icon="info",
        level=Level.FULL,
        audiences=(Audience.CITIZEN,),
        events=("birth",),
        who=text(""),
        fees=(fact,),
        times=(fact,),
        places=(fact,),
        good_news=(),
        channels=(),
        questions=questions,
        documents=papers,
        steps=tuple(guide_step(f"{id_} {n}") for n in range(steps)),
        keywords=(),
        phone_url=phone_url,
        source=Source("QĐ 1", "https://example.vn", date(2026, 11, 1), text("cán bộ")),
    )


EID = guide(
    "eid",
    kind=Kind.EID,
    questions=(question("card"), question("phone", card=("yes",)), question("level")),
    steps=3,
)
EID_BARE = guide("eid-bare", kind=Kind.EID)
EID_STEPS = guide("eid-steps", kind=Kind.EID, steps=1)
EID_PAPERS = guide("eid-papers", kind=Kind.EID, questions=(question("lost"),))
BIRTH = guide(
    "birth", questions=(question("married"),), steps=2, phone_url="https://dichvucong.gov.vn/1"
)
MARRIAGE = guide("marriage", steps=2, phone_url="https://dichvucong.gov.vn/2")
RESIDENCE = guide("residence", steps=1)
ADVICE = guide("advice", kind=Kind.GENERAL, steps=2, documents=0)
GUIDES = (EID, EID_BARE, EID_STEPS, EID_PAPERS, BIRTH, MARRIAGE, RESIDENCE, ADVICE)
PROCEDURE = Procedure("1.000002", "tách hộ")
HITS = (Hit("1.000001", "birth", text("birth"), 1.0),)


def dossier(code: str = CODE, due: datetime | None = None) -> Dossier:
    return Dossier(
        code=code,
        procedure_code="1.000001",
        procedure_name="Đăng ký khai sinh",
        agency="UBND phường",
        status=Status.PROCESSING,
        status_text="Đang xử lý",
        fetched_at=NOON,
        due=due,
        applicant=NAME,
    )


FOUND = Found(dossier(), unlocked=True)
LOOKUP_OUTCOMES: tuple[LookupOutcome, ...] = (
    FOUND,
    BadCode(),
    NotFound(),
    NotFound(with_secret=True),
    *map(Unreachable, Reach),
    *map(BadAnswer, Fault),
    Refused(),
    Refused(clock_wrong=True),
    Busy(),
    Busy(20),
    TooManyTries(40),
    HandedOver("https://dichvucong.gov.vn/tra-cuu-ho-so"),
)
PRINT_OUTCOMES: tuple[PrintOutcome, ...] = (Printed(), Uncertain(), *map(NotPrinted, PrinterState))

_MAKE: dict[type, Callable[[Visit], tuple[Event, ...]]] = {
    on.Started: lambda _: tuple(map(on.Started, Language)),
    on.LanguageChosen: lambda _: tuple(map(on.LanguageChosen, Language)),
    on.AudienceChosen: lambda _: tuple(map(on.AudienceChosen, Audience)),
    on.LifeEventChosen: lambda _: (
        *(on.LifeEventChosen("one", (chosen,)) for chosen in GUIDES),
        on.LifeEventChosen("many", GUIDES),
        on.LifeEventChosen("none", ()),
    ),
    on.QueryTyped: lambda _: tuple(map(on.QueryTyped, ("", " ", "khai sinh"))),
    on.HitsCame: lambda v: (on.HitsCame(v.ticket, HITS), on.HitsCame(v.ticket, ())),
    on.GuideChosen: lambda _: tuple(map(on.GuideChosen, GUIDES)),
    on.GuidesAwaited: lambda _: (on.GuidesAwaited(eid=True), on.GuidesAwaited(eid=False)),
    on.GuidesCame: lambda v: tuple(on.GuidesCame(v.ticket, eid) for eid in (*GUIDES, None)),
    on.ProcedureChosen: lambda _: (on.ProcedureChosen(PROCEDURE),),
    on.RelatedWanted: lambda _: (on.RelatedWanted(GUIDES), on.RelatedWanted(())),
    on.Answered: lambda v: tuple(
        on.Answered(asked.id, choice.id)
        for asked in ((v.guide.questions if v.guide else ()) or (question("card"),))
        for choice in asked.choices
    ),
    on.Ticked: lambda _: (on.Ticked(0), on.Ticked(1)),
    on.LookupWanted: lambda _: (on.LookupWanted("H20.129-"), on.LookupWanted()),
    on.CodeTyped: lambda _: tuple(map(on.CodeTyped, ("", "H20", CODE))),
    on.SecretTyped: lambda _: tuple(map(on.SecretTyped, ("", "K7", SECRET))),
    on.Scanned: lambda _: tuple(
        map(on.Scanned, (RECEIPT, RECEIPT_WITH_SECRET, CARD, NO_RECEIPT, ""))
    ),
    on.LookupCame: lambda v: tuple(on.LookupCame(v.ticket, o) for o in LOOKUP_OUTCOMES),
    on.PrintCame: lambda v: tuple(on.PrintCame(v.ticket, SLIP, o) for o in PRINT_OUTCOMES),
    on.SlipSeen: lambda _: (on.SlipSeen(out=True), on.SlipSeen(out=False)),
    on.Rated: lambda _: tuple(map(on.Rated, range(1, 6))),
}


def sensible(kind: type, visit: Visit) -> tuple[Event, ...]:
    """Events of one kind as they can really come while `visit` is on the screen."""
    make = _MAKE.get(kind)
    return make(visit) if make else (kind(),)


def after(visit: Visit, *events: Event) -> Visit:
    """The visit after all of `events`, each of which must be of use."""
    for event in events:
        following, asks = step(visit, event)
        assert following != visit or asks, f"{type(event).__name__} did nothing on {visit.page}"
        visit = following
    return visit


def answered(visit: Visit, make: Callable[[int], Event]) -> Visit:
    """The visit after an answer to what was asked last."""
    return after(visit, make(visit.ticket))


def asks_of(visit: Visit, event: Event) -> tuple[Ask, ...]:
    return step(visit, event)[1]


def strings_in(value: object) -> Iterator[str]:
    """Every string anywhere inside, as deep as it lies; the keys of mappings too."""
    if isinstance(value, str):
        yield value
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from strings_in(getattr(value, field.name))
    elif hasattr(value, "items"):
        for key, inner in value.items():
            yield from strings_in(key)
            yield from strings_in(inner)
    elif isinstance(value, tuple | list | set | frozenset):
        for inner in value:
            yield from strings_in(inner)
    else:
        yield repr(value)
