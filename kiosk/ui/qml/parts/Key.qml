import QtQuick
import Kiosk.Bridge

Touch {
    id: root

    property string label: root.name
    property string caption: ""
    property string icon: ""
    property bool aside: false
    property bool main: false
    property real step: Theme.t3

    readonly property color words: root.pressed ? Theme.onPrimary : root.main ? Theme.onPrimary : Theme.ink

    radius: Theme.radiusKey
    height: Theme.key
    objectName: "keyboard.key." + root.name

    Rectangle {
        anchors.fill: parent
        radius: root.radius
        color: root.pressed ? Theme.press : root.main ? Theme.primary : root.aside ? Theme.fnKey : Theme.surface
        border.width: Theme.lineThin
        border.color: root.main ? Theme.primary : Theme.edge
    }

    Column {
        anchors.centerIn: parent

        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            visible: root.icon !== ""
            name: root.icon
            colour: root.words
            size: Theme.iconMedium
        }

        Label {
            anchors.horizontalCenter: parent.horizontalCenter
            visible: text !== ""
            step: root.step
            spread: 1.2
            wrapMode: Text.NoWrap
            font.weight: Font.DemiBold
            color: root.words
            text: root.icon ? "" : root.label
            Accessible.ignored: true
        }

        Label {
            anchors.horizontalCenter: parent.horizontalCenter
            visible: text !== ""
            step: Theme.t1
            wrapMode: Text.NoWrap
            color: root.words
            text: root.caption
            Accessible.ignored: true
        }
    }
}
