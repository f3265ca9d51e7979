import QtQuick
import Kiosk.Bridge

DashedBox {
    colour: Theme.mute
    line: Theme.lineThin
    radius: Theme.radiusButton
}
