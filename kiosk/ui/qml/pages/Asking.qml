import "../parts"

WaitPage {
    icon: "lookup"
    title: qsTrId("screens.asking.title")
    line: qsTrId("screens.asking.line")
}
