import QtQuick
import Kiosk.Bridge

Row {
    id: root

    required property FrameView frame

    spacing: Theme.small

    Row {
        Tool {
            objectName: "access.language"
            name: "Tiếng Việt"
            on: root.frame.language === "vi"
            joinRight: true
            onTapped: root.frame.chooseLanguage("vi")
        }

        Tool {
            objectName: "access.language.en"
            name: "English"
            on: root.frame.language === "en"
            joinLeft: true
            onTapped: root.frame.chooseLanguage("en")
        }
    }

    Tool {
        objectName: "access.text"
        icon: "text-size"
        name: qsTrId("screens.access.text." + root.frame.textSize)
        on: root.frame.textSize > 0
        onTapped: root.frame.nextTextSize()
    }

    Tool {
        objectName: "access.contrast"
        icon: "contrast"
        name: qsTrId("screens.access.contrast")
        on: root.frame.contrast
        onTapped: root.frame.switchContrast()
    }
}
