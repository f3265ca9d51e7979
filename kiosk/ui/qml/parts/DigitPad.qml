pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Bridge

Row {
    id: root

    property bool dots: true
    readonly property real gap: Theme.small * 1.4
    readonly property real keyWidth: (width - root.gap * 3) / (3 + 1.15)
    readonly property real keyHeight: (height - root.gap * 3) / 4

    signal typed(string key)
    signal erased
    signal lettersWanted

    spacing: root.gap

    Grid {
        columns: 3
        spacing: root.gap

        Repeater {
            model: root.dots ? ["1", "2", "3", "4", "5", "6", "7", "8", "9", ".", "0", "-"] : ["1", "2", "3", "4", "5", "6", "7", "8", "9", "", "0", ""]

            Key {
                required property string modelData

                width: root.keyWidth
                height: root.keyHeight
                step: Theme.t5
                opacity: modelData ? 1 : 0
                usable: modelData !== ""
                name: modelData
                label: modelData === "-" ? "–" : modelData
                onTapped: root.typed(modelData)
            }
        }
    }

    Column {
        spacing: root.gap

        Key {
            width: root.keyWidth * 1.15
            height: root.keyHeight * 2 + root.gap
            name: qsTrId("screens.keyboard.erase")
            objectName: "keyboard.key.erase"
            icon: "backspace"
            caption: qsTrId("screens.keyboard.erase")
            aside: true
            onTapped: root.erased()
        }

        Key {
            width: root.keyWidth * 1.15
            height: root.keyHeight * 2 + root.gap
            name: qsTrId("screens.keyboard.letters")
            objectName: "keyboard.key.letters"
            label: "A–Z"
            caption: qsTrId("screens.keyboard.letters")
            aside: true
            onTapped: root.lettersWanted()
        }
    }
}
