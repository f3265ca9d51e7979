pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Bridge

Row {
    id: root

    required property var rows

    Repeater {
        id: repeater

        model: root.rows

        Item {
            id: mark

            required property int index
            required property int number
            required property string short
            required property string stage

            readonly property bool done: mark.stage === "done"
            readonly property bool now: mark.stage === "now"

            width: root.width / repeater.count
            height: dot.height + name.height + Theme.small

            Rectangle {
                visible: mark.index > 0
                y: (dot.height - height) / 2
                width: (parent.width - dot.width) / 2
                height: Theme.hair / 2
                color: mark.done || mark.now ? Theme.primary : Theme.line
            }

            Rectangle {
                visible: mark.index < repeater.count - 1
                x: (parent.width + dot.width) / 2
                y: (dot.height - height) / 2
                width: (parent.width - dot.width) / 2
                height: Theme.hair / 2
                color: mark.done ? Theme.primary : Theme.line
            }

            Rectangle {
                id: dot

                anchors.horizontalCenter: parent.horizontalCenter
                width: Theme.dot * 1.15
                height: width
                radius: width / 2
                color: mark.done || mark.now ? Theme.primary : Theme.surface
                border.width: mark.done || mark.now ? 0 : Theme.lineButton
                border.color: Theme.edge

                Icon {
                    anchors.centerIn: parent
                    visible: mark.done
                    name: "check"
                    size: dot.width * 0.6
                    colour: Theme.onPrimary
                }

                Label {
                    anchors.centerIn: parent
                    visible: !mark.done
                    step: Theme.t2
                    font.weight: Font.Bold
                    color: mark.now ? Theme.onPrimary : Theme.ink2
                    text: mark.number
                }
            }

            Label {
                id: name

                anchors.top: dot.bottom
                anchors.topMargin: Theme.small
                width: parent.width - Theme.hair
                visible: repeater.count <= 6
                height: visible ? implicitHeight : 0
                horizontalAlignment: Text.AlignHCenter
                step: Theme.t1
                spread: 1.2
                font.weight: mark.now ? Font.Bold : Font.Normal
                color: mark.now ? Theme.primary : Theme.ink2
                text: mark.short
            }
        }
    }
}
