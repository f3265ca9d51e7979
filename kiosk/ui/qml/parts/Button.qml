pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Bridge

Touch {
    id: root

    property string icon: ""
    property bool main: false
    property bool quiet: false
    property bool busy: false
    property real step: Theme.buttonWord

    readonly property color words: !root.usable && !root.busy ? Theme.mute : root.main && !root.busy ? Theme.onPrimary : root.quiet ? Theme.ink : Theme.primary

    implicitHeight: Math.max(Theme.button, label.height + Theme.medium * 2)

    Rectangle {
        anchors.fill: parent
        radius: root.radius
        color: root.busy ? Theme.tint : !root.usable ? Theme.sunk : root.main ? (root.pressed ? Theme.press : Theme.primary) : root.pressed ? Theme.tint : Theme.surface
        border.width: root.main || !root.usable ? 0 : root.pressed ? Theme.lineUse : Theme.lineButton
        border.color: root.quiet ? Theme.edge : Theme.primary
    }

    Loader {
        anchors.fill: parent
        active: !root.usable && !root.busy
        sourceComponent: Dashes {
            radius: root.radius
        }
    }

    Row {
        anchors.centerIn: parent
        spacing: Theme.medium

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            visible: root.icon !== ""
            name: root.icon
            colour: root.words
            size: Theme.iconMedium
        }

        Label {
            id: label

            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(implicitWidth, root.width - Theme.medium * 2 - (root.icon ? Theme.iconMedium + Theme.medium : 0))
            step: root.step
            spread: 1.22
            horizontalAlignment: root.icon ? Text.AlignLeft : Text.AlignHCenter
            color: root.words
            font.weight: root.usable || root.busy ? Font.Bold : Font.Normal
            text: root.name
            Accessible.ignored: true
        }
    }
}
