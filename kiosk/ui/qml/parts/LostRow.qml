import QtQuick
import Kiosk.Bridge

ListRow {
    id: root

    property string icon: "info"

    width: (parent?.width ?? 0) / (Theme.portrait ? 1 : 2)
    least: word.height + Theme.small

    Icon {
        id: sign

        x: Theme.large
        anchors.verticalCenter: parent.verticalCenter
        name: root.icon
        size: Theme.iconMedium
        colour: Theme.primary
    }

    Label {
        id: word

        anchors.left: sign.right
        anchors.right: parent.right
        anchors.leftMargin: Theme.medium
        anchors.rightMargin: root.foot
        anchors.verticalCenter: parent.verticalCenter
        step: Theme.t2
        font.weight: Font.DemiBold
        color: Theme.primary
        text: root.name
        Accessible.ignored: true
    }
}
