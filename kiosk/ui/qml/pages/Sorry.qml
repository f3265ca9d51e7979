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
            icon: "clock"
        }

        Heading {
            Layout.fillWidth: true
            text: qsTrId("screens.sorry.title")
        }

        Label {
            Layout.fillWidth: true
            step: Theme.t3
            text: qsTrId("screens.sorry.line")
        }

        Item {
            Layout.fillHeight: true
        }

        Button {
            Layout.fillWidth: true
            objectName: "sorry.home"
            main: true
            icon: "home"
            name: qsTrId("screens.sorry.home")
            onTapped: page.kiosk.frame.home()
        }
    }
}
