import QtQuick
import QtQuick.Layouts
import Kiosk.Bridge
import "../parts"

QrPage {
    id: page

    readonly property PaperView view: page.kiosk.paper

    notice: page.view.why
    title: qsTrId("screens.qr_instead.title")
    line: qsTrId("screens.qr_instead.line")
    content: page.view.qr
    steps: [qsTrId("screens.phone.camera"), qsTrId("screens.qr_instead.save")]

    Button {
        Layout.fillWidth: true
        objectName: "paper.again"
        icon: "printer"
        name: qsTrId("screens.qr_instead.again")
        onTapped: page.view.again()
    }

    Button {
        Layout.fillWidth: true
        objectName: "paper.saved"
        main: true
        icon: "check"
        name: qsTrId("screens.qr_instead.done")
        onTapped: page.kiosk.frame.end()
    }
}
