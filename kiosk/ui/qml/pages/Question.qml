pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Bridge
import "../parts"

KioskPage {
    id: page

    readonly property QuestionView view: page.kiosk.question
    readonly property bool many: list.count > 5

    GridLayout {
        anchors.fill: parent
        anchors.margins: page.side
        anchors.topMargin: Theme.large
        anchors.bottomMargin: Theme.large
        columns: Theme.portrait || page.many ? 1 : 2
        columnSpacing: Theme.huge
        rowSpacing: Theme.large

        ColumnLayout {
            Layout.fillWidth: true
            Layout.fillHeight: !Theme.portrait && !page.many
            Layout.preferredWidth: 1
            Layout.alignment: Qt.AlignTop
            spacing: Theme.portrait || !page.many ? Theme.large : Theme.small

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
                text: (page.many && !Theme.portrait) || page.kiosk.frame.textSize === 2 ? page.view.ask.replace("\n", " ") : page.view.ask
            }

            Label {
                Layout.fillWidth: true
                visible: text !== "" && (Theme.portrait || !page.many || page.kiosk.frame.textSize < 2)
                color: Theme.ink2
                text: page.view.hint
            }

            Image {
                Layout.alignment: Qt.AlignHCenter
                Layout.preferredWidth: Theme.tilePanel * 2.6
                Layout.preferredHeight: Theme.tilePanel * 1.5
                visible: page.view.picture !== "" && !page.many && page.kiosk.frame.textSize < 2
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

            readonly property int rows: Math.ceil(list.count / columns)
            readonly property real share: rows > 0 ? (height - spacing * (rows - 1)) / rows : 0
            readonly property real cell: (width - pager - spacing * (columns - 1)) / columns

            readonly property bool roomy: share >= (Theme.t3 * 1.18 + Theme.t1 * 1.25) * 2 + Theme.medium

            columns: !page.many ? 1 : Theme.portrait ? (page.kiosk.frame.textSize < 2 ? 2 : 1) : (page.kiosk.frame.textSize < 2 ? 4 : 3)
            spacing: Theme.portrait && !page.many ? Theme.large : Theme.medium
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
                    width: cards.cell
                    height: Math.floor(Math.max(Math.min(Theme.row * 1.5, cards.share), words.height + Theme.medium * (page.many ? 1 : 2)))
                    name: card.label
                    onTapped: page.view.answer(card.choice)

                    Disc {
                        id: disc

                        x: page.many ? Theme.medium : Theme.large
                        anchors.verticalCenter: parent.verticalCenter
                        icon: card.icon
                        size: Theme.disc * (page.many ? 0.6 : 0.8)
                    }

                    Column {
                        id: words

                        anchors.left: disc.right
                        anchors.right: page.many ? parent.right : chevron.left
                        anchors.margins: page.many ? Theme.small : Theme.large
                        anchors.verticalCenter: parent.verticalCenter

                        Label {
                            width: parent.width
                            step: page.many ? Theme.t3 : Theme.t4
                            spread: page.many ? 1.18 : 1.24
                            font.weight: Font.Bold
                            text: card.label
                        }

                        Label {
                            width: parent.width
                            visible: text !== "" && (!page.many || cards.roomy && page.kiosk.frame.textSize === 0)
                            step: page.many ? Theme.t1 : Theme.t2
                            spread: page.many ? 1.25 : 1.34
                            color: Theme.ink2
                            text: card.reason
                        }
                    }

                    Icon {
                        id: chevron

                        anchors.right: parent.right
                        anchors.rightMargin: Theme.large
                        anchors.verticalCenter: parent.verticalCenter
                        visible: !page.many
                        name: "chevron"
                    }
                }
            }
        }
    }
}
