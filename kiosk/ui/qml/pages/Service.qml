pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Bridge
import "../parts"

KioskPage {
    id: page

    readonly property GuideView view: page.kiosk.guide
    readonly property bool bare: Theme.portrait && (page.kiosk.frame.textSize === 2 || page.led)
    readonly property bool led: page.view.hasRelated && page.kiosk.frame.textSize === 0

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
                step: Theme.portrait && page.kiosk.frame.textSize < 2 ? Theme.t5 : Theme.t4
                text: page.view.title.replace("\n", " ")
            }

            Label {
                Layout.fillWidth: true
                visible: text !== "" && page.kiosk.frame.textSize === 0
                step: Theme.portrait ? Theme.t2 : Theme.t1
                color: Theme.ink2
                text: page.view.who
            }

            Facts {
                Layout.fillWidth: true
                rows: page.view.facts
                stacked: page.kiosk.frame.textSize > 0
            }

            Notice {
                Layout.fillWidth: true
                visible: page.view.news !== "" && page.kiosk.frame.textSize < (Theme.portrait ? 2 : 1)
                icon: "info"
                words: page.view.news
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
                visible: page.kiosk.frame.textSize === 0
                step: Theme.t1
                spread: 1.25
                color: Theme.ink2
                text: page.view.source
            }
        }

        GridLayout {
            Layout.fillWidth: true
            Layout.fillHeight: false
            Layout.minimumHeight: implicitHeight
            Layout.columnSpan: Theme.portrait ? 1 : 2
            columns: (Theme.portrait ? 2 : 3) + (page.led ? 1 : 0)
            uniformCellWidths: Theme.portrait
            columnSpacing: Theme.medium
            rowSpacing: Theme.medium

            Button {
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.columnSpan: Theme.portrait ? parent.columns : 1
                Layout.preferredWidth: 130
                objectName: "guide.phone"
                main: page.view.level !== "counter"
                icon: "phone"
                name: page.view.level === "counter" ? qsTrId("screens.service.read") : page.view.phoneIsPage ? qsTrId("screens.service.phone") : qsTrId("screens.service.phone_text")
                onTapped: page.view.openPhone()
            }

            Button {
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 100
                objectName: "guide.steps"
                icon: page.bare ? "" : "steps"
                name: page.view.stepsWord
                usable: page.view.hasSteps
                onTapped: page.view.openSteps()
            }

            Button {
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 100
                objectName: "guide.print"
                main: page.view.level === "counter"
                icon: page.bare ? "" : "printer"
                name: qsTrId("screens.service.print")
                onTapped: page.view.print()
            }

            Button {
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 100
                objectName: "guide.related"
                visible: page.led
                quiet: true
                icon: Theme.portrait ? "" : "procedure"
                name: qsTrId("screens.service.related")
                onTapped: page.view.openRelated()
            }
        }
    }
}
