import QtQuick
import Kiosk.Bridge

Rectangle {
    id: root

    required property string icon
    property real size: Theme.disc
    property color ground: Theme.tint

    width: root.size
    height: root.size
    radius: root.size / 2
    color: root.ground

    Icon {
        anchors.centerIn: parent
        name: root.icon
        size: root.size * 0.56
    }
}
