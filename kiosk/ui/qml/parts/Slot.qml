pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Bridge

Touch {
    id: root

    required property string icon
    property bool help: false

    readonly property color words: !root.usable ? Theme.mute : root.help ? Theme.primary : Theme.ink

    height: Theme.slot

    Rectangle {
        anchors.fill: parent
        radius: root.radius
        color: root.pressed || root.help && root.usable ? Theme.tint : Theme.surface
        border.width: root.usable ? (root.pressed ? Theme.lineUse : Theme.lineThin) : 0
        border.color: root.help || root.pressed ? Theme.primary : Theme.edge
    }

    Loader {
        anchors.fill: parent
        active: !root.usable
        sourceComponent: Dashes {
            radius: root.radius
            colour: Theme.line
        }
    }

    Grid {
        anchors.centerIn: parent
        columns: Theme.portrait ? 1 : 2
        columnSpacing: Theme.medium
        horizontalItemAlignment: Grid.AlignHCenter
        verticalItemAlignment: Grid.AlignVCenter

        Icon {
            name: root.icon
            colour: root.words
            size: Theme.iconSmall * 1.15
        }

        Label {
            step: Theme.portrait ? Theme.barWord : Theme.barWord * 1.2
            wrapMode: Text.NoWrap
            font.weight: root.usable ? Font.DemiBold : Font.Normal
            color: root.words
            text: root.name
            Accessible.ignored: true
        }
    }
}
