pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Bridge

Paged {
    id: root

    required property var rows

    signal ticked(int place)

    readonly property real share: list.count > 0 ? Math.min(Theme.row * 1.7, root.height / list.count) : 0

    framed: true

    Repeater {
        id: list

        model: root.rows

        Touch {
            id: row

            required property int index
            required property int place
            required property string document
            required property string note
            required property bool checked

            objectName: "guide.document." + row.place
            width: parent?.width ?? 0
            height: Math.floor(Math.max(Theme.row * 0.9, root.share, words.height + Theme.medium * 2))
            name: row.document
            radius: Theme.radiusCard
            Accessible.role: Accessible.CheckBox
            Accessible.checkable: true
            Accessible.checked: row.checked
            onTapped: root.ticked(row.place)

            Rectangle {
                anchors.fill: parent
                anchors.margins: Theme.lineThin
                visible: row.pressed
                radius: row.radius
                color: Theme.tint
            }

            Rectangle {
                visible: row.index > 0
                width: parent.width
                height: Theme.lineThin
                color: Theme.line
            }

            Rectangle {
                id: box

                x: Theme.large
                anchors.verticalCenter: parent.verticalCenter
                width: Theme.tick
                height: Theme.tick
                radius: Theme.radiusButton
                color: row.checked ? Theme.primary : Theme.surface
                border.width: Theme.lineUse
                border.color: Theme.primary

                Icon {
                    anchors.centerIn: parent
                    visible: row.checked
                    name: "check"
                    size: Theme.tick * 0.7
                    colour: Theme.onPrimary
                }
            }

            Column {
                id: words

                anchors.left: box.right
                anchors.right: parent.right
                anchors.margins: Theme.large
                anchors.verticalCenter: parent.verticalCenter

                Label {
                    width: parent.width
                    step: Theme.t3
                    spread: 1.24
                    font.weight: Font.Bold
                    text: row.document
                }

                Label {
                    width: parent.width
                    visible: text !== ""
                    color: Theme.ink2
                    spread: 1.28
                    text: row.note
                }
            }
        }
    }
}
