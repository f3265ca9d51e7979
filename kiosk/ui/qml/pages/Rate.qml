pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Bridge
import "../parts"

KioskPage {
    id: page

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: page.side
        anchors.topMargin: Theme.portrait ? Theme.large : Theme.small
        anchors.bottomMargin: Theme.medium
        spacing: Theme.medium

        Image {
            Layout.alignment: Qt.AlignHCenter
            Layout.preferredWidth: Theme.tilePanel * (Theme.portrait ? 1.6 : 0.9)
            Layout.preferredHeight: Layout.preferredWidth
            visible: page.kiosk.frame.textSize < 2 && Theme.portrait
            sourceSize: Qt.size(Math.round(Layout.preferredWidth), Math.round(Layout.preferredWidth))
            source: "image://icons/pictures/" + (page.kiosk.frame.contrast ? "lotus-paper" : "lotus-mark")
            Accessible.ignored: true
        }

        Heading {
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignHCenter
            step: Theme.portrait ? Theme.t6 : Theme.t5
            spread: 1.16
            text: qsTrId("screens.rate.thanks")
        }

        Row {
            Layout.alignment: Qt.AlignHCenter
            spacing: Theme.small

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                name: "check"
            }

            Label {
                width: Math.min(implicitWidth, page.width - page.side * 2 - Theme.iconMedium - Theme.small)
                step: Theme.t3
                font.weight: Font.Bold
                color: Theme.primary
                text: qsTrId("screens.rate.wiped")
            }
        }

        Notice {
            Layout.fillWidth: true
            tone: "amber"
            icon: "warning"
            words: qsTrId("screens.rate.papers")
        }

        Item {
            Layout.fillHeight: true
        }

        Label {
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignHCenter
            step: Theme.t4
            font.weight: Font.Bold
            text: qsTrId("screens.rate.title")
        }

        Label {
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignHCenter
            visible: Theme.portrait || page.kiosk.frame.textSize < 2
            color: Theme.ink2
            text: qsTrId("screens.rate.line")
        }

        Row {
            id: faces

            Layout.fillWidth: true
            spacing: Theme.small

            Repeater {
                model: 5

                TouchCard {
                    id: face

                    required property int index
                    readonly property int score: 5 - face.index

                    objectName: "rate." + face.score
                    width: (faces.width - faces.spacing * 4) / 5
                    height: column.height + Theme.medium * 2
                    name: qsTrId("screens.rate." + face.score)
                    onTapped: page.kiosk.frame.rate(face.score)

                    Column {
                        id: column

                        anchors.verticalCenter: parent.verticalCenter
                        width: parent.width
                        spacing: Theme.small

                        Icon {
                            anchors.horizontalCenter: parent.horizontalCenter
                            name: "rate-" + face.score
                            size: Theme.iconLarge * 1.2
                        }

                        Label {
                            width: parent.width
                            horizontalAlignment: Text.AlignHCenter
                            step: Theme.t1
                            spread: 1.2
                            font.weight: Font.DemiBold
                            text: face.name
                            Accessible.ignored: true
                        }
                    }
                }
            }
        }

        Item {
            Layout.fillHeight: true
        }

        GridLayout {
            Layout.fillWidth: true
            columns: 2
            uniformCellWidths: true
            columnSpacing: Theme.medium

            Button {
                Layout.fillWidth: true
                objectName: "rate.more"
                icon: "home"
                name: qsTrId("screens.end.more")
                onTapped: page.kiosk.frame.home()
            }

            Button {
                Layout.fillWidth: true
                objectName: "rate.none"
                quiet: true
                name: qsTrId("screens.rate.none")
                onTapped: page.kiosk.frame.end()
            }
        }
    }
}
