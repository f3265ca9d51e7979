pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Bridge

Column {
    id: root

    required property list<string> lines

    spacing: Theme.small

    Repeater {
        model: root.lines

        Item {
            id: line

            required property int index
            required property string modelData

            width: root.width
            height: Math.max(disc.height, words.height)

            Rectangle {
                id: disc

                width: Theme.t2 * 1.7
                height: width
                radius: width / 2
                color: Theme.tint

                Label {
                    anchors.centerIn: parent
                    font.weight: Font.Bold
                    color: Theme.primary
                    text: line.index + 1
                }
            }

            Label {
                id: words

                anchors.left: disc.right
                anchors.leftMargin: Theme.medium
                anchors.right: parent.right
                y: Math.max(0, (disc.height - step * spread) / 2)
                text: line.modelData
            }
        }
    }
}
