pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Bridge
import "../parts"

KioskPage {
    id: page

    readonly property QuestionView view: page.kiosk.question

    GridLayout {
        anchors.fill: parent
        anchors.margins: page.side
        anchors.topMargin: Theme.large
        anchors.bottomMargin: Theme.large
        columns: Theme.portrait ? 1 : 2
        columnSpacing: Theme.huge
        rowSpacing: Theme.large

        ColumnLayout {
            Layout.fillWidth: true
            Layout.fillHeight: !Theme.portrait
            Layout.preferredWidth: 1
            Layout.alignment: Qt.AlignTop
            spacing: Theme.large

            Progress {
                Layout.fillWidth: true
                words: page.view.progress
                number: page.view.number
                total: page.view.total
            }

            Label {
                Layout.fillWidth: true
                step: Theme.t1
                color: Theme.ink2
                text: page.view.subject
            }

            Heading {
                Layout.fillWidth: true
                text: page.view.ask
            }

            Label {
                Layout.fillWidth: true
                visible: text !== ""
                color: Theme.ink2
                text: page.view.hint
            }

            Image {
                Layout.alignment: Qt.AlignHCenter
                Layout.preferredWidth: Theme.tilePanel * 2.6
                Layout.preferredHeight: Theme.tilePanel * 1.5
                visible: page.view.picture !== "" && page.kiosk.frame.textSize < 2
                fillMode: Image.PreserveAspectFit
                sourceSize: Qt.size(Math.round(Theme.tilePanel * 2.6), Math.round(Theme.tilePanel * 1.5))
                source: page.view.picture ? "image://icons/pictures/" + page.view.picture : ""
                Accessible.ignored: true
            }
        }

        Paged {
            id: cards
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1

            readonly property real share: list.count > 0 ? (height - spacing * (list.count - 1)) / list.count : 0

            spacing: Theme.portrait ? Theme.large : Theme.medium
            subject: page.view.question

            Repeater {
                id: list

                model: page.view.choices

                TouchCard {
                    id: card

                    required property string choice
                    required property string label
                    required property string reason
                    required property string icon

                    objectName: "question.answer." + card.choice
                    width: parent?.width ?? 0
                    height: Math.floor(Math.max(Math.min(Theme.row * 1.5, cards.share), words.height + Theme.medium * 2))
                    name: card.label
                    onTapped: page.view.answer(card.choice)

                    Disc {
                        id: disc

                        x: Theme.large
                        anchors.verticalCenter: parent.verticalCenter
                        icon: card.icon
                        size: Theme.disc * 0.8
                    }

                    Column {
                        id: words

                        anchors.left: disc.right
                        anchors.right: chevron.left
                        anchors.margins: Theme.large
                        anchors.verticalCenter: parent.verticalCenter

                        Label {
                            width: parent.width
                            step: Theme.t4
                            spread: 1.24
                            font.weight: Font.Bold
                            text: card.label
                        }

                        Label {
                            width: parent.width
                            visible: text !== ""
                            color: Theme.ink2
                            text: card.reason
                        }
                    }

                    Icon {
                        id: chevron

                        anchors.right: parent.right
                        anchors.rightMargin: Theme.large
                        anchors.verticalCenter: parent.verticalCenter
                        name: "chevron"
                    }
                }
            }
        }
    }
}
