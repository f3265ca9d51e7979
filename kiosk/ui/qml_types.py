"""Every class that QML sees, for the linter: it reads their types from the classes themselves."""

from __future__ import annotations

from PySide6.QtCore import QObject


def register() -> list[type[QObject]]:
    """Imports all of them, which registers them with QML, and names them."""
    from kiosk.ui.dashed_box import DashedBox
    from kiosk.ui.kiosk_view import KioskView
    from kiosk.ui.qr_item import QrCode
    from kiosk.ui.theme import Theme
    from kiosk.ui.views.code import CodeView
    from kiosk.ui.views.frame import FrameView
    from kiosk.ui.views.guide import GuideView
    from kiosk.ui.views.handover import HandoverView
    from kiosk.ui.views.home import HomeView
    from kiosk.ui.views.paper import PaperView
    from kiosk.ui.views.question import QuestionView
    from kiosk.ui.views.result import ResultView
    from kiosk.ui.views.services import ServicesView
    from kiosk.ui.views.staff import StaffView
    from kiosk.ui.views.trouble import TroubleView

    return [
        CodeView,
        DashedBox,
        FrameView,
        GuideView,
        HandoverView,
        HomeView,
        KioskView,
        PaperView,
        QrCode,
        QuestionView,
        ResultView,
        ServicesView,
        StaffView,
        Theme,
        TroubleView,
    ]
