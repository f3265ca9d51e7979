import QtQuick
import QtQuick.Layouts
import Kiosk.Bridge
import "../parts"

QrPage {
    id: page

    readonly property GuideView view: page.kiosk.guide

    title: page.view.phoneIsPage ? qsTrId("screens.phone.title") : qsTrId("screens.phone.title_text")
    line: page.view.title.replace("\n", " ")
    content: page.view.phone
    steps: page.view.phoneIsPage ? [qsTrId("screens.phone.camera"), qsTrId("screens.phone.open"), ...(page.view.phoneFiles ? [qsTrId("screens.phone.log_in")] : [])] : [qsTrId("screens.phone.camera"), qsTrId("screens.phone.copy")]

    Button {
        Layout.fillWidth: true
        objectName: "guide.print"
        icon: "printer"
        name: qsTrId("screens.service.print")
        onTapped: page.view.print()
    }

    Button {
        Layout.fillWidth: true
        objectName: "phone.done"
        main: true
        icon: "check"
        name: qsTrId("screens.phone.done")
        onTapped: page.kiosk.frame.end()
    }
}
