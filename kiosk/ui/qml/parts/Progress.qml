pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Bridge

Row {
    id: root

    required property string words
    required property int number
    required property int total

    spacing: Theme.medium

    Label {
        id: label

        anchors.verticalCenter: parent.verticalCenter
        step: Theme.t1
        font.weight: Font.DemiBold
        color: Theme.primary
        text: root.words
    }

    Repeater {
        model: root.total

        Rectangle {
            required property int index

            anchors.verticalCenter: parent.verticalCenter
            width: (root.width - label.width - root.spacing * root.total) / root.total
            height: Theme.small
            radius: height / 2
            color: index < root.number ? Theme.primary : Theme.line
        }
    }
}
