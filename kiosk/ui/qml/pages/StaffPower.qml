import QtQuick
import QtQuick.Layouts
import Kiosk.Bridge
import "../parts"

StaffPage {
    id: page

    title: qsTrId("staff.menu.power")

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.large

        Label {
            Layout.fillWidth: true
            step: Theme.t3
            text: qsTrId("staff.power.line")
        }

        Button {
            Layout.fillWidth: true
            objectName: "staff.restart"
            icon: "steps"
            name: qsTrId("staff.power.restart")
            onTapped: page.view.choosePower("restart")
        }

        Button {
            Layout.fillWidth: true
            objectName: "staff.shut_down"
            icon: "end-visit"
            name: qsTrId("staff.power.shut_down")
            onTapped: page.view.choosePower("shut_down")
        }

        Notice {
            Layout.fillWidth: true
            visible: page.view.power !== ""
            tone: "amber"
            icon: "warning"
            words: page.view.power === "restart" ? qsTrId("staff.power.sure_restart") : qsTrId("staff.power.sure_shut_down")
        }

        Button {
            Layout.fillWidth: true
            visible: page.view.power !== ""
            objectName: "staff.sure"
            main: true
            icon: "check"
            name: page.view.power === "restart" ? qsTrId("staff.power.yes_restart") : qsTrId("staff.power.yes_shut_down")
            onTapped: page.view.confirmPower()
        }

        Item {
            Layout.fillHeight: true
        }
    }
}
