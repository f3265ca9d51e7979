import QtQuick
import Kiosk.Bridge

Rectangle {
    radius: Theme.radiusCard
    color: Theme.surface
    border.width: Theme.lineThin
    border.color: Theme.line
}
