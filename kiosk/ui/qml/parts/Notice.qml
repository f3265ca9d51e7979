import QtQuick
import Kiosk.Bridge

Rectangle {
    id: root

    required property string words
    property string title: ""
    property string icon: "info"
    property string tone: "good"
    property real step: Theme.portrait ? Theme.t2 : Theme.t1

    readonly property color ink: root.tone === "amber" ? Theme.amberInk : root.tone === "red" ? Theme.redInk : root.tone === "green" ? Theme.greenInk : root.tone === "plain" ? Theme.ink : Theme.primary

    implicitHeight: words.height + Theme.medium * 2
    radius: Theme.radiusCard
    color: root.tone === "amber" ? Theme.amberTint : root.tone === "red" ? Theme.redTint : root.tone === "green" ? Theme.greenTint : root.tone === "plain" ? Theme.sunk : Theme.tint
    border.width: root.tone === "amber" || root.tone === "red" ? Theme.lineThin : 0
    border.color: root.tone === "red" ? Theme.red : Theme.amber

    Icon {
        id: icon

        anchors.left: parent.left
        anchors.leftMargin: Theme.large
        anchors.verticalCenter: parent.verticalCenter
        name: root.icon
        colour: root.ink
    }

    Column {
        id: words

        anchors.left: icon.right
        anchors.right: parent.right
        anchors.margins: Theme.medium
        anchors.rightMargin: Theme.large
        anchors.verticalCenter: parent.verticalCenter

        Label {
            visible: text !== ""
            width: parent.width
            step: Theme.portrait ? Theme.t3 : Theme.t2
            spread: 1.26
            font.weight: Font.Bold
            color: root.ink
            text: root.title
        }

        Label {
            width: parent.width
            step: root.step
            color: root.title ? Theme.ink : root.ink
            font.weight: root.title ? Font.Normal : Font.DemiBold
            text: root.words
        }
    }
}
