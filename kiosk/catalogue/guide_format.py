"""The format of a guide's file, of events.toml and of a province's levels, declared once.

Reading (`Shape.read`), the JSON Schema that editors use (`json_schema`) and the limits that
`kiosk guides check` holds texts to all follow from here. docs/guides.md explains it to authors.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kiosk.catalogue import limits
from kiosk.catalogue.shape import (
    Day,
    Field,
    Listed,
    ManyOf,
    Mapped,
    Named,
    One,
    OneOf,
    Rows,
    Said,
    Sayings,
    Shape,
    When,
    Word,
)
from kiosk.domain.guide import (
    UNSURE,
    Audience,
    Channel,
    ChannelKind,
    Choice,
    Condition,
    Document,
    Fact,
    GoodNews,
    Guide,
    GuideStep,
    Kind,
    Level,
    LifeEvent,
    Question,
    Source,
)
from kiosk.domain.text import Text


@dataclass(frozen=True, slots=True)
class Levels:
    """What a province decided: the level of a service by its code, or by its guide's id."""

    source: Source
    levels: Mapping[str, Level]


UNSURE_LABEL = Text("Tôi không chắc", "I am not sure")
UNSURE_REASON = Text("Máy chỉ cách làm chung", "See the general way")
MOST_CHOICES = 9
"""With "Tôi không chắc" ten cards, which is what one page holds in two columns."""

NAME = Word(r"[a-z0-9]+(?:-[a-z0-9]+)*", "must be small letters, digits and single hyphens")
CODE = Word(r"\d\.\d{6}", "is not a procedure code such as 1.001193")
LINK = Word(r"https://[^\s/@:]+(?::\d+)?(?:/\S*)?", "must be a whole address, https:// first")


def _question(
    *,
    id: str,  # noqa: A002
    ask: Text,
    hint: Text,
    choices: tuple[Choice, ...],
    when: Condition,
    picture: str,
    unsure: Text,
) -> Question:
    """A question always ends with "Tôi không chắc"; `unsure` is the reason under it."""
    last = Choice(UNSURE, UNSURE_LABEL, unsure or UNSURE_REASON, "question")
    return Question(id, ask, hint, (*choices, last), when, picture)


WHEN = Field("when", When(), "Chỉ hiện khi trả lời như vậy. Không ghi: hiện cho mọi người.", False)
UNTIL = Field("until", Day(), "Ngày cuối còn đúng. Sau ngày này máy dùng dòng dưới.", False)
FROM = Field("source", NAME, "Tên một [sources.…] nếu nguồn khác nguồn chung.", False)
PICTURE = Field("picture", NAME, "Tên hình trong assets/pictures, không có đuôi .svg.", False)

SOURCE = Shape(
    Source,
    (
        Field("decision", Word(), "Số quyết định hoặc văn bản, ví dụ 163/QĐ-BTP."),
        Field("url", LINK, "Trang có văn bản hoặc thủ tục đó.", False),
        Field("checked", Day(), "Ngày có người đối chiếu với nguồn, ví dụ 2026-11-10."),
        Field("checker", Said(limits.CHECKER), "Ai đã đối chiếu."),
    ),
)

FACT = Shape(
    Fact,
    (
        Field("value", Said(limits.VALUE, or_ask=True), 'Giá trị. Chưa chắc thì ghi "ask".'),
        Field("condition", Said(limits.CONDITION), "Chữ nhỏ dưới giá trị.", False),
        WHEN,
        UNTIL,
        FROM,
    ),
)

GOOD_NEWS = Shape(
    GoodNews,
    (
        Field("text", Said(limits.GOOD_NEWS), "Điều làm cho việc này dễ hơn."),
        WHEN,
        UNTIL,
        FROM,
    ),
)

CHANNEL = Shape(
    Channel,
    (
        Field("kind", OneOf(ChannelKind), "online: trên mạng, direct: tại quầy, postal: bưu điện."),
        Field("fee", Said(limits.CONDITION, or_ask=True), 'Lệ phí theo cách này, hoặc "ask".'),
        Field("time", Said(limits.CONDITION, or_ask=True), "Thời gian theo cách này.", False),
        Field("where", Said(limits.WHERE), "Nộp ở đâu."),
        WHEN,
        FROM,
    ),
)

CHOICE = Shape(
    Choice,
    (
        Field("id", NAME, "Tên ngắn của câu trả lời, dùng trong when."),
        Field("icon", NAME, "Tên hình trong assets/icons, không có đuôi .svg."),
        Field("label", Said(limits.LABEL), "Câu trả lời."),
        Field("reason", Said(limits.ROW), "Một dòng giải thích dưới câu trả lời."),
        Field("guide", NAME, "id của hướng dẫn mà câu trả lời này dẫn sang.", False),
    ),
)

