pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Bridge
import "../parts"

KioskPage {
    id: page

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: page.side
        anchors.topMargin: Theme.wide
        anchors.bottomMargin: Theme.medium
        spacing: Theme.large

        Disc {
            visible: Theme.portrait || page.kiosk.frame.textSize === 0
            size: Theme.iconHuge * (Theme.portrait ? 1.5 : 1)
            icon: "call-officer"
        }

        Heading {
            Layout.fillWidth: true
            text: qsTrId("screens.help.title")
        }

        Label {
            Layout.fillWidth: true
            step: Theme.t3
            text: page.kiosk.frame.counter ? qsTrId("screens.help.counter").replace("{counter}", page.kiosk.frame.counter) : qsTrId("screens.help.ask")
        }

        Label {
            Layout.fillWidth: true
            color: Theme.ink2
            text: qsTrId("screens.help.kept")
        }

        GridLayout {
            Layout.fillWidth: true
            columns: Theme.portrait ? 1 : 2
            uniformCellWidths: true
            columnSpacing: Theme.large
            rowSpacing: Theme.medium

            Hotline {
                Layout.fillWidth: true
                visible: number !== ""
                label: qsTrId("screens.help.portal")
                number: page.kiosk.frame.hotlinePortal
            }

            Hotline {
                Layout.fillWidth: true
                visible: number !== ""
                label: qsTrId("screens.help.eid")
                number: page.kiosk.frame.hotlineEid
            }
        }

        Item {
            Layout.fillHeight: true
        }

        Button {
            Layout.fillWidth: true
            objectName: "help.done"
            main: true
            icon: "back"
            name: qsTrId("screens.help.back")
            onTapped: page.kiosk.frame.back()
        }
    }
}
