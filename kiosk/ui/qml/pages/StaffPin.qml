pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Bridge
import "../parts"

StaffPage {
    id: page

    title: qsTrId("staff.pin.title")

    GridLayout {
        anchors.fill: parent
        columns: Theme.portrait ? 1 : 2
        columnSpacing: Theme.huge
        rowSpacing: Theme.large
        uniformCellWidths: true

        ColumnLayout {
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignTop
            spacing: Theme.large

            Label {
                Layout.fillWidth: true
                step: Theme.t3
                text: qsTrId("staff.pin.line")
            }

            FieldBox {
                Layout.fillWidth: true
                objectName: "staff.pin"
                name: qsTrId("staff.pin.field")
                step: Theme.t5
                letters: Theme.small
                text: page.view.dots
            }

            Notice {
                Layout.fillWidth: true
                visible: page.view.told !== "" || page.view.busy
                tone: page.view.busy ? "plain" : "red"
                icon: page.view.busy ? "clock" : "warning"
                words: page.view.busy ? qsTrId("staff.pin.checking") : page.view.told
            }
        }

        Grid {
            id: pad

            readonly property real gap: Theme.small * 1.4
            readonly property real keyHeight: Math.min(Theme.padKey * 1.2, (height - pad.gap * 3) / 4)

            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.maximumHeight: Theme.padKey * 1.2 * 4 + pad.gap * 3
            Layout.alignment: Qt.AlignBottom
            columns: 3
            spacing: pad.gap

            Repeater {
                model: ["1", "2", "3", "4", "5", "6", "7", "8", "9"]

                Key {
                    required property string modelData

                    width: (pad.width - pad.gap * 2) / 3
                    height: pad.keyHeight
                    step: Theme.t5
                    name: modelData
                    onTapped: page.view.press(modelData)
                }
            }

            Key {
                width: (pad.width - pad.gap * 2) / 3
                height: pad.keyHeight
                objectName: "keyboard.key.erase"
                name: qsTrId("screens.keyboard.erase")
                icon: "backspace"
                aside: true
                onTapped: page.view.erase()
            }

            Key {
                width: (pad.width - pad.gap * 2) / 3
                height: pad.keyHeight
                step: Theme.t5
                name: "0"
                onTapped: page.view.press("0")
            }

            Key {
                width: (pad.width - pad.gap * 2) / 3
                height: pad.keyHeight
                objectName: "staff.open"
                name: qsTrId("staff.pin.open")
                usable: page.view.ready
                main: page.view.ready
                aside: true
                onTapped: page.view.give()
            }
        }
    }
}
