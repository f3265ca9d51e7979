import QtQuick
import Kiosk.Bridge

Touch {
    id: root

    property string icon: ""
    property bool on: false
    property bool joinLeft: false
    property bool joinRight: false
    property real step: Theme.barWord

    implicitWidth: row.width + Theme.medium * 2
    implicitHeight: Theme.tool

    Rectangle {
        anchors.fill: parent
        radius: root.radius
        topLeftRadius: root.joinLeft ? 0 : root.radius
        bottomLeftRadius: root.joinLeft ? 0 : root.radius
        topRightRadius: root.joinRight ? 0 : root.radius
        bottomRightRadius: root.joinRight ? 0 : root.radius
        color: root.on ? (root.pressed ? Theme.press : Theme.primary) : root.pressed ? Theme.tint : Theme.surface
        border.width: Theme.lineThin
        border.color: root.on ? Theme.primary : Theme.edge
    }

    Row {
        id: row

        anchors.centerIn: parent
        spacing: Theme.small

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            visible: root.icon !== ""
            name: root.icon
            size: Theme.iconSmall
            colour: root.on ? Theme.onPrimary : Theme.ink
        }

        Label {
            anchors.verticalCenter: parent.verticalCenter
            step: root.step
            font.weight: Font.DemiBold
            wrapMode: Text.NoWrap
            color: root.on ? Theme.onPrimary : Theme.ink
            text: root.name
            Accessible.ignored: true
        }
    }
}
