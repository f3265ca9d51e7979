import "../parts"

WaitPage {
    icon: "procedure"
    title: qsTrId("screens.opening.title")
    line: qsTrId("screens.opening.line")
}
