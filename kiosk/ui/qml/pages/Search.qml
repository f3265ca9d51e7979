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
                model: page.view.hits

                Touch {
                    id: hit

                    required property int index
                    required property string guide
                    required property string title
                    required property string spoken
                    required property string line
                    required property string badge
                    required property string badgeIcon
                    required property bool online

                    objectName: "services.result." + hit.index
                    width: (parent?.width ?? 0) / (Theme.portrait ? 1 : 2)
                    height: Math.max(Theme.row * (Theme.portrait ? 0.95 : 0.8), words.height + Theme.small)
                    name: hit.spoken
                    usable: hit.guide !== ""
                    radius: Theme.radiusCard
                    onTapped: page.view.open(hit.guide)

                    Rectangle {
                        anchors.fill: parent
                        anchors.margins: Theme.lineThin
                        visible: hit.pressed
                        radius: hit.radius
                        color: Theme.tint
                    }

                    Rectangle {
                        visible: !Theme.portrait && hit.index % 2 === 1
                        width: Theme.lineThin
                        height: parent.height
                        color: Theme.line
                    }

                    Rectangle {
                        visible: hit.index > (Theme.portrait ? 0 : 1)
                        width: parent.width
                        height: Theme.lineThin
                        color: Theme.line
                    }

                    Column {
                        id: words

                        anchors.left: parent.left
                        anchors.right: badge.left
                        anchors.leftMargin: Theme.large
                        anchors.rightMargin: Theme.small
                        anchors.verticalCenter: parent.verticalCenter

                        Label {
                            width: parent.width
                            step: Theme.t3
                            spread: 1.2
                            font.weight: Font.Bold
                            textFormat: Text.StyledText
                            text: hit.title
                        }

                        Label {
                            width: parent.width
                            step: Theme.t1
                            color: Theme.ink2
                            text: hit.line
                        }
                    }

                    Badge {
                        id: badge

                        anchors.right: chevron.left
                        anchors.rightMargin: Theme.small
                        anchors.verticalCenter: parent.verticalCenter
                        visible: hit.badge !== "" && page.kiosk.frame.textSize < 2
                        width: visible ? implicitWidth : 0
                        step: Theme.t1
                        icon: hit.badgeIcon || "info"
                        word: hit.badge
                        online: hit.online
                    }

                    Icon {
                        id: chevron

                        anchors.right: parent.right
                        anchors.rightMargin: Theme.medium
                        anchors.verticalCenter: parent.verticalCenter
                        visible: hit.usable
                        name: "chevron"
                        size: Theme.iconSmall
                    }
                }
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
