import QtQuick
import QtQuick.Shapes
import Kiosk.Bridge

Shape {
    id: root

    property real radius: Theme.radiusButton
    property color colour: Theme.mute
    property real line: Theme.lineThin

    ShapePath {
        strokeColor: root.colour
        strokeWidth: root.line
        strokeStyle: ShapePath.DashLine
        dashPattern: [4, 4]
        fillColor: "transparent"

        PathRectangle {
            x: root.line / 2
            y: root.line / 2
            width: root.width - root.line
            height: root.height - root.line
            radius: root.radius
        }
    }
}
