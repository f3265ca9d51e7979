import QtQuick
import Kiosk.Bridge

KioskPage {
    id: root

    default property alias content: inside.data
    property string title: ""
    property bool inner: true
    readonly property StaffView view: root.kiosk.staff

    Rectangle {
        id: bar

        width: parent.width
        height: title.height + Theme.medium * 2
        color: Theme.primary

        Icon {
            id: mark

            x: root.side
            anchors.verticalCenter: parent.verticalCenter
            name: "lock"
            colour: Theme.onPrimary
            size: Theme.iconMedium
        }

        Heading {
            id: title

            anchors.left: mark.right
            anchors.right: clock.left
            anchors.margins: Theme.medium
            anchors.verticalCenter: parent.verticalCenter
            step: Theme.t4
            color: Theme.onPrimary
            text: root.title
        }

        Label {
            id: clock

            anchors.right: parent.right
            anchors.rightMargin: root.side
            anchors.verticalCenter: parent.verticalCenter
            step: Theme.t4
            wrapMode: Text.NoWrap
            font.weight: Font.Bold
            color: Theme.onPrimary
            text: root.kiosk.frame.clock
        }
    }

    Item {
        id: inside

        anchors.top: bar.bottom
        anchors.bottom: foot.top
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: root.side
        anchors.topMargin: Theme.large
        anchors.bottomMargin: Theme.large
    }

    Rectangle {
        id: foot

        anchors.bottom: parent.bottom
        width: parent.width
        height: Theme.bottomBar
        color: Theme.surface

        Rectangle {
            width: parent.width
            height: Theme.lineThin
            color: Theme.line
        }

        Row {
            id: slots

            readonly property real share: (foot.width - root.side * 2 - Theme.small) / 2

            anchors.centerIn: parent
            spacing: Theme.small

            Slot {
                objectName: "staff.back"
                width: slots.share
                icon: "back"
                name: qsTrId("screens.nav.back")
                usable: root.inner
                onTapped: root.view.back()
            }

            Slot {
                objectName: "staff.leave"
                width: slots.share
                icon: "end-visit"
                name: qsTrId("staff.leave")
                onTapped: root.view.leave()
            }
        }
    }
}
