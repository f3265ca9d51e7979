import QtQuick
import QtQuick.Layouts
import Kiosk.Bridge
import "../parts"

KioskPage {
    id: page

    readonly property ProcedureView view: page.kiosk.procedure
    readonly property bool hasPage: page.view.page !== ""

    GridLayout {
        anchors.fill: parent
        anchors.margins: page.side
        anchors.topMargin: Theme.large
        anchors.bottomMargin: Theme.medium
        columns: Theme.portrait || !page.hasPage ? 1 : 2
        columnSpacing: Theme.huge
        rowSpacing: Theme.large

        ColumnLayout {
            Layout.fillWidth: true
            Layout.fillHeight: !Theme.portrait || !page.hasPage
            Layout.preferredWidth: 1
            spacing: Theme.medium

            Notice {
                Layout.fillWidth: true
                tone: "amber"
                icon: "info"
                words: qsTrId("screens.procedure.unedited")
            }

            Heading {
                Layout.fillWidth: true
                step: page.view.isLong ? Theme.t2 : Theme.t4
                text: page.view.name
            }

            Label {
                Layout.fillWidth: true
                color: Theme.ink2
                text: qsTrId("screens.procedure.code").replace("{code}", page.view.code)
            }

            Label {
                Layout.fillWidth: true
                visible: page.view.field !== "" && page.kiosk.frame.textSize < (Theme.portrait ? 2 : 1)
                color: Theme.ink2
                text: qsTrId("screens.procedure.field").replace("{field}", page.view.field)
            }

            NumberedLines {
                Layout.fillWidth: true
                visible: !Theme.portrait || !page.hasPage
                lines: page.hasPage ? [qsTrId("screens.procedure.scan")] : [qsTrId("screens.procedure.ask"), qsTrId("screens.procedure.search")]
            }

            Item {
                Layout.fillHeight: true
            }
        }

        QrCard {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            Layout.maximumWidth: Theme.portrait ? page.width * 0.6 : page.height
            Layout.alignment: Qt.AlignHCenter
            visible: page.hasPage
            content: page.view.page
        }

        NumberedLines {
            Layout.fillWidth: true
            visible: Theme.portrait && page.hasPage
            lines: [qsTrId("screens.procedure.scan"), qsTrId("screens.procedure.ask")]
        }

        Button {
            Layout.fillWidth: true
            Layout.columnSpan: Theme.portrait || !page.hasPage ? 1 : 2
            objectName: "procedure.officer"
            main: true
            icon: "call-officer"
            name: qsTrId("screens.procedure.officer")
            onTapped: page.kiosk.frame.help()
        }
    }
}
