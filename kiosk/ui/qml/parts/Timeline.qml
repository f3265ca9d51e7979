import QtQuick
import Kiosk.Bridge

Item {
    id: root

    required property string step
    required property string date
    required property string stage
    required property bool first
    required property bool last

    property real share: 0
    readonly property bool done: root.stage === "done"
    readonly property bool now: root.stage === "now"
    readonly property bool late: root.stage === "late"

    height: Math.floor(Math.max(Theme.dot + Theme.medium, root.share, words.height + Theme.small * 2))

    Rectangle {
        visible: !root.first
        x: Theme.large + Theme.dot / 2 - width / 2
        width: Theme.hair
        height: (parent.height - Theme.dot) / 2
        color: root.done || root.now ? Theme.primary : Theme.line
    }

    Rectangle {
        visible: !root.last
        x: Theme.large + Theme.dot / 2 - width / 2
        anchors.bottom: parent.bottom
        width: Theme.hair
        height: (parent.height - Theme.dot) / 2
        color: root.done ? Theme.primary : Theme.line
    }

    Rectangle {
        id: dot

        x: Theme.large
        anchors.verticalCenter: parent.verticalCenter
        width: Theme.dot
        height: Theme.dot
        radius: width / 2
        color: root.done ? Theme.primary : root.late ? Theme.red : Theme.surface
        border.width: root.now ? Theme.hair * 0.8 : 0
        border.color: Theme.primary

        Dashes {
            anchors.fill: parent
            visible: !root.done && !root.now && !root.late
            radius: parent.width / 2
            line: Theme.lineButton
        }

        Icon {
            anchors.centerIn: parent
            visible: root.done
            name: "check"
            size: Theme.dot * 0.66
            colour: Theme.onPrimary
        }

        Label {
            anchors.centerIn: parent
            visible: root.late
            font.weight: Font.Bold
            color: Theme.surface
            text: "!"
        }

        Rectangle {
            anchors.centerIn: parent
            visible: root.now
            width: parent.width * 0.36
            height: width
            radius: width / 2
            color: Theme.pink
        }
    }

    Label {
        id: words

        anchors.left: dot.right
        anchors.leftMargin: Theme.medium
        anchors.right: when.left
        anchors.rightMargin: Theme.small
        anchors.verticalCenter: parent.verticalCenter
        font.weight: root.now || root.late ? Font.Bold : root.done ? Font.DemiBold : Font.Normal
        color: root.late ? Theme.redInk : root.done || root.now ? Theme.ink : Theme.ink2
        text: root.step
    }

    Label {
        id: when

        anchors.right: parent.right
        anchors.rightMargin: Theme.large
        anchors.verticalCenter: parent.verticalCenter
        step: Theme.t1
        wrapMode: Text.NoWrap
        color: root.late ? Theme.redInk : Theme.ink2
        text: root.date
    }
}
