"""One service: what it costs, what to bring, its steps, the way onto the phone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.guide import (
    ASK_STAFF,
    ChannelKind,
    Fact,
    Guide,
    GuideStep,
    Kind,
    Level,
    first_that_holds,
)
from kiosk.slips.checklist import checklist_text
from kiosk.ui.scene import Scene
from kiosk.ui.views.view import Rows, Send, View, made_by_kiosk, shown
from kiosk.visit import events as on

QML_IMPORT_NAME = "Kiosk.Bridge"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class FactRow:
    icon: str
    fact: str
    value: str
    condition: str


@dataclass(frozen=True, slots=True)
class DocumentRow:
    place: int
    document: str
    note: str
    checked: bool


@dataclass(frozen=True, slots=True)
class TrailRow:
    number: int
    short: str
    stage: str


@dataclass(frozen=True, slots=True)
class ActionRow:
    number: int
    action: str


@dataclass(frozen=True, slots=True)
class GuideProps:
    title: str = ""
    level: str = ""
    level_word: str = ""
    level_icon: str = ""
    old_level: str = ""
    who: str = ""
    news: str = ""
    source: str = ""
    steps_word: str = ""
    has_steps: bool = False
    phone: str = ""
    phone_is_page: bool = False
    phone_files: bool = False
    related: tuple[str, ...] = ()
    step_part: str = ""
    step_title: str = ""
    step_note: str = ""
    step_picture: str = ""
    step_number: int = 0
    step_progress: str = ""
    last_step: bool = False
    facts: tuple[FactRow, ...] = ()
    documents: tuple[DocumentRow, ...] = ()
    trail: tuple[TrailRow, ...] = ()
    actions: tuple[ActionRow, ...] = ()


OLD_LEVELS = {Level.FULL: "4", Level.PARTIAL: "3"}
LEVEL_ICONS = {Level.FULL: "phone", Level.PARTIAL: "office", Level.COUNTER: "office"}


def derive_guide(scene: Scene) -> GuideProps:
    guide = scene.visit.guide
    if guide is None:
        return GuideProps()
    words, read, visit = scene.words, scene.read, scene.visit
    steps = guide.steps_for(visit.answers)
    step = steps[visit.step] if visit.step < len(steps) else None
    level = guide.level
    old = OLD_LEVELS.get(level) if level and scene.place.show_old_level else None
    news = first_that_holds(guide.good_news, visit.answers, scene.now.date())
    page = "" if guide.kind is Kind.EID else guide.phone_url
    checked = f"{guide.source.checked:%d/%m/%Y}"
    return GuideProps(
        title=read(guide.title),
        level=level.value if level else "",
        level_word=words.say(f"screens.level.{level.value}") if level else "",
        level_icon=LEVEL_ICONS[level] if level else "",
        old_level=words.say("screens.level.old", level=old) if old else "",
        who=read(guide.who),
        news=read(news.text) if news else "",
        source=words.say(
            "screens.service.source",
            decision=guide.source.decision,
            checker=read(guide.source.checker),
            date=checked,
        ),
        steps_word=words.say("screens.service.steps", count=len(steps)),
        has_steps=bool(steps),
        phone=page or checklist_text(guide, visit.answers, words, visit.language),
        phone_is_page=bool(page),
        phone_files=guide.kind is Kind.SERVICE and level is not Level.COUNTER,
        related=guide.related,
        step_part=read(step.part) if step else "",
        step_title=read(step.title) if step else "",
        step_note=read(step.note) if step else "",
        step_picture=step.picture if step else "",
        step_number=visit.step + 1,
        step_progress=words.say("screens.steps.progress", number=visit.step + 1, total=len(steps)),
        last_step=visit.step + 1 >= len(steps),
        facts=_facts(scene, guide),
        documents=tuple(
            DocumentRow(place, read(document.name), read(document.note), place in visit.ticks)
            for place, document in enumerate(guide.documents_for(visit.answers))
        ),
        trail=_trail(scene, steps),
        actions=tuple(
            ActionRow(number, read(action))
            for number, action in enumerate(step.actions if step else (), start=1)
        ),
    )


FACTS = (("fee", "fee"), ("time", "clock"), ("place", "place"))


def _facts(scene: Scene, guide: Guide) -> tuple[FactRow, ...]:
    """Fee, time and place as they hold for this person today, those that are known."""
    answers, day = scene.visit.answers, scene.now.date()
    told = zip(FACTS, (guide.fees, guide.times, guide.places), strict=True)
    return tuple(
        FactRow(
            icon,
            scene.words.say(f"screens.service.{name}"),
            scene.read(fact.value),
            scene.read(fact.condition)
            or (_other_fees(scene, guide, fact) if name == "fee" else ""),
        )
        for (name, icon), facts in told
        if (fact := first_that_holds(facts, answers, day)) is not None
    )


def _other_fees(scene: Scene, guide: Guide, fee: Fact) -> str:
    """What the other ways to file cost, where that is known and differs."""
    if fee.value == ASK_STAFF:
        return ""
    return " · ".join(
        scene.words.say(f"screens.channel.{channel.kind.value}", fee=scene.read(channel.fee))
        for channel in guide.channels_for(scene.visit.answers)
        if channel.kind is not ChannelKind.POSTAL and channel.fee not in (fee.value, ASK_STAFF)
    )


def _trail(scene: Scene, steps: tuple[GuideStep, ...]) -> tuple[TrailRow, ...]:
    at = scene.visit.step
    return tuple(
        TrailRow(
            place + 1,
            scene.read(step.short),
            "done" if place < at else "now" if place == at else "to_come",
        )
        for place, step in enumerate(steps)
    )


@QmlElement
@made_by_kiosk
class GuideView(View[GuideProps]):
    changed = Signal()

    title = shown(str, "title", changed)
    level = shown(str, "level", changed)
    levelWord = shown(str, "level_word", changed)
    levelIcon = shown(str, "level_icon", changed)
    oldLevel = shown(str, "old_level", changed)
    who = shown(str, "who", changed)
    news = shown(str, "news", changed)
    source = shown(str, "source", changed)
    stepsWord = shown(str, "steps_word", changed)
    hasSteps = shown(bool, "has_steps", changed)
    phone = shown(str, "phone", changed)
    phoneIsPage = shown(bool, "phone_is_page", changed)
    phoneFiles = shown(bool, "phone_files", changed)
    hasRelated = Property(bool, lambda view: bool(view.props.related), notify=changed)
    stepPart = shown(str, "step_part", changed)
    stepTitle = shown(str, "step_title", changed)
    stepNote = shown(str, "step_note", changed)
    stepPicture = shown(str, "step_picture", changed)
    stepNumber = shown(int, "step_number", changed)
    stepProgress = shown(str, "step_progress", changed)
    lastStep = shown(bool, "last_step", changed)

    def __init__(self, send: Send, guide: Callable[[str], Guide | None]) -> None:
        super().__init__(GuideProps(), send)
        self._guide = guide
        self._facts = Rows(FactRow)
        self._documents = Rows(DocumentRow)
        self._trail = Rows(TrailRow)
        self._actions = Rows(ActionRow)

    facts = Property(QObject, lambda view: view._facts, constant=True)
    documents = Property(QObject, lambda view: view._documents, constant=True)
    trail = Property(QObject, lambda view: view._trail, constant=True)
    actions = Property(QObject, lambda view: view._actions, constant=True)

    @Slot(int)
    def tick(self, place: int) -> None:
        self._send(on.Ticked(place))

    @Slot()
    def openSteps(self) -> None:
        self._send(on.StepsWanted())

    @Slot()
    def openRelated(self) -> None:
        guides = map(self._guide, self.props.related)
        self._send(on.RelatedWanted(tuple(guide for guide in guides if guide is not None)))

    @Slot()
    def openPhone(self) -> None:
        self._send(on.PhoneWanted())

    @Slot()
    def print(self) -> None:
        self._send(on.PrintWanted())

    @Slot()
    def next(self) -> None:
        self._send(on.NextWanted())

    @Slot()
    def previous(self) -> None:
        self._send(on.PreviousWanted())

    def _fold(self) -> None:
        self._facts.replace(self.props.facts)
        self._documents.replace(self.props.documents)
        self._trail.replace(self.props.trail)
        self._actions.replace(self.props.actions)
