import QtQuick
import Kiosk.Bridge

Column {
    id: root

    required property string label
    required property string text
    required property bool inUse
    required property bool wrong

    spacing: Theme.hair

    FieldBox {
        width: parent.width
        height: Theme.button
        name: root.label
        text: root.text
        inUse: root.inUse
        wrong: root.wrong
        letters: Theme.lineThin
    }

    Label {
        width: parent.width
        step: Theme.t1
        spread: 1.2
        font.weight: root.inUse ? Font.DemiBold : Font.Normal
        color: root.inUse ? Theme.primary : Theme.ink2
        text: root.label
    }
}
