import QtQuick
import Kiosk.Bridge

Touch {
    id: root

    default property alias content: inside.data
    property color ground: Theme.surface
    property bool chosen: false

    radius: Theme.radiusCard

    Rectangle {
        id: inside

        anchors.fill: parent
        radius: root.radius
        color: root.pressed ? Theme.tint : root.ground
        border.width: root.pressed || root.chosen ? Theme.lineUse : Theme.lineThin
        border.color: root.pressed || root.chosen ? Theme.primary : Theme.touch
    }
}
