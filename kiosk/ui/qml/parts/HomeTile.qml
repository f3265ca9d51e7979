import QtQuick
import Kiosk.Bridge

TouchCard {
    id: root

    required property string icon
    required property string title
    required property string line

    Rectangle {
        id: panel

        width: Theme.portrait ? Theme.tilePanel : parent.width
        height: Theme.portrait ? parent.height : Math.max(Theme.row, Math.min(Theme.tilePanel, parent.height - words.height - Theme.large * 2))
        radius: root.radius
        topRightRadius: Theme.portrait ? 0 : root.radius
        bottomRightRadius: 0
        bottomLeftRadius: Theme.portrait ? root.radius : 0
        color: root.pressed ? Theme.press : Theme.primary

        Icon {
            x: Theme.portrait ? (parent.width - width) / 2 : Theme.large
            anchors.verticalCenter: parent.verticalCenter
            name: root.icon
            size: Theme.portrait ? Theme.iconHuge : Theme.iconHuge * 0.65
            colour: Theme.onPrimary
        }

        Icon {
            visible: !Theme.portrait
            anchors.right: parent.right
            anchors.rightMargin: Theme.large
            anchors.verticalCenter: parent.verticalCenter
            name: "next"
            colour: Theme.onPrimary
        }
    }

    Column {
        id: words

        anchors.left: Theme.portrait ? panel.right : parent.left
        anchors.right: Theme.portrait ? chevron.left : parent.right
        anchors.top: Theme.portrait ? undefined : panel.bottom
        anchors.verticalCenter: Theme.portrait ? parent.verticalCenter : undefined
        anchors.margins: Theme.portrait ? Theme.wide : Theme.large
        spacing: Theme.small

        Label {
            width: parent.width
            step: Theme.t4
            spread: 1.24
            font.weight: Font.Bold
            text: root.title
        }

        Label {
            width: parent.width
            color: Theme.ink2
            text: root.line
        }
    }

    Icon {
        id: chevron

        visible: Theme.portrait
        anchors.right: parent.right
        anchors.rightMargin: Theme.large
        anchors.verticalCenter: parent.verticalCenter
        name: "chevron"
    }
}
