import QtQuick
import Kiosk.Bridge

Touch {
    id: root

    required property int index
    property real least: 0
    readonly property real foot: chevron.width + Theme.medium + Theme.small

    height: Math.max(Theme.row * (Theme.portrait ? 0.95 : 0.8), root.least)
    radius: Theme.radiusCard

    Rectangle {
        anchors.fill: parent
        anchors.margins: Theme.lineThin
        visible: root.pressed
        radius: root.radius
        color: Theme.tint
    }

    Rectangle {
        visible: !Theme.portrait && root.index % 2 === 1
        width: Theme.lineThin
        height: parent.height
        color: Theme.line
    }

    Rectangle {
        visible: root.index > (Theme.portrait ? 0 : 1)
        width: parent.width
        height: Theme.lineThin
        color: Theme.line
    }

    Icon {
        id: chevron

        anchors.right: parent.right
        anchors.rightMargin: Theme.medium
        anchors.verticalCenter: parent.verticalCenter
        name: "chevron"
        size: Theme.iconSmall
    }
}
