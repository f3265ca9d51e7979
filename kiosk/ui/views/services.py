"""Finding a service: by who you are, by what happened in your life, by its name."""

from __future__ import annotations

import html
from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import assert_never

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain import telex
from kiosk.domain.guide import Audience, Guide, Level, LifeEvent, first_that_holds
from kiosk.domain.hit import Hit, Why
from kiosk.domain.procedure import Procedure
from kiosk.ui.scene import Scene
from kiosk.ui.views.procedure import shortened
from kiosk.ui.views.view import Rows, Send, View, made_by_kiosk, shown
from kiosk.visit import events as on
from kiosk.visit.state import RELATED

QML_IMPORT_NAME = "Kiosk.Bridge"
QML_IMPORT_MAJOR_VERSION = 1

MOST_OF_A_TITLE = 110
"""Three lines of a row; the page of a procedure tells more of its name."""

Highlight = Callable[[str, Collection[str]], tuple[tuple[int, int], ...]]

AUDIENCE_ICONS = {
    Audience.CITIZEN: "citizen",
    Audience.HOUSEHOLD_BUSINESS: "household-business",
    Audience.COMPANY: "company",
    Audience.OFFICIAL: "office",
}
LEVEL_ICONS = {Level.FULL: "phone", Level.PARTIAL: "office", Level.COUNTER: "office"}


@dataclass(frozen=True, slots=True)
class AudienceRow:
    audience: str
    name: str
    icon: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class TileRow:
    event: str
    title: str
    examples: str
    icon: str


@dataclass(frozen=True, slots=True)
class HitRow:
    """`title` is rich text with what matches on a tint ground; `spoken` is the plain one.

    `why` says what matched where the title does not show it. Without a `guide`, `code` is that of
    a procedure known by name only.
    """

    guide: str
    code: str
    title: str
    spoken: str
    why: str
    line: str
    badge: str
    badgeIcon: str
    online: bool


@dataclass(frozen=True, slots=True)
class ServicesProps:
    audiences: tuple[AudienceRow, ...] = ()
    tiles: tuple[TileRow, ...] = ()
    heading: str = ""
    query: str = ""
    summary: str = ""
    typing: bool = False
    lost: bool = False
    hits: tuple[HitRow, ...] = ()
    procedures: tuple[Procedure, ...] = ()


def derive_services(scene: Scene, highlight: Highlight) -> ServicesProps:
    visit, words = scene.visit, scene.words
    event = next((e for e in scene.place.life_events if e.id == visit.event_id), None)
    hits = tuple(_guide_row(scene, guide) for guide in visit.listed)
    if not visit.listed:
        hits = tuple(_hit_row(scene, hit, highlight) for hit in visit.hits)
    if hits:
        summary = words.say("screens.search.found", count=len(hits))
    else:
        summary = words.say(
            "screens.search.nothing" if visit.query.strip() else "screens.search.hint"
        )
    return ServicesProps(
        audiences=tuple(
            AudienceRow(
                audience.value,
                words.say(f"screens.audience.{audience.value}"),
                AUDIENCE_ICONS[audience],
                audience is visit.audience,
            )
            for audience in Audience
        ),
        tiles=tuple(
            TileRow(tile.id, scene.read(tile.name), scene.read(tile.examples), tile.icon)
            for tile in scene.place.life_events
            if guides_of(scene.place.guides, tile.id, visit.audience)
        ),
        heading=_heading(scene, event),
        query=visit.query,
        summary=summary,
        typing=not visit.event_id,
        lost=not visit.event_id and bool(visit.query.strip()),
        hits=hits,
        procedures=tuple(hit.procedure for hit in visit.hits if hit.procedure is not None),
    )


def _heading(scene: Scene, event: LifeEvent | None) -> str:
    if event is not None:
        return scene.read(event.name).replace("\n", " ")
    related = scene.visit.event_id == RELATED
    return scene.words.say("screens.search.related" if related else "screens.search.title")


def guides_of(
    guides: tuple[Guide, ...], event_id: str, audience: Audience | None
) -> tuple[Guide, ...]:
    """The guides of one life event, for one audience or for everybody."""
    return tuple(
        guide
        for guide in guides
        if event_id in guide.events and (audience is None or audience in guide.audiences)
    )


def _hit_row(scene: Scene, hit: Hit, highlight: Highlight) -> HitRow:
    guide = scene.place.guide(hit.guide_id)
    title = shortened(scene.read(hit.title).replace("\n", " "), MOST_OF_A_TITLE)
    marks = highlight(title, hit.words)
    if guide is not None:
        return _guide_row(scene, guide, marks, _why(scene, hit))
    line = scene.words.say("screens.search.unedited")
    return HitRow("", hit.code, _marked(title, marks), title, "", line, "", "", online=False)


