pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Bridge
import "../parts"

KioskPage {
    id: page

    readonly property GuideView view: page.kiosk.guide
    readonly property bool largest: page.kiosk.frame.textSize === 2

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: page.side
        anchors.topMargin: Theme.portrait ? Theme.large : Theme.small
        anchors.bottomMargin: Theme.medium
        spacing: Theme.portrait ? Theme.large : Theme.small

        Label {
            Layout.fillWidth: true
            step: Theme.t1
            color: Theme.ink2
            text: page.view.title.replace("\n", " ") + (page.view.stepPart && !Theme.portrait ? " · " + page.view.stepPart : "") + " · " + page.view.stepProgress
        }

        Trail {
            Layout.fillWidth: true
            rows: page.view.trail
            visible: !page.largest
        }

        Label {
            Layout.fillWidth: true
            visible: text !== "" && Theme.portrait
            font.weight: Font.DemiBold
            color: Theme.primary
            text: page.view.stepPart
        }

        Heading {
            Layout.fillWidth: true
            text: Theme.portrait && !page.largest ? page.view.stepTitle : page.view.stepTitle.replace("\n", " ")
        }

        RowLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            spacing: Theme.wide

            Paged {
                Layout.fillWidth: true
                Layout.fillHeight: true
                spacing: Theme.medium
                subject: page.view.title + page.view.stepNumber

                Repeater {
                    model: page.view.actions

                    Item {
                        id: action

                        required property int number
                        required property string action

                        width: parent?.width ?? 0
                        height: Math.max(disc.height, words.height) + Theme.small

                        Rectangle {
                            id: disc

                            width: Math.max(Theme.disc * 0.6, Theme.t3 * 1.34)
                            height: width
                            radius: width / 2
                            color: Theme.tint

                            Label {
                                anchors.centerIn: parent
                                step: Theme.t3
                                font.weight: Font.Bold
                                color: Theme.primary
                                text: action.number
                            }
                        }

                        Label {
                            id: words

                            anchors.left: disc.right
                            anchors.leftMargin: Theme.medium
                            anchors.right: parent.right
                            y: Math.max(0, (disc.height - step * spread) / 2)
                            step: Theme.t3
                            text: action.action
                        }
                    }
                }

                Notice {
                    width: parent?.width ?? 0
                    visible: page.view.stepNote !== "" && page.largest
                    tone: "amber"
                    step: Theme.t2
                    words: page.view.stepNote.replace("\n", " ")
                }
            }

            Notice {
                Layout.preferredWidth: page.width * 0.3
                Layout.alignment: Qt.AlignTop
                visible: page.view.stepNote !== "" && !Theme.portrait && !page.largest
                tone: "amber"
                step: Theme.t2
                words: page.view.stepNote.replace("\n", " ")
            }

            Image {
                Layout.preferredWidth: page.width * 0.32
                Layout.fillHeight: true
                visible: page.view.stepPicture !== "" && page.kiosk.frame.textSize === 0
                fillMode: Image.PreserveAspectFit
                verticalAlignment: Image.AlignTop
                sourceSize: Qt.size(Math.round(page.width * 0.32), Math.round(page.height * 0.5))
                source: page.view.stepPicture ? "image://icons/pictures/" + page.view.stepPicture : ""
                Accessible.ignored: true
            }
        }

        Notice {
            Layout.fillWidth: true
            visible: page.view.stepNote !== "" && Theme.portrait && !page.largest
            tone: "amber"
            words: page.view.stepNote
        }

        GridLayout {
            Layout.fillWidth: true
            columns: Theme.portrait ? 2 : 3
            uniformCellWidths: true
            columnSpacing: Theme.medium
            rowSpacing: Theme.medium

            Button {
                Layout.fillWidth: true
                objectName: "guide.previous"
                icon: "back"
                name: qsTrId("screens.steps.previous")
                onTapped: page.view.previous()
            }

            Button {
                Layout.fillWidth: true
                objectName: "guide.next"
                main: true
                icon: page.view.lastStep ? "check" : "next"
                name: page.view.lastStep ? qsTrId("screens.steps.last") : qsTrId("screens.steps.next")
                onTapped: page.view.next()
            }

            Button {
                Layout.fillWidth: true
                Layout.columnSpan: Theme.portrait ? 2 : 1
                objectName: "guide.print"
                quiet: true
                icon: "printer"
                name: qsTrId("screens.steps.print")
                onTapped: page.view.print()
            }
        }
    }
}
