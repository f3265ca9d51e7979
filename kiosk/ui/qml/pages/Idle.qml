pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Bridge
import "../parts"

KioskPage {
    id: page

    Rectangle {
        anchors.centerIn: parent
        width: Math.min(parent.width - page.side * 2, Theme.row * 12)
        height: column.implicitHeight + Theme.wide * 2
        radius: Theme.radiusCard
        color: Theme.surface
        border.width: Theme.lineUse
        border.color: Theme.amber

        ColumnLayout {
            id: column

            anchors.centerIn: parent
            width: parent.width - Theme.huge * 2
            spacing: Theme.medium

            Heading {
                Layout.fillWidth: true
                horizontalAlignment: Text.AlignHCenter
                text: qsTrId("screens.idle.title")
            }

            Label {
                Layout.fillWidth: true
                horizontalAlignment: Text.AlignHCenter
                step: Theme.portrait ? Theme.count : Theme.count * 0.6
                spread: 1.02
                font.weight: Font.Bold
                text: page.kiosk.frame.idleLeft
            }

            Label {
                Layout.fillWidth: true
                horizontalAlignment: Text.AlignHCenter
                color: Theme.ink2
                text: qsTrId("screens.idle.line")
            }

            Row {
                id: segments

                Layout.fillWidth: true
                Layout.preferredHeight: Theme.medium
                spacing: Theme.hair

                Repeater {
                    model: page.kiosk.frame.idleTotal

                    Rectangle {
                        required property int index

                        width: (segments.width - segments.spacing * (page.kiosk.frame.idleTotal - 1)) / page.kiosk.frame.idleTotal
                        height: Theme.medium
                        radius: Theme.hair / 2
                        color: index < page.kiosk.frame.idleLeft ? Theme.amber : Theme.sunk
                    }
                }
            }

            Button {
                Layout.fillWidth: true
                Layout.preferredHeight: Theme.button * 1.5
                Layout.topMargin: Theme.medium
                objectName: "idle.extend"
                main: true
                step: Theme.t4
                name: qsTrId("screens.idle.extend")
                onTapped: page.kiosk.frame.extend()
            }

            Button {
                Layout.fillWidth: true
                objectName: "idle.end"
                quiet: true
                name: qsTrId("screens.idle.end")
                onTapped: page.kiosk.frame.end()
            }

            Notice {
                Layout.fillWidth: true
                visible: Theme.portrait
                tone: "plain"
                icon: "lock"
                words: qsTrId("screens.idle.wiped")
            }
        }
    }
}
