pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Bridge

KioskPage {
    id: root

    property string icon: "clock"
    property string title: ""
    property string line: ""

    Column {
        anchors.centerIn: parent
        width: parent.width - root.side * 2
        spacing: Theme.large

        Disc {
            anchors.horizontalCenter: parent.horizontalCenter
            size: Theme.iconHuge * 1.6
            icon: root.icon
        }

        Heading {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: root.title
        }

        Label {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            color: Theme.ink2
            text: root.line
        }

        Row {
            id: dots

            property int lit: 0

            anchors.horizontalCenter: parent.horizontalCenter
            spacing: Theme.medium

            Repeater {
                model: 5

                Rectangle {
                    required property int index

                    width: Theme.medium
                    height: width
                    radius: width / 2
                    color: index === dots.lit ? Theme.primary : Theme.line
                }
            }

            Timer {
                interval: 400
                repeat: true
                running: root.visible
                onTriggered: dots.lit = (dots.lit + 1) % 5
            }
        }
    }
}
