pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Bridge

KioskPage {
    id: root

    property string title: ""
    property string line: ""
    property string notice: ""
    property string noticeIcon: "paper-roll"
    property string fact: ""
    property string factName: ""
    property string content: ""
    property list<string> steps: []
    default property alias buttons: foot.data

    GridLayout {
        anchors.fill: parent
        anchors.margins: root.side
        anchors.topMargin: Theme.large
        anchors.bottomMargin: Theme.medium
        columns: Theme.portrait ? 1 : 2
        columnSpacing: Theme.huge
        rowSpacing: Theme.large

        ColumnLayout {
            Layout.fillWidth: true
            Layout.fillHeight: !Theme.portrait
            Layout.preferredWidth: 1
            spacing: Theme.portrait || root.fact === "" && root.notice === "" ? Theme.large : root.fact === "" && root.kiosk.frame.textSize === 0 ? Theme.medium : Theme.small

            Notice {
                Layout.fillWidth: true
                visible: root.notice !== ""
                tone: "amber"
                icon: root.noticeIcon
                words: root.notice
            }

            Heading {
                Layout.fillWidth: true
                text: root.title
            }

            Label {
                Layout.fillWidth: true
                visible: text !== "" && (root.kiosk.frame.textSize === 0 || root.fact === "" && (Theme.portrait || root.kiosk.frame.textSize < 2 && root.notice === ""))
                color: Theme.ink2
                text: root.line
            }

            Card {
                Layout.fillWidth: true
                Layout.preferredHeight: facts.height + (Theme.portrait ? Theme.medium * 2 : Theme.small)
                visible: root.fact !== ""

                Column {
                    id: facts

                    anchors.verticalCenter: parent.verticalCenter
                    x: Theme.large
                    width: parent.width - Theme.large * 2

                    Label {
                        width: parent.width
                        step: Theme.t1
                        color: Theme.ink2
                        text: root.factName
                    }

                    Label {
                        width: parent.width
                        step: Theme.t4
                        font.weight: Font.Bold
                        font.letterSpacing: Theme.lineThin
                        fontSizeMode: Text.HorizontalFit
                        wrapMode: Text.NoWrap
                        text: root.fact
                    }
                }
            }

            Column {
                Layout.fillWidth: true
                visible: !Theme.portrait
                spacing: Theme.medium

                NumberedLines {
                    width: parent.width
                    lines: root.steps
                }
            }

            Item {
                Layout.fillHeight: !Theme.portrait
            }
        }

        QrCard {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            Layout.maximumWidth: Theme.portrait ? root.width * 0.74 : root.height
            Layout.alignment: Qt.AlignHCenter
            content: root.content
        }

        NumberedLines {
            Layout.fillWidth: true
            visible: Theme.portrait
            lines: root.steps
        }

        GridLayout {
            id: foot

            Layout.fillWidth: true
            Layout.columnSpan: Theme.portrait ? 1 : 2
            columns: 2
            uniformCellWidths: true
            columnSpacing: Theme.medium
        }
    }
}