def _why(scene: Scene, hit: Hit) -> str:
    match hit.why:
        case Why.TITLE:
            return ""
        case Why.TEXT:
            return scene.words.say("screens.search.why_text")
        case Why.NAME | Why.CODE | Why.FORMER_CODE:
            return scene.words.say(f"screens.search.why_{hit.why.value}", said=hit.said)
        case _:
            assert_never(hit.why)


def _guide_row(
    scene: Scene, guide: Guide, marks: tuple[tuple[int, int], ...] = (), why: str = ""
) -> HitRow:
    title = scene.read(guide.title).replace("\n", " ")
    level = guide.level
    return HitRow(
        guide=guide.id,
        code="",
        title=_marked(title, marks),
        spoken=title,
        why=why,
        line=_line(scene, guide),
        badge=scene.words.say(f"screens.level.{level.value}") if level else "",
        badgeIcon=LEVEL_ICONS[level] if level else "",
        online=level is Level.FULL,
    )


def _line(scene: Scene, guide: Guide) -> str:
    """Time and fee of somebody who has answered nothing yet; without them, what it is for."""
    day = scene.now.date()
    facts = (first_that_holds(rows, {}, day) for rows in (guide.times, guide.fees))
    told = " · ".join(scene.read(fact.value) for fact in facts if fact is not None)
    return told or scene.read(guide.summary)


def _marked(title: str, marks: tuple[tuple[int, int], ...]) -> str:
    """Rich text; what matches stands between the marks that the page colours."""
    out, at = [], 0
    for start, end in marks:
        out += [html.escape(title[at:start]), "<u>", html.escape(title[start:end]), "</u>"]
        at = end
    return "".join([*out, html.escape(title[at:])]).replace("\u00a0", "&nbsp;")


@QmlElement
@made_by_kiosk
class ServicesView(View[ServicesProps]):
    changed = Signal()

    heading = shown(str, "heading", changed)
    query = shown(str, "query", changed)
    summary = shown(str, "summary", changed)
    typing = shown(bool, "typing", changed)
    lost = shown(bool, "lost", changed)

    def __init__(
        self,
        send: Send,
        guide: Callable[[str], Guide | None],
        guides_for: Callable[[str], tuple[Guide, ...]],
    ) -> None:
        super().__init__(ServicesProps(), send)
        self._guide = guide
        self._guides_for = guides_for
        self._audiences = Rows(AudienceRow)
        self._tiles = Rows(TileRow)
        self._hits = Rows(HitRow)

    audiences = Property(QObject, lambda view: view._audiences, constant=True)
    tiles = Property(QObject, lambda view: view._tiles, constant=True)
    hits = Property(QObject, lambda view: view._hits, constant=True)

    @Slot(str)
    def chooseAudience(self, audience: str) -> None:
        self._send(on.AudienceChosen(Audience(audience)))

    @Slot(str)
    def openEvent(self, event: str) -> None:
        guides = self._guides_for(event)
        if guides:
            self._send(on.LifeEventChosen(event, guides))

    @Slot()
    def search(self) -> None:
        self._send(on.SearchWanted())

    @Slot(str)
    def open(self, guide_id: str) -> None:
        guide = self._guide(guide_id)
        if guide is not None:
            self._send(on.GuideChosen(guide))

    @Slot(str)
    def openProcedure(self, code: str) -> None:
        for procedure in self.props.procedures:
            if procedure.code == code:
                self._send(on.ProcedureChosen(procedure))
                return

    @Slot()
    def openFirst(self) -> None:
        """Opens the best hit, if there is one: what the keyboard's Done key does."""
        for hit in self.props.hits[:1]:
            if hit.guide:
                self.open(hit.guide)
            else:
                self.openProcedure(hit.code)

    @Slot()
    def chooseByTile(self) -> None:
        """Back to the tiles, for somebody who did not find it by name."""
        self._send(on.ServicesWanted())

    @Slot(str)
    def press(self, key: str) -> None:
        self._send(on.QueryTyped(telex.press(self.props.query, key)))

    @Slot(str)
    def mark(self, mark: str) -> None:
        self._send(on.QueryTyped(telex.mark(self.props.query, mark)))

    @Slot()
    def erase(self) -> None:
        self._send(on.QueryTyped(telex.erase(self.props.query)))

    @Slot()
    def clear(self) -> None:
        self._send(on.QueryTyped(""))

    def _fold(self) -> None:
        self._audiences.replace(self.props.audiences)
        self._tiles.replace(self.props.tiles)
        self._hits.replace(self.props.hits)
