import QtQuick
import QtQuick.Layouts
import Kiosk.Bridge
import "../parts"

StaffPage {
    id: page

    title: qsTrId("staff.menu.readiness")

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.medium

        Heading {
            Layout.fillWidth: true
            step: Theme.t4
            text: page.view.busy && page.view.headline === "" ? qsTrId("staff.looking") : page.view.headline
        }

        Notice {
            Layout.fillWidth: true
            visible: page.view.printed !== ""
            tone: page.view.printedWell ? "green" : "amber"
            icon: page.view.printedWell ? "check" : "printer"
            words: page.view.printed
        }

        CheckRows {
            Layout.fillWidth: true
            Layout.fillHeight: true
            rows: page.view.rows
        }

        GridLayout {
            Layout.fillWidth: true
            columns: 2
            uniformCellWidths: true
            columnSpacing: Theme.medium

            Button {
                Layout.fillWidth: true
                objectName: "staff.again"
                icon: "search"
                usable: !page.view.busy
                busy: page.view.busy
                name: page.view.busy ? qsTrId("staff.looking") : qsTrId("staff.again")
                onTapped: page.view.examine()
            }

            Button {
                Layout.fillWidth: true
                objectName: "staff.print"
                main: true
                icon: "printer"
                usable: !page.view.busy && page.view.headline !== ""
                name: qsTrId("staff.print")
                onTapped: page.view.printPage()
            }
        }
    }
}
