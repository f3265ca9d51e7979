pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Bridge
import "../parts"

KioskPage {
    id: page

    readonly property GuideView view: page.kiosk.guide

    GridLayout {
        anchors.fill: parent
        anchors.margins: page.side
        anchors.topMargin: Theme.portrait ? Theme.medium : Theme.small
        anchors.bottomMargin: Theme.medium
        columns: Theme.portrait ? 1 : 2
        columnSpacing: Theme.wide
        rowSpacing: Theme.medium

        ColumnLayout {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.alignment: Qt.AlignTop
            spacing: Theme.portrait ? Theme.small : Theme.hair

            Flow {
                Layout.fillWidth: true
                spacing: Theme.medium

                Badge {
                    icon: page.view.levelIcon
                    word: page.view.levelWord
                    online: page.view.level === "full"
                }

                Label {
                    visible: text !== ""
                    height: Theme.t2 * 1.75
                    verticalAlignment: Text.AlignVCenter
                    step: Theme.t1
                    color: Theme.ink2
                    text: page.view.oldLevel
                }
            }

            Heading {
                Layout.fillWidth: true
                step: Theme.portrait ? Theme.t5 : Theme.t4
                text: page.view.title.replace("\n", " ")
            }

            Label {
                Layout.fillWidth: true
                visible: text !== "" && page.kiosk.frame.textSize < 2
                step: Theme.portrait ? Theme.t2 : Theme.t1
                color: Theme.ink2
                text: page.view.who
            }

            Facts {
                Layout.fillWidth: true
                rows: page.view.facts
                stacked: page.kiosk.frame.textSize === 2
            }

            Notice {
                Layout.fillWidth: true
                visible: page.view.news !== "" && page.kiosk.frame.textSize < 2
                icon: "info"
                words: page.view.news
            }

            Loader {
                Layout.fillWidth: true
                active: !Theme.portrait
                visible: active
                sourceComponent: buttons
            }
        }

        ColumnLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            spacing: Theme.small

            Label {
                Layout.fillWidth: true
                step: Theme.t4
                font.weight: Font.Bold
                text: qsTrId("screens.service.prepare")
            }

            CheckList {
                Layout.fillWidth: true
                Layout.fillHeight: true
                rows: page.view.documents
                subject: page.view.title
                onTicked: place => page.view.tick(place)
            }

            Label {
                Layout.fillWidth: true
                visible: page.kiosk.frame.textSize < 2
                step: Theme.t1
                spread: 1.25
                color: Theme.ink2
                text: page.view.source
            }
        }

        Loader {
            Layout.fillWidth: true
            active: Theme.portrait
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
            rowSpacing: Theme.medium

            Button {
                Layout.fillWidth: true
                Layout.columnSpan: 2
                objectName: "guide.phone"
                main: page.view.level !== "counter"
                icon: "phone"
                name: page.view.level === "counter" ? qsTrId("screens.service.read") : page.view.phoneIsPage ? qsTrId("screens.service.phone") : qsTrId("screens.service.phone_text")
                onTapped: page.view.openPhone()
            }

            Button {
                Layout.fillWidth: true
                objectName: "guide.steps"
                icon: "steps"
                name: page.view.stepsWord
                usable: page.view.hasSteps
                onTapped: page.view.openSteps()
            }

            Button {
                Layout.fillWidth: true
                objectName: "guide.print"
                main: page.view.level === "counter"
                icon: "printer"
                name: qsTrId("screens.service.print")
                onTapped: page.view.print()
            }

            Button {
                Layout.fillWidth: true
                Layout.columnSpan: 2
                objectName: "guide.related"
                visible: page.view.hasRelated
                quiet: true
                icon: "procedure"
                name: qsTrId("screens.service.related")
                onTapped: page.view.openRelated()
            }
        }
    }
}
