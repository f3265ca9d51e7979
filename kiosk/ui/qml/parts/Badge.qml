import QtQuick
import Kiosk.Bridge

Rectangle {
    id: root

    required property string icon
    required property string word
    property bool online: false
    property real step: Theme.t2

    implicitWidth: row.width + root.step * 1.1
    implicitHeight: root.step * 1.75
    radius: height / 2
    color: root.online ? Theme.tint : Theme.sunk

    Row {
        id: row

        anchors.centerIn: parent
        spacing: root.step * 0.4

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            name: root.icon
            size: root.step * 1.05
            colour: root.online ? Theme.primary : Theme.ink
        }

        Label {
            anchors.verticalCenter: parent.verticalCenter
            step: root.step
            color: root.online ? Theme.primary : Theme.ink
            font.weight: Font.Bold
            wrapMode: Text.NoWrap
            text: root.word
        }
    }
}
