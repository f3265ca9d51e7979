import QtQuick
import QtQuick.Layouts
import Kiosk.Bridge
import "../parts"

QrPage {
    id: page

    readonly property HandoverView view: page.kiosk.handover

    title: qsTrId("screens.handover.title")
    line: qsTrId("screens.handover.line")
    fact: page.view.code
    factName: qsTrId("screens.handover.code")
    content: page.view.portal
    steps: [qsTrId("screens.handover.scan"), qsTrId("screens.handover.type"), qsTrId("screens.handover.log_in")]

    Button {
        Layout.fillWidth: true
        objectName: "handover.correct"
        icon: "lookup"
        name: qsTrId("screens.handover.correct")
        onTapped: page.view.correct()
    }

    Button {
        Layout.fillWidth: true
        objectName: "lookup.print"
        main: true
        icon: "printer"
        name: qsTrId("screens.handover.print")
        onTapped: page.view.print()
    }
}
