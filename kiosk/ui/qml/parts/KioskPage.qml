import QtQuick
import Kiosk.Bridge

FocusScope {
    required property KioskView kiosk
    property real side: Theme.margin
}
