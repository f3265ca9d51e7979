pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Bridge

Rectangle {
    id: root

    property bool marks: true
    property bool capitals: false
    property bool digitsInUse: Theme.portrait
    property string doneName: qsTrId("screens.keyboard.done")
    readonly property real gap: Theme.hair * 1.4
    readonly property real unit: (width - Theme.medium * 2 - root.gap * 9) / 10
    readonly property var letterRows: [["q", "w", "e", "r", "t", "y", "u", "i", "o", "p"], ["a", "s", "d", "f", "g", "h", "j", "k", "l"]]

    signal typed(string key)
    signal marked(string mark)
    signal erased
    signal cleared
    signal done

    function shape(key: string): string {
        return root.capitals ? key.toUpperCase() : key;
    }

    color: Theme.sunk
    implicitHeight: keys.height + Theme.medium * 2

    Rectangle {
        width: parent.width
        height: Theme.lineThin
        color: Theme.line
    }

    Column {
        id: keys

        anchors.centerIn: parent
        spacing: Theme.small

        Row {
            id: markRow

            readonly property real letter: root.unit * (Theme.portrait ? 0.68 : 0.78)
            readonly property real tone: (root.width - Theme.medium * 2 - root.gap * 11 - letter * 7) / 5

            visible: root.marks
            spacing: root.gap

            Repeater {
                model: ["ă", "â", "đ", "ê", "ô", "ơ", "ư"]

                Key {
                    required property string modelData

                    width: markRow.letter
                    height: Theme.key * 0.9
                    name: modelData
                    aside: true
                    onTapped: root.marked(modelData)
                }
            }

            Repeater {
                model: ["sắc", "huyền", "hỏi", "ngã", "nặng"]

                Key {
                    required property string modelData

                    width: markRow.tone
                    height: Theme.key * 0.9
                    name: modelData
                    aside: true
                    step: Theme.t1
                    onTapped: root.marked(modelData)
                }
            }
        }

        Row {
            visible: root.digitsInUse
            spacing: root.gap

            Repeater {
                model: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "0"]

                Key {
                    required property string modelData

                    width: root.unit
                    name: modelData
                    onTapped: root.typed(modelData)
                }
            }
        }

        Repeater {
            model: root.letterRows

            Row {
                id: line

                required property var modelData

                anchors.horizontalCenter: parent?.horizontalCenter
                spacing: root.gap

                Repeater {
                    model: line.modelData

                    Key {
                        required property string modelData

                        width: root.unit
                        name: modelData
                        label: root.shape(modelData)
                        onTapped: root.typed(root.shape(modelData))
                    }
                }
            }
        }

        Row {
            spacing: root.gap

            Key {
                width: root.unit * 1.5 + root.gap * 0.5
                name: qsTrId("screens.keyboard.capitals")
                objectName: "keyboard.key.shift"
                icon: "shift"
                aside: true
                main: root.capitals
                onTapped: root.capitals = !root.capitals
            }

            Repeater {
                model: ["z", "x", "c", "v", "b", "n", "m"]

                Key {
                    required property string modelData

                    width: root.unit
                    name: modelData
                    label: root.shape(modelData)
                    onTapped: root.typed(root.shape(modelData))
                }
            }

            Key {
                width: root.unit * 1.5 + root.gap * 0.5
                name: qsTrId("screens.keyboard.erase")
                objectName: "keyboard.key.erase"
                icon: "backspace"
                aside: true
                onTapped: root.erased()
            }
        }

        Row {
            spacing: root.gap

            Key {
                visible: !Theme.portrait
                width: root.unit
                name: "123"
                objectName: "keyboard.key.digits"
                aside: true
                main: root.digitsInUse
                onTapped: root.digitsInUse = !root.digitsInUse
            }

            Key {
                width: root.unit * (Theme.portrait ? 2.2 : 1.6)
                name: qsTrId("screens.keyboard.clear")
                objectName: "keyboard.key.clear"
                aside: true
                step: Theme.t2
                onTapped: root.cleared()
            }

            Key {
                width: root.unit * (Theme.portrait ? 5.2 : 4.8) + root.gap * 6
                name: qsTrId("screens.keyboard.space")
                objectName: "keyboard.key.space"
                step: Theme.t2
                onTapped: root.typed(" ")
            }

            Key {
                width: root.unit * 2.6 + root.gap
                name: root.doneName
                objectName: "keyboard.key.done"
                main: true
                step: Theme.t2
                onTapped: root.done()
            }
        }
    }
}
