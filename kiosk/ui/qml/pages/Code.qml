pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Bridge
import "../parts"

KioskPage {
    id: page

    readonly property CodeView view: page.kiosk.code
    property bool letters: false

    GridLayout {
        anchors.top: parent.top
        anchors.bottom: page.letters ? keyboard.top : parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: page.side
        anchors.rightMargin: page.side
        anchors.topMargin: Theme.medium
        anchors.bottomMargin: Theme.medium
        columns: Theme.portrait || page.letters ? 1 : 2
        columnSpacing: Theme.huge
        rowSpacing: Theme.medium

        ColumnLayout {
            Layout.fillWidth: true
            Layout.fillHeight: !Theme.portrait || page.letters
            Layout.preferredWidth: 1
            spacing: Theme.medium

            Progress {
                Layout.fillWidth: true
                visible: page.view.asksSecret && (Theme.portrait || !page.letters && page.kiosk.frame.textSize < 2)
                words: qsTrId("screens.code.progress")
                number: 1
                total: 2
            }

            Heading {
                Layout.fillWidth: true
                text: qsTrId("screens.code.title")
            }

            Notice {
                Layout.fillWidth: true
                visible: !page.letters && !page.view.card && (Theme.portrait || !page.view.wrong)
                tone: page.view.doubtful ? "amber" : "good"
                icon: page.view.doubtful ? "info" : "scan"
                title: page.view.doubtful ? qsTrId("screens.code.doubtful.title") : qsTrId("screens.code.scan.title")
                words: page.view.doubtful ? qsTrId("screens.code.doubtful.line") : qsTrId("screens.code.scan.line")
            }

            Notice {
                Layout.fillWidth: true
                visible: page.view.card
                tone: "amber"
                icon: "e-id"
                title: qsTrId("screens.code.card.title")
                words: qsTrId("screens.code.card.line")
            }

            Label {
                Layout.fillWidth: true
                visible: Theme.portrait || !page.letters && page.kiosk.frame.textSize === 0
                font.weight: Font.DemiBold
                text: qsTrId("screens.code.type")
            }

            Item {
                property string typed: page.view.code

                objectName: "lookup.code"
                Layout.fillWidth: true
                Layout.preferredHeight: boxes.height
                Accessible.role: Accessible.EditableText
                Accessible.name: qsTrId("screens.code.title")

                Row {
                    id: boxes

                    readonly property real unit: (width - dash.width * 2 - spacing * 4) / 10

                    width: parent.width
                    spacing: Theme.small

                    CodeBox {
                        width: boxes.unit * 3.5
                        label: qsTrId("screens.code.agency")
                        text: page.view.agency
                        inUse: page.view.current === 0
                        wrong: page.view.wrong
                    }

                    Label {
                        id: dash

                        height: Theme.button
                        verticalAlignment: Text.AlignVCenter
                        step: Theme.t3
                        text: "–"
                    }

                    CodeBox {
                        width: boxes.unit * 3.25
                        label: qsTrId("screens.code.date")
                        text: page.view.date
                        inUse: page.view.current === 1
                        wrong: page.view.wrong
                    }

                    Label {
                        height: Theme.button
                        verticalAlignment: Text.AlignVCenter
                        step: Theme.t3
                        text: "–"
                    }

                    CodeBox {
                        width: boxes.unit * 3.25
                        label: qsTrId("screens.code.number")
                        text: page.view.number
                        inUse: page.view.current === 2
                        wrong: page.view.wrong
                    }
                }
            }

            Notice {
                Layout.fillWidth: true
                visible: page.view.wrong
                tone: "red"
                icon: "warning"
                words: qsTrId("screens.code.wrong")
            }

            Item {
                Layout.fillHeight: true
                visible: !Theme.portrait || page.letters
            }

            Loader {
                Layout.fillWidth: true
                active: !Theme.portrait || page.letters
                visible: active
                sourceComponent: submit
            }
        }

        DigitPad {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            visible: !page.letters
            onTyped: key => page.view.press(key)
            onErased: page.view.erase()
            onLettersWanted: page.letters = true
        }

        Loader {
            Layout.fillWidth: true
            active: Theme.portrait && !page.letters
            visible: active
            sourceComponent: submit
        }
    }

    Component {
        id: submit

        Button {
            objectName: "lookup.submit"
            main: true
            usable: page.view.ready
            name: page.view.button
            onTapped: page.view.submit()
        }
    }

    Keyboard {
        id: keyboard

        visible: page.letters
        width: parent.width
        anchors.bottom: parent.bottom
        marks: false
        capitals: true
        digitsInUse: true
        doneName: qsTrId("screens.keyboard.digits")
        onTyped: key => page.view.press(key)
        onErased: page.view.erase()
        onCleared: page.view.clear()
        onDone: page.letters = false
    }
}
