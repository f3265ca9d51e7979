"""What the portal said: the answer first, then what to do, then where the dossier stands."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.deadline import Judgement, Timing, judge
from kiosk.domain.dossier import Dossier, Step, StepState
from kiosk.domain.text import Words
from kiosk.slips.lookup import day, lookup_qr, more_text, now_kind, now_text, wanted_text
from kiosk.ui.scene import Scene
from kiosk.ui.views.view import Rows, Send, View, made_by_kiosk, shown
from kiosk.visit import events as on

QML_IMPORT_NAME = "Kiosk.Bridge"
QML_IMPORT_MAJOR_VERSION = 1

TONES = {
    Timing.OVERDUE: ("red", "warning"),
    Timing.WAITING: ("amber", "warning"),
    Timing.PAUSED: ("amber", "info"),
    Timing.READY: ("green", "check"),
    Timing.CLOSED: ("plain", "info"),
}


@dataclass(frozen=True, slots=True)
class StepRow:
    step: str
    date: str
    stage: str


@dataclass(frozen=True, slots=True)
class ResultProps:
    name: str = ""
    line: str = ""
    tone: str = "progress"
    icon: str = "clock"
    state: str = ""
    head: str = ""
    date: str = ""
    now_title: str = ""
    now_text: str = ""
    wanted: str = ""
    now_more: str = ""
    qr: str = ""
    qr_is_reminder: bool = False
    fetched: str = ""
    steps: tuple[StepRow, ...] = ()


def derive_result(scene: Scene) -> ResultProps:
    dossier, words = scene.visit.dossier, scene.words
    if dossier is None:
        return ResultProps()
    judged = judge(dossier, scene.now, scene.place.holidays)
    tone, icon = TONES.get(judged.timing, ("progress", "clock"))
    code = words.say("screens.result.code", code=dossier.code.replace("-", "–"))
    qr = lookup_qr(dossier, scene.place.ward, words, scene.now, scene.place.holidays)
    return ResultProps(
        name=dossier.procedure_name,
        line=f"{code} · {dossier.applicant}" if dossier.applicant else code,
        tone=tone,
        icon=icon,
        state=status_head(dossier, words),
        head=deadline_phrase(judged, words),
        date=_date_line(dossier, words),
        now_title=words.say(f"dossier.now.{now_kind(dossier, judged)}.title"),
        now_text=now_text(dossier, judged, scene.place.ward, words),
        wanted=wanted_text(dossier, words),
        now_more=more_text(dossier, judged, scene.place.ward, words),
        qr=qr,
        qr_is_reminder=qr.startswith("BEGIN:"),
        fetched=words.say("screens.result.fetched", time=f"{dossier.fetched_at:%H:%M}"),
        steps=_steps(dossier, words),
    )


def status_head(dossier: Dossier, words: Words) -> str:
    """The status in plain words; a status nobody has mapped keeps the portal's own."""
    if dossier.status is None:
        return dossier.status_text
    return words.say(f"dossier.status.{dossier.status.value}.head")


def deadline_phrase(judged: Judgement, words: Words) -> str:
    return words.say(f"dossier.deadline.{judged.phrase}", days=abs(judged.days_left or 0))


def _date_line(dossier: Dossier, words: Words) -> str:
    if dossier.returned is not None:
        return words.say("screens.result.returned", date=day(dossier.returned, words))
    if dossier.deadline is None:
        return ""
    name = "screens.result.extended" if dossier.extended_due else "screens.result.due"
    return words.say(name, date=day(dossier.deadline, words))


def _steps(dossier: Dossier, words: Words) -> tuple[StepRow, ...]:
    return tuple(StepRow(step.name, _when(step, words), step.state.value) for step in dossier.steps)


def _when(step: Step, words: Words) -> str:
    if step.at is None:
        return words.say("screens.result.not_yet") if step.state is StepState.TO_COME else ""
    day = f"{step.at:%d/%m/%Y}"
    return words.say("screens.result.since", date=day) if step.state is StepState.NOW else day


@QmlElement
@made_by_kiosk
class ResultView(View[ResultProps]):
    changed = Signal()

    name = shown(str, "name", changed)
    line = shown(str, "line", changed)
    tone = shown(str, "tone", changed)
    icon = shown(str, "icon", changed)
    state = shown(str, "state", changed)
    head = shown(str, "head", changed)
    date = shown(str, "date", changed)
    nowTitle = shown(str, "now_title", changed)
    nowText = shown(str, "now_text", changed)
    wanted = shown(str, "wanted", changed)
    nowMore = shown(str, "now_more", changed)
    qr = shown(str, "qr", changed)
    qrIsReminder = shown(bool, "qr_is_reminder", changed)
    fetched = shown(str, "fetched", changed)

    def __init__(self, send: Send, prefix: str) -> None:
        super().__init__(ResultProps(), send)
        self._prefix = prefix
        self._steps = Rows(StepRow)

    steps = Property(QObject, lambda view: view._steps, constant=True)

    @Slot()
    def print(self) -> None:
        self._send(on.PrintWanted())

    @Slot()
    def another(self) -> None:
        self._send(on.LookupWanted(self._prefix))

    def _fold(self) -> None:
        self._steps.replace(self.props.steps)
