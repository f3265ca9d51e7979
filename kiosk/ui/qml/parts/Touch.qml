import QtQuick
import Kiosk.Bridge

Item {
    id: root

    required property string name
    property bool usable: true
    property real radius: Theme.radiusButton
    readonly property bool pressed: tap.pressed && root.usable

    signal tapped

    activeFocusOnTab: root.usable
    Accessible.role: Accessible.Button
    Accessible.name: root.name
    Accessible.focusable: root.usable
    Accessible.onPressAction: if (root.usable)
        root.tapped()
    Keys.onReturnPressed: if (root.usable)
        root.tapped()
    Keys.onSpacePressed: if (root.usable)
        root.tapped()

    TapHandler {
        id: tap

        enabled: root.usable
        gesturePolicy: TapHandler.ReleaseWithinBounds
        onTapped: root.tapped()
    }

    Rectangle {
        z: 2
        visible: root.activeFocus
        anchors.fill: parent
        anchors.margins: -Theme.lineFocus * 2
        color: "transparent"
        radius: root.radius + Theme.lineFocus * 2
        border.width: Theme.lineFocus
        border.color: Theme.focusGap

        Rectangle {
            anchors.fill: parent
            anchors.margins: Theme.lineFocus
            color: "transparent"
            radius: root.radius + Theme.lineFocus
            border.width: Theme.lineFocus
            border.color: Theme.focus
        }
    }
}
