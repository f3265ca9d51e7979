pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Bridge
import "../parts"

KioskPage {
    id: page

    readonly property ResultView view: page.kiosk.result
    readonly property bool tight: !Theme.portrait && page.kiosk.frame.textSize === 1
    readonly property bool folded: !Theme.portrait && page.kiosk.frame.textSize === 2

    GridLayout {
        anchors.fill: parent
        anchors.margins: page.side
        anchors.topMargin: Theme.portrait ? Theme.medium : Theme.hair
        anchors.bottomMargin: Theme.portrait ? Theme.medium : Theme.small
        columns: Theme.portrait || page.folded ? 1 : 2
        columnSpacing: Theme.wide
        rowSpacing: Theme.medium

        ColumnLayout {
            objectName: "lookup.result"
            Layout.fillWidth: true
            Layout.preferredWidth: 11
            Layout.alignment: Qt.AlignTop
            spacing: Theme.portrait ? Theme.medium : Theme.small
            Accessible.role: Accessible.Grouping
            Accessible.name: page.view.state + ". " + page.view.head + ". " + page.view.date

            Column {
                Layout.fillWidth: true

                Heading {
                    width: parent.width
                    step: page.view.name.length > 60 ? Theme.t2 : page.tight ? Theme.t3 : Theme.t4
                    text: page.view.name
                }

                Label {
                    width: parent.width
                    step: Theme.t1
                    color: Theme.ink2
                    text: page.view.line
                }
            }

            ResultHead {
                Layout.fillWidth: true
                tone: page.view.tone
                icon: page.view.icon
                status: page.view.state
                head: page.view.head
                date: page.view.date
            }

            Card {
                Layout.fillWidth: true
                Layout.preferredHeight: Math.max(words.height + Theme.medium, qr.visible ? qr.height : 0) + Theme.medium
                color: page.view.tone === "red" || page.view.tone === "amber" ? Theme.amberTint : Theme.surface
                border.color: page.view.tone === "red" || page.view.tone === "amber" ? Theme.amber : Theme.line

                Column {
                    id: words

                    anchors.left: parent.left
                    anchors.right: qr.visible ? qr.left : parent.right
                    anchors.margins: Theme.portrait ? Theme.large : Theme.medium
                    anchors.verticalCenter: parent.verticalCenter
                    spacing: Theme.hair

                    Label {
                        width: parent.width
                        step: page.tight ? Theme.t2 : Theme.t3
                        font.weight: Font.Bold
                        text: page.view.nowTitle
                    }

                    Label {
                        width: parent.width
                        visible: text !== ""
                        font.weight: Font.DemiBold
                        text: page.view.wanted
                    }

                    Label {
                        width: parent.width
                        text: page.view.nowText
                    }

                    Label {
                        width: parent.width
                        visible: text !== "" && page.kiosk.frame.textSize < 2
                        step: Theme.portrait ? Theme.t2 : Theme.t1
                        text: page.view.nowMore
                    }

                    Label {
                        width: parent.width
                        visible: qr.visible
                        step: page.tight ? Theme.t1 : Theme.t2
                        font.weight: Font.DemiBold
                        color: Theme.primary
                        text: qsTrId("screens.result.remind")
                    }
                }

                QrCard {
                    id: qr

                    visible: page.view.qrIsReminder && page.kiosk.frame.textSize < 2 && !(page.tight && page.view.name.length > 60)
                    anchors.right: parent.right
                    anchors.rightMargin: Theme.medium
                    anchors.verticalCenter: parent.verticalCenter
                    width: Theme.tilePanel * (Theme.portrait ? 1.48 : 1.5)
                    height: width
                    content: page.view.qr
                }
            }

            Loader {
                Layout.fillWidth: true
                active: !Theme.portrait && !page.folded
                visible: active
                sourceComponent: buttons
            }
        }

        ColumnLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 9
            visible: !page.folded
            spacing: Theme.small

            Label {
                Layout.fillWidth: true
                visible: steps.count > 0
                step: Theme.t4
                font.weight: Font.Bold
                text: qsTrId("screens.result.where")
            }

            Paged {
                id: list
                Layout.fillWidth: true
                Layout.fillHeight: true
                framed: true
                subject: page.view.line

                Repeater {
                    id: steps

                    model: page.view.steps

                    Timeline {
                        required property int index

                        width: parent?.width ?? 0
                        share: Math.min(Theme.row, list.height / Math.max(1, steps.count))
                        first: index === 0
                        last: index === steps.count - 1
                    }
                }
            }

            Label {
                Layout.fillWidth: true
                step: Theme.t1
                color: Theme.ink2
                text: page.view.fetched
            }
        }

        Loader {
            Layout.fillWidth: true
            active: Theme.portrait || page.folded
            visible: active
            sourceComponent: buttons
        }
    }

    Component {
        id: buttons

        GridLayout {
            columns: 2
            uniformCellWidths: true
            columnSpacing: Theme.medium

            Button {
                Layout.fillWidth: true
                objectName: "lookup.another"
                icon: "lookup"
                name: qsTrId("screens.result.another")
                onTapped: page.view.another()
            }

            Button {
                Layout.fillWidth: true
                objectName: "lookup.print"
                main: true
                icon: "printer"
                name: qsTrId("screens.result.print")
                onTapped: page.view.print()
            }
        }
    }
}
