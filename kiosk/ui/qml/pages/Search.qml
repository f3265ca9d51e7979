pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Bridge
import "../parts"

KioskPage {
    id: page

    readonly property ServicesView view: page.kiosk.services

    ColumnLayout {
        anchors.top: parent.top
        anchors.bottom: keyboard.top
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: page.side
        anchors.rightMargin: page.side
        anchors.topMargin: Theme.portrait ? Theme.medium : Theme.small
        anchors.bottomMargin: Theme.small
        spacing: Theme.small

        GridLayout {
            Layout.fillWidth: true
            columns: Theme.portrait ? 1 : 2
            columnSpacing: Theme.wide
            rowSpacing: Theme.small

            ColumnLayout {
                Layout.fillWidth: Theme.portrait || !page.view.typing
                spacing: 0

                Heading {
                    Layout.fillWidth: true
                    text: page.view.heading
                }

                Label {
                    visible: !Theme.portrait && page.view.typing
                    step: Theme.t1
                    font.weight: Font.DemiBold
                    text: page.view.summary
                }
            }

            FieldBox {
                Layout.fillWidth: true
                objectName: "services.search"
                visible: page.view.typing
                icon: "search"
                name: qsTrId("screens.services.search")
                text: page.view.query
                placeholder: qsTrId("screens.search.placeholder")
            }
        }

        Label {
            Layout.fillWidth: true
            visible: Theme.portrait || !page.view.typing
            step: Theme.t1
            font.weight: Font.DemiBold
            text: page.view.summary
        }

        Paged {
            Layout.fillWidth: true
            Layout.fillHeight: true
            framed: true
            columns: Theme.portrait ? 1 : 2
            subject: page.view.query + page.view.heading

            Repeater {
                id: hits

                model: page.view.hits

                ListRow {
                    id: hit

                    required property string guide
                    required property string code
                    required property string title
                    required property string spoken
                    required property string why
                    required property string line
                    required property string badge
                    required property string badgeIcon
                    required property bool online

                    objectName: "services.result." + hit.index
                    width: (parent?.width ?? 0) / (Theme.portrait ? 1 : 2)
                    least: words.height + Theme.small
                    name: hit.spoken
                    onTapped: hit.guide !== "" ? page.view.open(hit.guide) : page.view.openProcedure(hit.code)

                    Column {
                        id: words

                        anchors.left: parent.left
                        anchors.right: badge.left
                        anchors.leftMargin: Theme.large
                        anchors.rightMargin: Theme.small
                        anchors.verticalCenter: parent.verticalCenter

                        Label {
                            width: parent.width
                            step: Theme.portrait && hit.guide !== "" ? Theme.t3 : Theme.t2
                            spread: 1.2
                            font.weight: Font.Bold
                            textFormat: Text.StyledText
                            text: hit.title
                        }

                        Label {
                            width: parent.width
                            step: Theme.t1
                            color: Theme.ink2
                            text: hit.why === "" ? hit.line : Theme.portrait ? hit.why + " · " + hit.line : hit.why
                        }
                    }

                    Badge {
                        id: badge

                        anchors.right: parent.right
                        anchors.rightMargin: hit.foot
                        anchors.verticalCenter: parent.verticalCenter
                        visible: hit.badge !== "" && page.kiosk.frame.textSize < 2
                        width: visible ? implicitWidth : 0
                        step: Theme.t1
                        icon: hit.badgeIcon || "info"
                        word: hit.badge
                        online: hit.online
                    }
                }
            }

            LostRow {
                index: hits.count
                objectName: "services.tiles"
                visible: page.view.lost
                icon: "procedure"
                name: qsTrId("screens.search.tiles")
                onTapped: page.view.chooseByTile()
            }

            LostRow {
                index: hits.count + 1
                objectName: "services.officer"
                visible: page.view.lost
                icon: "call-officer"
                name: qsTrId("screens.search.officer")
                onTapped: page.kiosk.frame.help()
            }
        }
    }

    Keyboard {
        id: keyboard

        width: parent.width
        height: page.view.typing ? implicitHeight : 0
        visible: page.view.typing
        anchors.bottom: parent.bottom
        onTyped: key => page.view.press(key)
        onMarked: mark => page.view.mark(mark)
        onErased: page.view.erase()
        onCleared: page.view.clear()
        onDone: page.view.openFirst()
    }
}
