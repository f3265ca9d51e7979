import QtQuick
import Kiosk.Bridge

Rectangle {
    id: root

    required property FrameView frame

    color: Theme.surface
    height: Theme.topBar

    Image {
        id: mark

        x: Theme.margin
        y: Theme.portrait ? Theme.medium : (root.height - height) / 2
        width: Theme.disc * (Theme.portrait ? 0.7 : 1)
        height: width
        sourceSize: Qt.size(Math.round(width), Math.round(height))
        source: "image://icons/pictures/" + (root.frame.contrast ? "lotus-paper" : "lotus-mark")
        Accessible.ignored: true
    }

    Column {
        anchors.left: mark.right
        anchors.leftMargin: Theme.medium
        anchors.verticalCenter: mark.verticalCenter

        Label {
            step: Theme.barName
            spread: 1.2
            wrapMode: Text.NoWrap
            font.weight: Font.Bold
            color: Theme.primary
            text: root.frame.ward
        }

        Label {
            step: Theme.barWord
            spread: 1.2
            wrapMode: Text.NoWrap
            color: Theme.ink2
            text: root.frame.province
        }
    }

    Column {
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.verticalCenter: mark.verticalCenter

        Label {
            anchors.right: parent.right
            step: Theme.barClock
            spread: 1.1
            wrapMode: Text.NoWrap
            font.weight: Font.Bold
            text: root.frame.clock
        }

        Label {
            anchors.right: parent.right
            step: Theme.barWord
            spread: 1.2
            wrapMode: Text.NoWrap
            color: Theme.ink2
            text: root.frame.today
        }
    }

    Tools {
        id: tools

        frame: root.frame
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.portrait ? Theme.medium : (root.height - Theme.tool) / 2
        x: Theme.portrait ? Theme.margin : (parent.width - width) / 2 + Theme.medium
    }

    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: Theme.lineThin
        color: Theme.line
    }
}
