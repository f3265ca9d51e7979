import QtQuick
import QtQuick.Layouts
import Kiosk.Bridge
import "../parts"

KioskPage {
    id: page

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: page.side
        anchors.topMargin: Theme.portrait ? Theme.wide : Theme.medium
        anchors.bottomMargin: Theme.portrait ? Theme.large : Theme.medium
        spacing: Theme.portrait ? Theme.large : Theme.medium

        Column {
            Layout.fillWidth: true

            Heading {
                width: parent.width
                text: qsTrId("screens.home.title")
            }

            Label {
                width: parent.width
                color: Theme.ink2
                text: qsTrId("screens.home.line")
            }
        }

        GridLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            columns: Theme.portrait ? 1 : 3
            uniformCellWidths: true
            uniformCellHeights: true
            rowSpacing: Theme.large
            columnSpacing: Theme.large

            HomeTile {
                Layout.fillWidth: true
                Layout.fillHeight: true
                objectName: "home.eid"
                visible: page.kiosk.home.hasEid
                icon: "e-id"
                name: title
                title: qsTrId("screens.home.eid.title")
                line: qsTrId("screens.home.eid.line")
                onTapped: page.kiosk.home.openEid()
            }

            HomeTile {
                Layout.fillWidth: true
                Layout.fillHeight: true
                objectName: "home.services"
                icon: "procedure"
                name: title
                title: qsTrId("screens.home.services.title")
                line: qsTrId("screens.home.services.line")
                onTapped: page.kiosk.home.openServices()
            }

            HomeTile {
                Layout.fillWidth: true
                Layout.fillHeight: true
                objectName: "home.lookup"
                icon: "lookup"
                name: title
                title: qsTrId("screens.home.lookup.title")
                line: qsTrId("screens.home.lookup.line")
                onTapped: page.kiosk.home.openLookup()
            }
        }

        TouchCard {
            Layout.fillWidth: true
            Layout.preferredHeight: Math.max(Theme.portrait ? Theme.row * 1.3 : Theme.button, help.height + Theme.small * 2)
            objectName: "home.help"
            name: qsTrId("screens.home.help.title")
            ground: Theme.sunk
            onTapped: page.kiosk.frame.help()

            Disc {
                id: disc

                x: Theme.large
                anchors.verticalCenter: parent.verticalCenter
                size: Theme.portrait ? Theme.iconMedium * 2 : Theme.iconMedium * 1.6
                ground: Theme.surface
                icon: "call-officer"
            }

            Flow {
                id: help

                anchors.left: disc.right
                anchors.right: chevron.left
                anchors.margins: Theme.large
                anchors.verticalCenter: parent.verticalCenter
                spacing: Theme.portrait ? 0 : Theme.medium

                Label {
                    width: Math.min(implicitWidth, parent.width)
                    step: Theme.t3
                    font.weight: Font.Bold
                    text: qsTrId("screens.home.help.title")
                }

                Label {
                    width: Math.min(implicitWidth, parent.width)
                    color: Theme.ink2
                    step: Theme.t2
                    spread: Theme.portrait ? 1.34 : Theme.t3 * 1.34 / Theme.t2
                    text: qsTrId("screens.home.help.line")
                }
            }

            Icon {
                id: chevron

                anchors.right: parent.right
                anchors.rightMargin: Theme.large
                anchors.verticalCenter: parent.verticalCenter
                name: "chevron"
            }
        }
    }
}
