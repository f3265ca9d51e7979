pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Bridge

Paged {
    id: root

    required property QtObject rows

    readonly property real rowWidth: (root.width - root.pager - root.spacing * (root.columns - 1)) / root.columns

    spacing: Theme.small
    columns: Theme.portrait ? 1 : 2

    Repeater {
        model: root.rows

        Notice {
            required tone
            required icon
            required property string says
            required property string todo
            required property string name

            width: root.rowWidth
            title: name
            step: Theme.t2
            words: todo ? says + "\n" + qsTrId("staff.todo").replace("{todo}", todo) : says
        }
    }
}
