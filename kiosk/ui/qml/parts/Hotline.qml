import QtQuick
import Kiosk.Bridge

Card {
    id: root

    required property string label
    required property string number

    implicitHeight: words.height + Theme.medium * 2

    Icon {
        id: icon

        x: Theme.large
        anchors.verticalCenter: parent.verticalCenter
        name: "phone"
        size: Theme.iconLarge
    }

    Column {
        id: words

        anchors.left: icon.right
        anchors.right: parent.right
        anchors.margins: Theme.large
        anchors.verticalCenter: parent.verticalCenter

        Label {
            width: parent.width
            color: Theme.ink2
            text: root.label
        }

        Label {
            width: parent.width
            step: Theme.t4
            font.weight: Font.Bold
            text: root.number
        }
    }
}
