import QtQuick
import Kiosk.Bridge
import "../parts"

KioskPage {
    id: page

    Rectangle {
        anchors.fill: parent
        color: Theme.attractGround
    }

    Image {
        anchors.fill: parent
        visible: !page.kiosk.frame.contrast
        sourceSize: Qt.size(Math.round(page.width), Math.round(page.height))
        source: "image://icons/pictures/lotus-attract-" + (Theme.portrait ? "portrait" : "landscape")
        Accessible.ignored: true
    }

    Column {
        x: page.side
        y: Theme.wide
        width: Theme.portrait ? page.width - page.side * 2 : page.width * 0.46
        spacing: Theme.huge

        Label {
            width: parent.width
            step: Theme.t3
            font.weight: Font.Bold
            color: Theme.attractInk
            text: page.kiosk.frame.ward
        }

        Heading {
            width: parent.width
            step: Theme.t6
            spread: 1.18
            color: Theme.attractInk
            text: qsTrId("staff.sign.title")
        }

        Label {
            width: parent.width
            step: Theme.t4
            color: Theme.attractInk
            text: page.kiosk.frame.counter ? qsTrId("staff.sign.counter").replace("{counter}", page.kiosk.frame.counter) : qsTrId("staff.sign.ask")
        }
    }
}
