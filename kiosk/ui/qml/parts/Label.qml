import QtQuick
import Kiosk.Bridge

Text {
    id: root

    property real step: Theme.t2
    property real spread: 1.34

    color: Theme.ink
    font.family: Theme.family
    font.pixelSize: root.step
    lineHeight: root.step * root.spread
    lineHeightMode: Text.FixedHeight
    textFormat: Text.PlainText
    wrapMode: Text.Wrap
    Accessible.role: Accessible.StaticText
    Accessible.name: root.text
}
