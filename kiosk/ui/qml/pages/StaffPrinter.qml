import QtQuick
import QtQuick.Layouts
import Kiosk.Bridge
import "../parts"

StaffPage {
    id: page

    title: qsTrId("staff.menu.printer")

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.large

        Heading {
            Layout.fillWidth: true
            visible: page.view.busy
            step: Theme.t4
            text: qsTrId("staff.looking")
        }

        CheckRows {
            Layout.fillWidth: true
            Layout.fillHeight: true
            rows: page.view.rows
        }

        Notice {
            Layout.fillWidth: true
            visible: page.view.printed !== ""
            tone: page.view.printedWell ? "green" : "amber"
            icon: page.view.printedWell ? "check" : "printer"
            words: page.view.printed
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
                name: qsTrId("staff.again")
                onTapped: page.view.examine()
            }

            Button {
                Layout.fillWidth: true
                objectName: "staff.print"
                main: true
                icon: "printer"
                usable: !page.view.busy
                name: qsTrId("staff.test_page")
                onTapped: page.view.printPage()
            }
        }
    }
}
