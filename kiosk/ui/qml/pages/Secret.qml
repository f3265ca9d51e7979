pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Bridge
import "../parts"

KioskPage {
    id: page

    readonly property CodeView view: page.kiosk.code

    GridLayout {
        anchors.top: parent.top
        anchors.bottom: keyboard.top
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: page.side
        anchors.rightMargin: page.side
        anchors.topMargin: Theme.portrait ? Theme.large : Theme.small
        anchors.bottomMargin: Theme.small
        columns: Theme.portrait ? 1 : 2
        columnSpacing: Theme.huge
        rowSpacing: Theme.medium

        ColumnLayout {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.alignment: Qt.AlignTop
            spacing: Theme.medium

            Progress {
                Layout.fillWidth: true
                words: qsTrId("screens.secret.progress")
                number: 2
                total: 2
            }

            Heading {
                Layout.fillWidth: true
                text: qsTrId("screens.secret.title")
            }

            Label {
                Layout.fillWidth: true
                visible: Theme.portrait || page.kiosk.frame.textSize < 2
                color: Theme.ink2
                text: qsTrId("screens.secret.line")
            }
        }

        ColumnLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            spacing: Theme.medium

            FieldBox {
                Layout.fillWidth: true
                Layout.maximumWidth: Theme.button * 6
                objectName: "lookup.secret"
                name: qsTrId("screens.secret.field")
                step: Theme.t4
                letters: Theme.small
                text: page.view.secret
            }

            Label {
                Layout.fillWidth: true
                visible: Theme.portrait || page.kiosk.frame.textSize < 2
                step: Theme.t1
                color: Theme.ink2
                text: qsTrId("screens.secret.code").replace("{code}", page.view.shownCode)
            }

            Item {
                Layout.fillHeight: true
            }

            GridLayout {
                Layout.fillWidth: true
                columns: Theme.portrait ? 1 : 2
                uniformCellWidths: true
                columnSpacing: Theme.medium
                rowSpacing: Theme.medium

                Button {
                    Layout.fillWidth: true
                    objectName: "lookup.submit"
                    main: true
                    step: Theme.portrait ? Theme.buttonWord : Theme.buttonWord * 0.85
                    icon: page.view.secretReady ? "lookup" : ""
                    usable: page.view.secretReady
                    name: page.view.secretButton
                    onTapped: page.view.submitSecret()
                }

                Button {
                    Layout.fillWidth: true
                    objectName: "lookup.without"
                    step: Theme.portrait ? Theme.buttonWord : Theme.buttonWord * 0.85
                    name: qsTrId("screens.secret.without")
                    onTapped: page.view.goWithout()
                }
            }
        }
    }

    Keyboard {
        id: keyboard

        width: parent.width
        anchors.bottom: parent.bottom
        marks: false
        capitals: true
        digitsInUse: true
        doneName: qsTrId("screens.keyboard.done")
        onTyped: key => page.view.pressSecret(key)
        onErased: page.view.eraseSecret()
        onCleared: page.view.clearSecret()
        onDone: page.view.submitSecret()
    }
}
