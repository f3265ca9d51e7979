pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Bridge
import "parts"

Window {
    id: window

    required property KioskView kiosk
    readonly property FrameView frame: window.kiosk.frame
    readonly property bool bars: window.frame.bars && window.kiosk.staff.page === ""

    visible: true
    color: Theme.ground
    title: window.frame.ward

    TopBar {
        id: top

        visible: window.bars
        width: parent.width
        height: window.bars ? Theme.topBar : 0
        frame: window.frame
    }

    Item {
        anchors.top: top.bottom
        anchors.bottom: bottom.top
        width: parent.width
        clip: true

        Loader {
            id: host

            objectName: "page.host"

            property string page: window.kiosk.staff.page || window.frame.page

            width: parent.width
            height: parent.height
            enabled: !slide.running
            focus: true
            onPageChanged: {
                host.setSource("pages/" + host.page + ".qml", {
                    kiosk: window.kiosk
                });
                slide.restart();
            }
        }

        NumberAnimation {
            id: slide

            target: host
            property: "x"
            from: window.frame.forward ? Theme.slide : -Theme.slide
            to: 0
            duration: window.frame.contrast ? 0 : Theme.pageMotion
            easing.type: Easing.OutCubic
        }
    }

    Item {
        objectName: "staff.mark"
        width: Theme.margin + Theme.disc
        height: Theme.wide + Theme.disc

        PointHandler {
            onActiveChanged: if (active)
                window.kiosk.staff.touchMark()
        }
    }

    BottomBar {
        id: bottom

        visible: window.bars
        anchors.bottom: parent.bottom
        width: parent.width
        height: window.bars ? Theme.bottomBar : 0
        frame: window.frame
    }
}
