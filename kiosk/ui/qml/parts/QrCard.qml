import QtQuick
import Kiosk.Bridge

Rectangle {
    id: root

    required property string content
    property string name: qsTrId("screens.qr.name")

    color: "white"
    radius: Theme.radiusCard
    border.width: Theme.lineThin
    border.color: Theme.line
    implicitWidth: Theme.wide * 8
    implicitHeight: implicitWidth

    QrCode {
        objectName: "slip.qr"
        anchors.fill: parent
        anchors.margins: Theme.lineButton * 2
        content: root.content
        Accessible.role: Accessible.Graphic
        Accessible.name: root.name
    }
}
