"""One visit from the first touch to the last, as the demo shows it and a newcomer reads it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic

from kiosk.ui.hand import Hand, HandError
from kiosk.visit.pages import Page

PAPER_PATIENCE_S = 40.0


@dataclass(frozen=True, slots=True)
class Receipt:
    """A dossier of the portal simulator, as the person holds it on paper."""

    code: str
    secret: str


@dataclass(slots=True)
class Visitor:
    """Touches, waits and photographs; `seen` is what was done, with the seconds it took."""

    hand: Hand
    page: Callable[[], Page]
    pictures: Path
    seen: list[tuple[str, float]] = field(default_factory=list)
    _taken: int = 0
    _since: float = field(default_factory=monotonic)

    def arrive(self, page: Page, what: str, *, picture: bool = True) -> None:
        """Waits for `page`, photographs it, and notes what was done."""
        self.hand.wait(lambda: self.page() is page, f"the page {page.value}", PAPER_PATIENCE_S)
        if picture:
            self._taken += 1
            self.hand.save(self.pictures / f"{self._taken:02}-{page.value.lower()}.png")
        now = monotonic()
        self.seen.append((what, now - self._since))
        self._since = now

    def photograph(self, name: str) -> None:
        self._taken += 1
        self.hand.save(self.pictures / f"{self._taken:02}-{name}.png")


def visit(person: Visitor, receipt: Receipt, overdue: Receipt) -> None:
    """e-ID, a service, a look-up, slips, the end. Raises HandError where the visit goes astray."""
    person.arrive(Page.ATTRACT, "the kiosk invites")
    person.hand.touch("attract.start")
    person.arrive(Page.HOME, "started")
    _register(person)
    _read_a_service(person)
    _look_up(person, receipt)
    _look_up_overdue(person, overdue)
    _get_help(person)
    _leave(person)


def _register(person: Visitor) -> None:
    hand = person.hand
    hand.touch("home.eid")
    person.arrive(Page.QUESTION, "e-ID asks its first question")
    hand.touch("question.answer.mine")
    asked = 2
    while person.page() is Page.QUESTION:
        answer = "yes" if asked <= 3 else "no"
        name = f"question.answer.{answer}"
        hand.touch(name if hand.find(name) else "question.answer.unsure")
        asked += 1
        if asked == 4:
            person.photograph("question")
    person.arrive(Page.STEPS, f"{asked - 1} questions led to this person's steps")
    shown = 1
    while person.page() is Page.STEPS:
        hand.touch("guide.next")
        shown += 1
        if shown == 2:
            person.photograph("steps")
    person.arrive(Page.CHECKLIST, f"read {shown - 1} steps to the personal check-list")
    _print(person, "guide.print", "the check-list")
    hand.touch("nav.home")
    person.arrive(Page.HOME, "back at the start", picture=False)


def _read_a_service(person: Visitor) -> None:
    hand = person.hand
    hand.touch("home.services")
    person.arrive(Page.SERVICES, "looked at the life events")
    hand.touch("services.search")
    person.arrive(Page.SEARCH, "opened the search", picture=False)
    hand.type("khai sinh")
    hand.see("services.result.0")
    person.arrive(Page.SEARCH, "typed “khai sinh” on the on-screen keyboard")
    hand.touch("services.result.0")
    hand.wait(lambda: person.page() is not Page.SEARCH, "the service to open")
    while person.page() is Page.QUESTION:
        first = next(
            item.objectName()
            for item in hand.items()
            if item.objectName().startswith("question.answer.")
        )
        hand.touch(first)
    person.arrive(Page.SERVICE, "read what the service needs")
    hand.touch("guide.document.0")
    hand.touch("guide.steps")
    person.arrive(Page.STEPS, "read its steps")
    hand.touch("nav.back")
    person.arrive(Page.SERVICE, "came back to it", picture=False)
    hand.touch("guide.phone")
    person.arrive(Page.PHONE, "took it onto the phone by QR")
    hand.touch("nav.back")
    person.arrive(Page.SERVICE, "came back to it again", picture=False)
    _print(person, "guide.print", "the guide")
    hand.touch("nav.home")
    person.arrive(Page.HOME, "back at the start", picture=False)


def _look_up(person: Visitor, receipt: Receipt) -> None:
    hand = person.hand
    hand.touch("home.lookup")
    person.arrive(Page.CODE, "opened the look-up", picture=False)
    typed = hand.typed_code()
    for key in receipt.code.removeprefix(typed).replace("-", ""):
        hand.touch(f"keyboard.key.{key}")
    person.arrive(Page.CODE, "typed the dossier code")
    hand.touch("lookup.submit")
    person.arrive(Page.SECRET, "was asked for the look-up code", picture=False)
    hand.type(receipt.secret.lower())
    person.arrive(Page.SECRET, "typed the 4 characters")
    hand.touch("lookup.submit")
    if _answered(person, "got the answer of the portal"):
        _print(person, "lookup.print", "the look-up slip")
    hand.touch("nav.home")
    person.arrive(Page.HOME, "back at the start", picture=False)


def _look_up_overdue(person: Visitor, receipt: Receipt) -> None:
    hand = person.hand
    hand.scan(receipt.code)
    person.arrive(Page.SECRET, "scanned the receipt of an overdue dossier", picture=False)
    hand.touch("lookup.without")
    if not _answered(person, "read what overdue means, without the look-up code"):
        return
    hand.touch("lookup.another")
    person.arrive(Page.CODE, "looked up another one", picture=False)
    hand.scan("H20.129-200101-9999")
    person.arrive(Page.SECRET, "scanned a code that does not exist", picture=False)
    hand.touch("lookup.without")
    person.arrive(Page.TROUBLE, "was told plainly that there is no such dossier")


def _answered(person: Visitor, what: str) -> bool:
    """Waits for the portal; a portal with a fault must leave the person on its plain page."""
    ends = (Page.RESULT, Page.TROUBLE)
    person.hand.wait(lambda: person.page() in ends, "the portal's answer", PAPER_PATIENCE_S)
    if person.page() is Page.RESULT:
        person.arrive(Page.RESULT, what)
        return True
    person.arrive(Page.TROUBLE, "the portal could not answer; was told what to do now")
    return False


def _get_help(person: Visitor) -> None:
    person.hand.touch("nav.help")
    person.arrive(Page.HELP, "saw whom to ask")


def _leave(person: Visitor) -> None:
    person.hand.touch("nav.end")
    person.arrive(Page.RATE, "ended; everything wiped")
    person.hand.touch("rate.5")
    person.arrive(Page.ATTRACT, "rated with one touch", picture=False)


def _print(person: Visitor, button: str, what: str) -> None:
    """Prints; whatever the printer does, the person must leave with paper or with the QR."""
    person.hand.touch(button)
    ends = (Page.PRINTED, Page.UNCERTAIN, Page.QR_INSTEAD)
    person.hand.wait(lambda: person.page() in ends, "the printer's word", PAPER_PATIENCE_S)
    if person.page() is Page.UNCERTAIN:
        person.arrive(Page.UNCERTAIN, f"{what}: asked whether the slip is out")
        person.hand.touch("uncertain.no")
    if person.page() is Page.QR_INSTEAD:
        person.arrive(Page.QR_INSTEAD, f"{what} stays on the screen as QR")
        return
    if person.page() is not Page.PRINTED:
        raise HandError(f"{what}: neither paper nor QR")
    person.arrive(Page.PRINTED, f"{what} printed")
