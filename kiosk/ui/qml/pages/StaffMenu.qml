import QtQuick
import QtQuick.Layouts
import Kiosk.Bridge
import "../parts"

StaffPage {
    id: page

    title: qsTrId("staff.menu.title")
    inner: false

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.large

        Notice {
            Layout.fillWidth: true
            visible: page.view.outOfService
            tone: "amber"
            icon: "warning"
            words: qsTrId("staff.menu.out")
        }

        GridLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            columns: Theme.portrait ? 1 : 4
            uniformCellWidths: true
            uniformCellHeights: true
            columnSpacing: Theme.large
            rowSpacing: Theme.large

            HomeTile {
                Layout.fillWidth: true
                Layout.fillHeight: true
                objectName: "staff.readiness"
                name: title
                icon: "check"
                title: qsTrId("staff.menu.readiness")
                line: qsTrId("staff.menu.readiness_line")
                onTapped: page.view.enter("StaffReadiness")
            }

            HomeTile {
                Layout.fillWidth: true
                Layout.fillHeight: true
                objectName: "staff.printer"
                name: title
                icon: "printer"
                title: qsTrId("staff.menu.printer")
                line: qsTrId("staff.menu.printer_line")
                onTapped: page.view.enter("StaffPrinter")
            }

            HomeTile {
                Layout.fillWidth: true
                Layout.fillHeight: true
                objectName: "staff.service"
                name: title
                icon: page.view.outOfService ? "home" : "clock"
                title: page.view.outOfService ? qsTrId("staff.menu.serve") : qsTrId("staff.menu.pause")
                line: page.view.outOfService ? qsTrId("staff.menu.serve_line") : qsTrId("staff.menu.pause_line")
                onTapped: page.view.switchService()
            }

            HomeTile {
                Layout.fillWidth: true
                Layout.fillHeight: true
                objectName: "staff.power"
                name: title
                icon: "end-visit"
                title: qsTrId("staff.menu.power")
                line: qsTrId("staff.menu.power_line")
                onTapped: page.view.enter("StaffPower")
            }
        }

        Label {
            Layout.fillWidth: true
            step: Theme.t1
            color: Theme.ink2
            text: qsTrId("staff.menu.version").replace("{version}", page.view.version)
        }
    }
}
