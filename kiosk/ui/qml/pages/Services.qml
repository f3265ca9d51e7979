pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Bridge
import "../parts"

KioskPage {
    id: page

    readonly property ServicesView view: page.kiosk.services

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: page.side
        anchors.topMargin: Theme.portrait ? Theme.large : Theme.small
        anchors.bottomMargin: Theme.medium
        spacing: Theme.portrait ? Theme.large : Theme.medium

        GridLayout {
            Layout.fillWidth: true
            columns: Theme.portrait ? 1 : 2
            rowSpacing: Theme.medium
            columnSpacing: Theme.huge

            Heading {
                text: qsTrId("screens.services.title")
            }

            TouchCard {
                id: field

                Layout.fillWidth: true
                Layout.preferredHeight: Theme.button
                objectName: "services.search"
                name: qsTrId("screens.services.search")
                onTapped: page.view.search()

                Icon {
                    id: glass

                    x: Theme.medium
                    anchors.verticalCenter: parent.verticalCenter
                    name: "search"
                }

                Label {
                    anchors.left: glass.right
                    anchors.leftMargin: Theme.medium
                    anchors.verticalCenter: parent.verticalCenter
                    color: Theme.mute
                    step: Theme.t2
                    text: field.name
                    Accessible.ignored: true
                }
            }
        }

        Flow {
            Layout.fillWidth: true
            spacing: Theme.small

            Label {
                width: Theme.portrait ? parent.width : implicitWidth + Theme.small
                height: Theme.portrait ? implicitHeight : Theme.tool
                verticalAlignment: Text.AlignVCenter
                font.weight: Font.DemiBold
                text: qsTrId("screens.services.choose")
            }

            Repeater {
                model: page.view.audiences

                Tool {
                    required property string audience
                    required property bool chosen

                    objectName: "services.audience." + audience
                    on: chosen
                    onTapped: page.view.chooseAudience(audience)
                }
            }
        }

        Paged {
            id: paged

            readonly property int size: page.kiosk.frame.textSize
            readonly property bool dense: !Theme.portrait && tiles.count > 10
            readonly property bool inRow: Theme.portrait || dense
            readonly property int rows: Theme.portrait ? (tiles.count > 10 ? 6 : 5) : !dense ? 2 : tiles.count > columns * 3 ? 4 : 3
            readonly property bool full: tiles.count > columns * rows
            readonly property real share: (height - (full ? Theme.button + Theme.medium : 0) - spacing * (rows - 1)) / rows

            columns: Theme.portrait ? (size < 2 ? 2 : 1) : dense ? (size < 1 ? 4 : 3) : (size < 2 ? 5 : 3)

            Layout.fillWidth: true
            Layout.fillHeight: true
            spacing: Theme.medium

            Repeater {
                id: tiles

                model: page.view.tiles

                TouchCard {
                    id: tile

                    required property string event
                    required property string title
                    required property string examples
                    required property string icon

                    objectName: "services.event." + tile.event
                    width: (paged.width - paged.pager - paged.spacing * (paged.columns - 1)) / paged.columns
                    height: Math.floor(Math.max(paged.share, words.height + Theme.small * 2 + (paged.inRow ? 0 : disc.height)))
                    name: tile.title.replace("\n", " ")
                    onTapped: page.view.openEvent(tile.event)

                    Disc {
                        id: disc

                        x: Theme.medium
                        y: paged.inRow ? (parent.height - height) / 2 : Theme.small
                        size: Theme.disc * (paged.dense ? 0.7 : Theme.portrait ? 0.82 : 0.9)
                        icon: tile.icon
                    }

                    Column {
                        id: words

                        anchors.left: paged.inRow ? disc.right : parent.left
                        anchors.right: parent.right
                        anchors.leftMargin: Theme.medium
                        anchors.rightMargin: Theme.small
                        y: paged.inRow ? (parent.height - height) / 2 : parent.height - height - Theme.small
                        spacing: 0

                        Label {
                            width: parent.width
                            step: Theme.t3
                            spread: 1.18
                            font.weight: Font.Bold
                            text: tile.title
                        }

                        Label {
                            width: parent.width
                            visible: text !== "" && paged.size === 0 && !paged.dense
                            step: Theme.t1
                            spread: 1.25
                            color: Theme.ink2
                            maximumLineCount: 2
                            text: tile.examples
                        }
                    }
                }
            }
        }
    }
}
