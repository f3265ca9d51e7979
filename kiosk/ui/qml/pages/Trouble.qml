import QtQuick
import QtQuick.Layouts
import Kiosk.Bridge
import "../parts"

KioskPage {
    id: page

    readonly property TroubleView view: page.kiosk.trouble

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: page.side
        anchors.topMargin: Theme.portrait ? Theme.wide : Theme.small
        anchors.bottomMargin: Theme.medium
        spacing: Theme.large

        GridLayout {
            Layout.fillWidth: true
            columns: Theme.portrait ? 1 : 2
            columnSpacing: Theme.huge
            rowSpacing: Theme.large

            ColumnLayout {
                Layout.fillWidth: true
                Layout.preferredWidth: 3
                Layout.alignment: Qt.AlignTop
                spacing: Theme.portrait ? Theme.large : Theme.medium

                Disc {
                    size: Theme.portrait ? Theme.iconHuge * 1.4 : Theme.disc
                    icon: page.view.icon
                }

                Heading {
                    Layout.fillWidth: true
                    objectName: "trouble.title"
                    text: page.view.title
                }

                Label {
                    Layout.fillWidth: true
                    color: Theme.ink2
                    text: page.view.happened
                }

                Label {
                    Layout.fillWidth: true
                    visible: text !== ""
                    step: Theme.t4
                    font.weight: Font.Bold
                    font.letterSpacing: Theme.lineThin
                    text: page.view.code
                }

                Notice {
                    Layout.fillWidth: true
                    tone: "amber"
                    icon: "steps"
                    title: qsTrId("screens.trouble.todo")
                    words: page.view.todo
                }
            }

            GridLayout {
                Layout.fillWidth: true
                Layout.preferredWidth: 2
                visible: page.view.portal !== "" && page.kiosk.frame.textSize < 2
                columns: Theme.portrait ? 2 : 1
                columnSpacing: Theme.large
                rowSpacing: Theme.small

                QrCard {
                    Layout.preferredWidth: Theme.tilePanel * (Theme.portrait ? 1.6 : 2)
                    Layout.preferredHeight: Layout.preferredWidth
                    content: page.view.portal
                }

                Label {
                    Layout.fillWidth: true
                    text: qsTrId("screens.trouble.phone")
                }
            }
        }

        Item {
            Layout.fillHeight: true
        }

        Label {
            Layout.fillWidth: true
            visible: text !== "" && page.kiosk.frame.textSize < 2
            step: Theme.t1
            color: Theme.ink2
            text: page.view.staff
        }

        GridLayout {
            Layout.fillWidth: true
            columns: 2
            uniformCellWidths: true
            columnSpacing: Theme.medium

            Button {
                Layout.fillWidth: true
                objectName: "trouble.other"
                name: page.view.canCorrect ? qsTrId("screens.trouble.again") : qsTrId("screens.trouble.home")
                icon: page.view.canCorrect ? "lookup" : "home"
                onTapped: page.view.canCorrect ? page.view.retry() : page.kiosk.frame.home()
            }

            Button {
                Layout.fillWidth: true
                objectName: "trouble.main"
                main: true
                icon: page.view.canCorrect ? "procedure" : "lookup"
                name: page.view.canCorrect ? qsTrId("screens.trouble.correct") : qsTrId("screens.trouble.again")
                onTapped: page.view.canCorrect ? page.view.correct() : page.view.retry()
            }
        }
    }
}
