import QtQuick
import QtQuick.Layouts
import Kiosk.Bridge
import "../parts"

KioskPage {
    id: page

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: page.side
        anchors.topMargin: Theme.wide
        anchors.bottomMargin: Theme.medium
        spacing: Theme.large

        Disc {
            size: Theme.iconHuge * 1.4
            icon: "printer"
        }

        Heading {
            Layout.fillWidth: true
            text: qsTrId("screens.uncertain.title")
        }

        Label {
            Layout.fillWidth: true
            color: Theme.ink2
            text: qsTrId("screens.uncertain.line")
        }

        Item {
            Layout.fillHeight: true
            Layout.maximumHeight: Theme.huge
        }

        Button {
            Layout.fillWidth: true
            objectName: "uncertain.yes"
            icon: "check"
            main: true
            name: qsTrId("screens.uncertain.yes")
            onTapped: page.kiosk.paper.answer(true)
        }

        Button {
            Layout.fillWidth: true
            objectName: "uncertain.no"
            icon: "cross"
            name: qsTrId("screens.uncertain.no")
            onTapped: page.kiosk.paper.answer(false)
        }

        Item {
            Layout.fillHeight: true
        }
    }
}
