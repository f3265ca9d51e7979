"""A person looks a dossier up."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pyzbar.pyzbar import decode

from kiosk.domain.outcome import Found
from kiosk.ui.hand import Hand
from kiosk.visit.pages import Page
from tests.helpers.rooms import Rooms


def type_code(hand: Hand, code: str) -> None:
    for key in code.removeprefix(hand.typed_code()).replace("-", ""):
        hand.touch(f"keyboard.key.{key}")


def test_a_code_typed_on_the_pad_ends_in_a_printed_slip_whose_qr_decodes(rooms: Rooms) -> None:
    dossier = rooms.portal.dossier("processing")
    rooms.start()
    rooms.hand.touch("home.lookup")
    rooms.arrive(Page.CODE)
    type_code(rooms.hand, dossier.code)
    rooms.hand.touch("lookup.submit")
    rooms.arrive(Page.SECRET)
    rooms.hand.type(dossier.secret.lower())
    rooms.hand.touch("lookup.submit")
    rooms.arrive(Page.RESULT)
    assert isinstance(rooms.visit.outcome, Found)
    assert rooms.visit.outcome.unlocked
    rooms.hand.touch("lookup.print")
    rooms.arrive(Page.PRINTED)
    assert len(rooms.printer.slips) == 1
    assert rooms.printer.unknown == []
    (qr,) = decode(rooms.printer.slips[0].convert("L"))
    text = qr.data.decode()
    assert text.startswith("BEGIN:VCALENDAR")
    assert dossier.code in text


def test_without_the_lookup_code_nothing_about_the_person_is_shown(rooms: Rooms) -> None:
    dossier = rooms.portal.dossier("processing")
    rooms.hand.scan(dossier.code)
    rooms.arrive(Page.SECRET)
    rooms.hand.touch("lookup.without")
    rooms.arrive(Page.RESULT)
    shown = " ".join(str(item.property("text")) for item in rooms.hand.items())
    assert rooms.visit.dossier is not None
    assert rooms.visit.dossier.applicant is None
    for secret in ("applicantName", "address", "contactTelNo", "contactEmail", "hasPassword"):
        assert str(dossier.row[secret]).lower() not in shown.lower()


@pytest.mark.parametrize("form", ["{code}", "D-{secret}-{number}", "https://x.vn/ho-so/{code}"])
def test_the_receipt_is_read_in_all_three_forms(rooms: Rooms, form: str) -> None:
    dossier = rooms.portal.dossier("processing")
    rooms.start()
    rooms.hand.scan(form.format(code=dossier.code, secret=dossier.secret, number=dossier.number))
    if "{secret}" not in form:
        rooms.arrive(Page.SECRET)
        rooms.hand.touch("lookup.without")
    rooms.arrive(Page.RESULT)
    assert rooms.visit.dossier is not None
    assert rooms.visit.dossier.code == dossier.code


@pytest.mark.parametrize("suffix", [Qt.Key.Key_Return, Qt.Key.Key_Tab])
def test_a_scan_never_leaks_into_a_field(rooms: Rooms, suffix: Qt.Key) -> None:
    rooms.start()
    rooms.hand.touch("home.services")
    rooms.hand.touch("services.search")
    rooms.arrive(Page.SEARCH)
    rooms.hand.scan(rooms.portal.dossier("processing").code, suffix)
    rooms.hand.settle()
    assert rooms.visit.query == ""


def test_a_scanner_that_ends_with_tab_leads_on_at_once(rooms: Rooms) -> None:
    rooms.start()
    rooms.hand.scan(rooms.portal.dossier("processing").code, Qt.Key.Key_Tab)
    assert rooms.page is Page.SECRET


def test_a_card_is_gently_refused_and_leaves_nothing(rooms: Rooms) -> None:
    card = "087190001234|341234567|Nguyễn Văn A|01011990|Nam|Số 1, Đường 30/4|15082021"
    rooms.start()
    rooms.hand.touch("home.lookup")
    rooms.arrive(Page.CODE)
    rooms.hand.scan(card)
    rooms.hand.wait(lambda: rooms.visit.card_shown, "the card to be recognised")
    assert rooms.page is Page.CODE
    assert rooms.visit.code == ""
    shown = " ".join(str(item.property("text")) for item in rooms.hand.items())
    assert "087190001234" not in shown
    assert "Nguyễn Văn A" not in shown


def test_garbage_from_a_scanner_is_a_plain_word_on_the_code_page(rooms: Rooms) -> None:
    rooms.start()
    rooms.hand.touch("home.lookup")
    rooms.arrive(Page.CODE)
    rooms.hand.scan("\x1d\x00%%%&&&///§§§")
    rooms.hand.wait(lambda: rooms.visit.code_wrong, "the word that it is no code")
    assert rooms.page is Page.CODE


def look_up_blind(rooms: Rooms, code: str) -> None:
    rooms.start()
    rooms.hand.scan(code)
    rooms.arrive(Page.SECRET)
    rooms.hand.touch("lookup.without")


def test_an_unknown_code_and_a_wrong_secret_have_a_way_on(rooms: Rooms) -> None:
    look_up_blind(rooms, "H20.129-200101-9999")
    rooms.arrive(Page.TROUBLE)
    assert rooms.shell.view.trouble.props.kind == "not_found"
    rooms.hand.touch("trouble.main")
    rooms.arrive(Page.CODE)
    assert rooms.visit.code == "H20.129-200101-9999"
    rooms.hand.touch("nav.home")
    rooms.arrive(Page.HOME)
    rooms.hand.scan(rooms.portal.dossier("processing").code)
    rooms.arrive(Page.SECRET)
    rooms.hand.type("zzzz")
    rooms.hand.touch("lookup.submit")
    rooms.arrive(Page.TROUBLE)
    assert rooms.shell.view.trouble.props.kind == "wrong_secret"


@pytest.mark.events("portal.refused", "portal.busy", "portal.bad_answer", "portal.unreachable")
@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        ("portal-500", "server_error"),
        ("portal-html", "strange"),
        ("portal-broken-json", "strange"),
        ("portal-wrong-shape", "strange"),
        ("portal-huge", "strange"),
        ("portal-401", "refused_key"),
        ("portal-429", "busy"),
        ("portal-timeout", "timeout"),
    ],
)
def test_each_fault_of_the_portal_has_its_plain_page_and_recovers(
    rooms: Rooms, fault: str, kind: str
) -> None:
    rooms.portal.set_fault(fault)
    look_up_blind(rooms, rooms.portal.dossier("processing").code)
    rooms.arrive(Page.TROUBLE)
    assert rooms.shell.view.trouble.props.kind == kind
    rooms.portal.set_fault(None)
    rooms.hand.touch("trouble.main")
    rooms.arrive(Page.RESULT)


@pytest.mark.events("portal.unreachable")
def test_the_screen_answers_while_the_portal_does_not(rooms: Rooms) -> None:
    rooms.portal.set_fault("portal-timeout")
    look_up_blind(rooms, rooms.portal.dossier("processing").code)
    rooms.arrive(Page.ASKING)
    rooms.hand.touch("nav.home")
    rooms.arrive(Page.HOME)
    rooms.hand.wait(lambda: rooms.page is Page.HOME, "staying at home when the answer comes late")
