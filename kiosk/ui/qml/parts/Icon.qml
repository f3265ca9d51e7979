import QtQuick
import Kiosk.Bridge

Image {
    id: root

    required property string name
    property color colour: Theme.primary
    property real size: Theme.iconMedium

    readonly property real millimetres: root.size * 2 / Theme.hair
    readonly property real line: root.millimetres < 17 ? 1.0 : root.millimetres < 29 ? 1.3 : 1.6
    readonly property int stroke: Math.round(480 * root.line / root.millimetres)

    width: root.size
    height: root.size
    source: root.name ? "image://icons/" + root.name + "/" + root.colour.toString().slice(1) + "/" + root.stroke : ""
    sourceSize: Qt.size(Math.round(root.size), Math.round(root.size))
    Accessible.ignored: true
}
