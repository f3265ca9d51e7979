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
        anchors.topMargin: Theme.large
        anchors.bottomMargin: Theme.medium
        columns: Theme.portrait ? 1 : 2
        columnSpacing: Theme.wide
        rowSpacing: Theme.large

        ColumnLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 3
            spacing: Theme.medium

            Heading {
                Layout.fillWidth: true
                text: qsTrId("screens.checklist.title")
            }

            Label {
                Layout.fillWidth: true
                color: Theme.ink2
                text: qsTrId("screens.checklist.line")
            }

            CheckList {
                Layout.fillWidth: true
                Layout.fillHeight: true
                rows: page.view.documents
                onTicked: place => page.view.tick(place)
            }
        }

        ColumnLayout {
            Layout.fillWidth: true
            Layout.preferredWidth: 3
            spacing: Theme.medium

            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.large

                QrCard {
                    Layout.preferredWidth: Theme.portrait ? page.width * 0.36 : page.height * 0.42
                    Layout.preferredHeight: Layout.preferredWidth
                    content: page.view.phone
                }

                Label {
                    Layout.fillWidth: true
                    step: Theme.t4
                    font.weight: Font.Bold
                    color: Theme.primary
                    text: page.view.phoneIsPage ? qsTrId("screens.checklist.open") : qsTrId("screens.checklist.scan")
                }
            }

            Label {
                Layout.fillWidth: true
                visible: page.kiosk.frame.textSize < 2
                step: Theme.t1
                color: Theme.ink2
                text: page.view.source
            }

            Button {
                Layout.fillWidth: true
                objectName: "guide.print"
                main: true
                icon: "printer"
                name: qsTrId("screens.checklist.print")
                onTapped: page.view.print()
            }

            Button {
                Layout.fillWidth: true
                objectName: "guide.steps"
                icon: "steps"
                name: page.view.stepsWord
                visible: page.view.hasSteps
                onTapped: page.view.openSteps()
            }
        }
    }
}
