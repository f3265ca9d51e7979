import QtQuick
import Kiosk.Bridge
import "../parts"

KioskPage {
    id: page

    readonly property real column: Theme.portrait ? width - page.side * 2 : width * 0.46

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

    TapHandler {
        gesturePolicy: TapHandler.ReleaseWithinBounds
        onTapped: page.kiosk.home.start(page.kiosk.frame.language)
    }

    Row {
        x: page.side
        y: Theme.wide
        spacing: Theme.medium

        Image {
            width: Theme.disc * 0.8
            height: width
            sourceSize: Qt.size(Math.round(width), Math.round(height))
            source: "image://icons/pictures/lotus-paper"
            Accessible.ignored: true
        }

        Column {
            anchors.verticalCenter: parent.verticalCenter

            Label {
                step: Theme.t3
                spread: 1.2
                wrapMode: Text.NoWrap
                font.weight: Font.Bold
                color: Theme.attractInk
                text: page.kiosk.frame.ward
            }

            Label {
                step: Theme.t1
                spread: 1.2
                color: Theme.attractInk
                text: page.kiosk.frame.province
            }
        }
    }

    Label {
        anchors.right: parent.right
        anchors.rightMargin: page.side
        y: Theme.wide
        step: Theme.t4
        font.weight: Font.Bold
        color: Theme.attractInk
        text: page.kiosk.frame.clock
    }

    Column {
        x: page.side
        y: Theme.portrait ? page.height * 0.115 : page.height * 0.22
        width: page.column
        spacing: Theme.large

        Heading {
            width: parent.width
            step: Theme.t7
            spread: 1.18
            color: Theme.attractInk
            text: qsTrId("screens.attract.title")
        }

        Label {
            width: parent.width
            step: Theme.t4
            color: Theme.attractInk
            text: qsTrId("screens.attract.line")
        }
    }

    Column {
        x: page.side
        width: page.column
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.wide
        spacing: Theme.medium

        Touch {
            id: begin

            objectName: "attract.start"
            width: parent.width
            height: Theme.button * 1.45
            name: qsTrId("screens.attract.start")
            radius: Theme.radiusCard
            onTapped: page.kiosk.home.start("vi")

            Rectangle {
                anchors.fill: parent
                radius: begin.radius
                color: begin.pressed ? Theme.attractInk : Theme.attractPaper
            }

            Row {
                anchors.centerIn: parent
                spacing: Theme.large

                Label {
                    anchors.verticalCenter: parent.verticalCenter
                    step: Theme.t5
                    wrapMode: Text.NoWrap
                    font.weight: Font.Bold
                    color: Theme.attractGround
                    text: begin.name
                }

                Icon {
                    anchors.verticalCenter: parent.verticalCenter
                    name: "next"
                    size: Theme.t5
                    colour: Theme.attractGround
                }
            }
        }

        Touch {
            id: english

            objectName: "attract.english"
            width: parent.width
            height: Theme.button
            name: "Touch for English"
            onTapped: page.kiosk.home.start("en")

            Rectangle {
                anchors.fill: parent
                radius: english.radius
                color: english.pressed ? Theme.press : Theme.attractGround
                border.width: Theme.lineButton
                border.color: Theme.attractInk
            }

            Row {
                anchors.centerIn: parent
                spacing: Theme.medium

                Icon {
                    anchors.verticalCenter: parent.verticalCenter
                    name: "globe"
                    colour: Theme.attractInk
                }

                Label {
                    anchors.verticalCenter: parent.verticalCenter
                    step: Theme.t3
                    font.weight: Font.DemiBold
                    color: Theme.attractInk
                    text: english.name
                }
            }
        }
    }
}
