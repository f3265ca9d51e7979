import "../parts"

WaitPage {
    icon: "printer"
    title: qsTrId("screens.printing.title")
    line: qsTrId("screens.printing.line")
}
