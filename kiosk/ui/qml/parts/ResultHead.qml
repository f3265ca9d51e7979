import QtQuick
import Kiosk.Bridge

Rectangle {
    id: root

    required property string tone
    required property string icon
    required property string status
    required property string head
    required property string date

    readonly property color words: root.tone === "red" ? Theme.redInk : root.tone === "amber" ? Theme.amberInk : root.tone === "green" ? Theme.greenInk : root.tone === "plain" ? Theme.ink : Theme.primary

    implicitHeight: column.height + Theme.medium * 2
    radius: Theme.radiusCard
    color: root.tone === "red" ? Theme.redTint : root.tone === "amber" ? Theme.amberTint : root.tone === "green" ? Theme.greenTint : root.tone === "plain" ? Theme.sunk : Theme.tint
    border.width: Theme.lineThin
    border.color: root.tone === "red" ? Theme.red : root.tone === "amber" ? Theme.amber : root.tone === "green" ? Theme.green : root.tone === "plain" ? Theme.edge : Theme.primary

    Column {
        id: column

        anchors.verticalCenter: parent.verticalCenter
        x: Theme.large
        width: parent.width - Theme.large * 2

        Row {
            width: parent.width
            spacing: Theme.small

            Icon {
                id: icon

                name: root.icon
                colour: root.words
                size: Theme.t2 * 1.3
            }

            Label {
                width: parent.width - icon.width - parent.spacing
                font.weight: Font.Bold
                color: root.words
                text: root.status
            }
        }

        Label {
            width: parent.width
            visible: text !== ""
            step: Theme.t5
            spread: 1.24
            font.weight: Font.Bold
            color: root.words
            text: root.head
        }

        Label {
            width: parent.width
            visible: text !== ""
            textFormat: Text.StyledText
            text: root.date
        }
    }
}
