import QtQuick
import Kiosk.Bridge

Rectangle {
    id: root

    required property FrameView frame

    readonly property real slotWidth: (width - Theme.margin * 2 - Theme.small * 3) / 4

    color: Theme.surface
    height: Theme.bottomBar

    Rectangle {
        width: parent.width
        height: Theme.lineThin
        color: Theme.line
    }

    Row {
        anchors.centerIn: parent
        spacing: Theme.small

        Slot {
            objectName: "nav.back"
            width: root.slotWidth
            icon: "back"
            name: qsTrId("screens.nav.back")
            usable: root.frame.canBack
            onTapped: root.frame.back()
        }

        Slot {
            objectName: "nav.home"
            width: root.slotWidth
            icon: "home"
            name: qsTrId("screens.nav.home")
            usable: root.frame.canHome
            onTapped: root.frame.home()
        }

        Slot {
            objectName: "nav.help"
            width: root.slotWidth
            icon: "call-officer"
            help: true
            name: qsTrId("screens.nav.help")
            usable: root.frame.canHelp
            onTapped: root.frame.help()
        }

        Slot {
            objectName: "nav.end"
            width: root.slotWidth
            icon: "end-visit"
            name: qsTrId("screens.nav.end")
            usable: root.frame.canEnd
            onTapped: root.frame.end()
        }
    }
}
