"""One question, its answers, one touch."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.guide import Answers, Guide
from kiosk.ui.scene import Scene
from kiosk.ui.views.view import Rows, Send, View, made_by_kiosk, shown
from kiosk.visit import events as on

QML_IMPORT_NAME = "Kiosk.Bridge"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class ChoiceRow:
    choice: str
    label: str
    reason: str
    icon: str
    guide: str


@dataclass(frozen=True, slots=True)
class QuestionProps:
    question: str = ""
    subject: str = ""
    progress: str = ""
    number: int = 0
    total: int = 0
    ask: str = ""
    hint: str = ""
    picture: str = ""
    choices: tuple[ChoiceRow, ...] = ()


def derive_question(scene: Scene) -> QuestionProps:
    visit, words = scene.visit, scene.words
    asked = visit.guide.next_question(visit.answers) if visit.guide else None
    if visit.guide is None or asked is None:
        return QuestionProps()
    number, total = len(visit.answers) + 1, _total(visit.guide, visit.answers)
    return QuestionProps(
        question=asked.id,
        subject=scene.read(visit.guide.title).replace("\n", " "),
        progress=words.say("screens.question.progress", number=number, total=total),
        number=number,
        total=total,
        ask=scene.read(asked.ask),
        hint=scene.read(asked.hint),
        picture=asked.picture,
        choices=tuple(
            ChoiceRow(
                choice.id,
                scene.read(choice.label),
                scene.read(choice.reason),
                choice.icon,
                choice.guide,
            )
            for choice in asked.choices
        ),
    )


def _total(guide: Guide, answers: Answers) -> int:
    """Answered ones, plus those that this person may still be asked."""
    return len(answers) + sum(
        1
        for question in guide.questions
        if question.id not in answers
        and all(answers.get(name, "") in ("", *allowed) for name, allowed in question.when.items())
    )


@QmlElement
@made_by_kiosk
class QuestionView(View[QuestionProps]):
    changed = Signal()

    question = shown(str, "question", changed)
    subject = shown(str, "subject", changed)
    progress = shown(str, "progress", changed)
    number = shown(int, "number", changed)
    total = shown(int, "total", changed)
    ask = shown(str, "ask", changed)
    hint = shown(str, "hint", changed)
    picture = shown(str, "picture", changed)

    def __init__(self, send: Send, guide: Callable[[str], Guide | None]) -> None:
        super().__init__(QuestionProps(), send)
        self._guide = guide
        self._choices = Rows(ChoiceRow)

    choices = Property(QObject, lambda view: view._choices, constant=True)

    @Slot(str)
    def answer(self, choice: str) -> None:
        """An answer that belongs to another guide opens that one."""
        led_to = next((row.guide for row in self.props.choices if row.choice == choice), "")
        guide = self._guide(led_to)
        if guide is not None:
            self._send(on.GuideChosen(guide))
        else:
            self._send(on.Answered(self.props.question, choice))

    def _fold(self) -> None:
        self._choices.replace(self.props.choices)