QUESTION = Shape(
    _question,
    (
        Field("id", NAME, "Tên ngắn của câu hỏi, dùng trong when."),
        Field("ask", Said(limits.ASK), "Câu hỏi."),
        Field("hint", Said(limits.NOTICE), "Một câu giúp trả lời.", False),
        WHEN,
        PICTURE,
        Field("unsure", Said(limits.ROW), "Dòng dưới câu “Tôi không chắc”.", False),
        Field("choice", Rows(CHOICE, MOST_CHOICES), "Các câu trả lời.", into="choices"),
    ),
)

DOCUMENT = Shape(
    Document,
    (
        Field("name", Said(limits.ROW), "Tên giấy tờ."),
        Field("note", Said(limits.LINE), "Một dòng về giấy tờ này.", False),
        WHEN,
        FROM,
    ),
)

STEP = Shape(
    GuideStep,
    (
        Field("part", Said(limits.LABEL), "Tên phần, ví dụ Mức 1.", False),
        Field("short", Said(limits.SHORT), "Tên ngắn trên hàng bước và trên phiếu."),
        Field("title", Said(limits.TITLE), "Tên bước."),
        Field("actions", Sayings(limits.ACTION, 2, 4), "Từng việc phải làm, động từ đứng trước."),
        Field("note", Said(limits.NOTICE), "Điều dễ sai ở bước này.", False),
        WHEN,
        PICTURE,
        FROM,
    ),
)

GUIDE = Shape(
    Guide,
    (
        Field("id", NAME, "Tên tệp, không có đuôi .toml."),
        Field("kind", OneOf(Kind), "service: thủ tục, eid: VNeID, general: hướng dẫn chung."),
        Field("codes", Listed(CODE), "Mã thủ tục, ví dụ 1.001193.", False),
        Field("former_codes", Listed(CODE), "Mã cũ mà thủ tục này thay.", False),
        Field("replaced_by", NAME, "id của hướng dẫn thay cho hướng dẫn này.", False),
        Field("icon", NAME, "Tên hình trong assets/icons, không có đuôi .svg."),
        Field("audiences", ManyOf(Audience), "Ai cần việc này."),
        Field("events", Listed(NAME), "Các ô trong events.toml có việc này.", False),
        Field(
            "level", OneOf(Level), "full: toàn trình, partial: một phần, counter: tại quầy.", False
        ),
        Field("phone_url", LINK, "Trang mở bằng mã QR.", False),
        Field("keywords", Listed(), "Lời người dân hay gõ khi tìm."),
        Field("related", Listed(NAME), "id của các hướng dẫn hay cần cùng lúc.", False),
        Field("title", Said(limits.TITLE), "Tên việc, như người dân gọi."),
        Field("summary", Said(limits.SENTENCES), "Làm xong thì được gì."),
        Field("who", Said(limits.SENTENCES), "Ai được làm."),
        Field("fee", Rows(FACT), "Lệ phí. Dòng đầu tiên đúng được hiện.", False, "fees"),
        Field("time", Rows(FACT), "Thời gian. Dòng đầu tiên đúng được hiện.", False, "times"),
        Field("place", Rows(FACT), "Nơi nhận. Dòng đầu tiên đúng được hiện.", False, "places"),
        Field("good_news", Rows(GOOD_NEWS), "Tin vui. Dòng đầu tiên đúng được hiện.", False),
        Field("source", One(SOURCE), "Nguồn chung của mọi điều trong tệp."),
        Field("sources", Named(SOURCE), "Nguồn khác, mỗi nguồn một tên.", False),
        Field("channel", Rows(CHANNEL), "Các cách nộp.", False, "channels"),
        Field("question", Rows(QUESTION), "Câu hỏi trước khi hiện giấy tờ.", False, "questions"),
        Field("document", Rows(DOCUMENT), "Giấy tờ cần mang.", False, "documents"),
        Field("step", Rows(STEP), "Các bước, mỗi bước một màn hình.", into="steps"),
    ),
)

EVENT = Shape(
    LifeEvent,
    (
        Field("id", NAME, "Tên dùng trong events của hướng dẫn."),
        Field("icon", NAME, "Tên hình trong assets/icons, không có đuôi .svg."),
        Field("name", Said(limits.NAME), "Tên ô."),
        Field("examples", Said(limits.EXAMPLES), "Vài việc có trong ô."),
    ),
)

EVENTS = Shape(
    lambda *, events: events,
    (Field("event", Rows(EVENT), "Các ô, theo thứ tự hiện.", into="events"),),
)

LEVELS = Shape(
    Levels,
    (
        Field("source", One(SOURCE), "Quyết định của tỉnh về mức độ."),
        Field("levels", Mapped(OneOf(Level)), 'Mức theo mã thủ tục: "1.001193" = "full".'),
    ),
)
