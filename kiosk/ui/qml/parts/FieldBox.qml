import QtQuick
import Kiosk.Bridge

Rectangle {
    id: root

    required property string text
    required property string name
    property string placeholder: ""
    property string icon: ""
    property bool inUse: true
    property bool wrong: false
    property real letters: 0
    property real step: Theme.t3

    implicitHeight: Math.max(Theme.button, root.step * 1.9)
    radius: Theme.radiusButton
    color: Theme.surface
    border.width: root.inUse || root.wrong ? Theme.lineUse : Theme.lineButton
    border.color: root.wrong ? Theme.red : root.inUse ? Theme.primary : Theme.edge
    Accessible.role: Accessible.EditableText
    Accessible.name: root.name
    Accessible.focusable: true

    Icon {
        id: picture

        x: Theme.medium
        anchors.verticalCenter: parent.verticalCenter
        visible: root.icon !== ""
        name: root.icon
    }

    Item {
        anchors.fill: parent
        anchors.leftMargin: root.icon ? Theme.iconMedium + Theme.medium * 2 : Theme.medium
        anchors.rightMargin: Theme.small
        clip: true

        Label {
            id: typed

            x: Math.min(0, parent.width - width - Theme.small)
            anchors.verticalCenter: parent.verticalCenter
            step: root.step
            wrapMode: Text.NoWrap
            font.weight: root.letters ? Font.Bold : Font.Normal
            font.letterSpacing: root.letters
            color: root.text ? Theme.ink : Theme.mute
            text: root.text || (root.placeholder)
            Accessible.ignored: true
        }

        Rectangle {
            visible: root.inUse
            x: root.text ? typed.x + typed.width + Theme.lineThin : 0
            anchors.verticalCenter: parent.verticalCenter
            width: Theme.lineButton
            height: root.step * 1.2
            color: Theme.pink
        }
    }
}
