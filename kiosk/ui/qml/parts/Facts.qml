pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Bridge

Card {
    id: root

    required property var rows
    property bool stacked: false

    implicitHeight: grid.height + Theme.medium * 2

    Grid {
        id: grid

        anchors.centerIn: parent
        width: parent.width - Theme.large * 2
        columns: root.stacked ? 1 : 3
        rowSpacing: Theme.small

        Repeater {
            model: root.rows

            Item {
                id: cell

                required property int index
                required property string icon
                required property string fact
                required property string value
                required property string condition

                width: grid.width / grid.columns
                height: words.height

                Rectangle {
                    visible: cell.index > 0 && !root.stacked
                    width: Theme.lineThin
                    height: parent.height
                    color: Theme.line
                }

                Flow {
                    id: words

                    x: cell.index > 0 && !root.stacked ? Theme.medium : 0
                    width: parent.width - x - Theme.hair
                    spacing: root.stacked ? Theme.medium : 0

                    Row {
                        spacing: Theme.small

                        Icon {
                            anchors.verticalCenter: parent.verticalCenter
                            name: cell.icon
                            size: Theme.iconSmall * 0.9
                            colour: Theme.ink
                        }

                        Label {
                            step: root.stacked ? Theme.t2 : Theme.t1
                            color: Theme.ink2
                            text: cell.fact
                        }
                    }

                    Label {
                        width: root.stacked ? Math.min(implicitWidth, parent.width) : parent.width
                        step: root.stacked ? Theme.t2 : Theme.t3
                        spread: root.stacked ? 1.34 : 1.26
                        font.weight: Font.Bold
                        text: cell.value
                    }

                    Label {
                        width: root.stacked ? Math.min(implicitWidth, parent.width) : parent.width
                        height: root.stacked && x > 0 ? Theme.t2 * 1.34 : implicitHeight
                        verticalAlignment: Text.AlignVCenter
                        visible: text !== ""
                        step: Theme.t1
                        spread: 1.25
                        color: Theme.ink2
                        text: cell.condition
                    }
                }
            }
        }
    }
}
