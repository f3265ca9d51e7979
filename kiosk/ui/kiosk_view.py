"""The one root that QML receives: every page's view, each derived from the same scene."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject
from PySide6.QtQml import QmlElement

from kiosk.domain.guide import Guide
from kiosk.ui.scene import Place, Scene
from kiosk.ui.views.code import CodeView, derive_code
from kiosk.ui.views.frame import FrameView, derive_frame
from kiosk.ui.views.guide import GuideView, derive_guide
from kiosk.ui.views.handover import HandoverView, derive_handover
from kiosk.ui.views.home import HomeView, derive_home
from kiosk.ui.views.paper import PaperView, derive_paper
from kiosk.ui.views.procedure import ProcedureView, derive_procedure
from kiosk.ui.views.question import QuestionView, derive_question
from kiosk.ui.views.result import ResultView, derive_result
from kiosk.ui.views.services import Highlight, ServicesView, derive_services, guides_of
from kiosk.ui.views.staff import StaffView
from kiosk.ui.views.trouble import TroubleView, derive_trouble
from kiosk.ui.views.view import Send, made_by_kiosk
from kiosk.visit.pages import Page

QML_IMPORT_NAME = "Kiosk.Bridge"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@made_by_kiosk
class KioskView(QObject):
    """Owns the views. `show` is the only way anything reaches the screen."""

    def __init__(self, place: Place, send: Send, highlight: Highlight) -> None:
        super().__init__()
        self._place = place
        self._highlight = highlight
        self._scene: Scene | None = None
        self._frame = FrameView(send)
        self._home = HomeView(send, self._guide_of, place.code_prefix)
        self._question = QuestionView(send, self._guide_of)
        self._services = ServicesView(send, self._guide_of, self._guides_for)
        self._guide = GuideView(send, self._guide_of)
        self._code = CodeView(send)
        self._result = ResultView(send, place.code_prefix)
        self._trouble = TroubleView(send)
        self._handover = HandoverView(send)
        self._procedure = ProcedureView(send)
        self._paper = PaperView(send)
        self._staff = StaffView()

    frame = Property(FrameView, lambda view: view._frame, constant=True)
    home = Property(HomeView, lambda view: view._home, constant=True)
    question = Property(QuestionView, lambda view: view._question, constant=True)
    services = Property(ServicesView, lambda view: view._services, constant=True)
    guide = Property(GuideView, lambda view: view._guide, constant=True)
    code = Property(CodeView, lambda view: view._code, constant=True)
    result = Property(ResultView, lambda view: view._result, constant=True)
    trouble = Property(TroubleView, lambda view: view._trouble, constant=True)
    handover = Property(HandoverView, lambda view: view._handover, constant=True)
    procedure = Property(ProcedureView, lambda view: view._procedure, constant=True)
    paper = Property(PaperView, lambda view: view._paper, constant=True)
    staff = Property(StaffView, lambda view: view._staff, constant=True)

    def staff_view(self) -> StaffView:
        """The one view that is told by the staff area's desk, not by a scene."""
        return self._staff

    def type_char(self, page: Page, char: str) -> None:
        """A keyboard that somebody plugged in types where the on-screen one would."""
        match page:
            case Page.SEARCH:
                self._services.press(char)
            case Page.CODE:
                self._code.press(char)
            case Page.SECRET:
                self._code.pressSecret(char)
            case _:
                pass

    def show(self, scene: Scene) -> None:
        """Derives every view; the page changes last, so that a new page is drawn whole."""
        self._scene = scene
        self._place = scene.place
        self._home.show(derive_home(scene))
        self._question.show(derive_question(scene))
        self._services.show(derive_services(scene, self._highlight))
        self._guide.show(derive_guide(scene))
        self._code.show(derive_code(scene))
        self._result.show(derive_result(scene))
        self._trouble.show(derive_trouble(scene))
        self._handover.show(derive_handover(scene))
        self._procedure.show(derive_procedure(scene))
        self._paper.show(derive_paper(scene))
        self._frame.show(derive_frame(scene))

    def _guide_of(self, guide_id: str) -> Guide | None:
        return self._place.guide(guide_id)

    def _guides_for(self, event_id: str) -> tuple[Guide, ...]:
        audience = self._scene.visit.audience if self._scene else None
        return guides_of(self._place.guides, event_id, audience)
