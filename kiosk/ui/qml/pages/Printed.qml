import QtQuick
import QtQuick.Layouts
import Kiosk.Bridge
import "../parts"

KioskPage {
    id: page

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: page.side
        anchors.topMargin: Theme.medium
        anchors.bottomMargin: Theme.medium
        spacing: Theme.large

        GridLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            columns: Theme.portrait ? 1 : 2
            columnSpacing: Theme.huge

            ColumnLayout {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.alignment: Qt.AlignVCenter
                spacing: Theme.large

                Badge {
                    Layout.alignment: Qt.AlignHCenter
                    icon: "check"
                    word: qsTrId("screens.printed.badge")
                    online: true
                }

                Heading {
                    Layout.fillWidth: true
                    horizontalAlignment: Text.AlignHCenter
                    step: Theme.t6
                    spread: 1.16
                    text: qsTrId("screens.printed.title")
                }

                Label {
                    Layout.fillWidth: true
                    horizontalAlignment: Text.AlignHCenter
                    step: Theme.t3
                    color: Theme.ink2
                    text: qsTrId("screens.printed.line")
                }
            }

            Image {
                Layout.alignment: Qt.AlignHCenter
                Layout.preferredWidth: Theme.tilePanel * 2.8
                Layout.preferredHeight: Theme.tilePanel * (Theme.portrait ? 3 : 2.6)
                fillMode: Image.PreserveAspectFit
                sourceSize: Qt.size(Math.round(Theme.tilePanel * 2.8), Math.round(Theme.tilePanel * 3))
                source: "image://icons/pictures/slip-out"
                Accessible.ignored: true
            }
        }

        Notice {
            Layout.fillWidth: true
            tone: "plain"
            words: qsTrId("screens.printed.missing")
        }

        GridLayout {
            Layout.fillWidth: true
            columns: 2
            uniformCellWidths: true
            columnSpacing: Theme.medium

            Button {
                Layout.fillWidth: true
                objectName: "printed.more"
                icon: "home"
                name: qsTrId("screens.end.more")
                onTapped: page.kiosk.frame.home()
            }

            Button {
                Layout.fillWidth: true
                objectName: "printed.done"
                main: true
                icon: "check"
                name: qsTrId("screens.printed.done")
                onTapped: page.kiosk.frame.end()
            }
        }
    }
}
