import QtQuick
import Kiosk.Bridge

Label {
    id: root

    step: Theme.t5
    spread: 1.26
    font.weight: Font.Bold
    Accessible.role: Accessible.Heading
    Accessible.name: root.text
}
