import QtQuick
import Kiosk.Bridge

Item {
    id: root

    default property alias content: column.data
    property bool framed: false
    property real spacing: 0
    property string subject: ""
    property int page: 0
    property int columns: 1
    readonly property bool many: column.implicitHeight > root.height + 1
    readonly property bool beside: !Theme.portrait && root.height < Theme.button * 3.5
    readonly property real room: root.height - (root.many && !root.beside ? Theme.button + Theme.medium : 0)
    readonly property real pager: root.many && root.beside ? Theme.button * 2.2 + Theme.medium : 0
    readonly property list<real> starts: root.cut(root.room, column.implicitHeight)
    readonly property real start: root.starts[Math.min(root.page, root.starts.length - 1)] ?? 0
    readonly property real end: root.starts[root.page + 1] ?? column.implicitHeight + root.spacing
    readonly property real shownHeight: Math.min(root.room, root.end - root.start - root.spacing)

    function cut(room: real, whole: real): list<real> {
        let starts = [0];
        if (whole <= room + 1)
            return starts;
        for (const child of column.children) {
            if (!child.visible || child.height <= 0)
                continue;
            const first = starts[starts.length - 1];
            if (child.y > first && child.y + child.height - first > room + 1)
                starts.push(child.y);
        }
        return starts;
    }

    implicitHeight: column.implicitHeight
    onSubjectChanged: page = 0
    onStartsChanged: page = Math.min(page, starts.length - 1)

    Rectangle {
        width: parent.width - root.pager
        height: root.shownHeight
        visible: root.framed && column.implicitHeight > 0
        radius: Theme.radiusCard
        color: Theme.surface
        border.width: Theme.lineThin
        border.color: Theme.touch
    }

    Item {
        width: parent.width - root.pager
        height: root.shownHeight
        clip: root.many

        Grid {
            id: column

            width: parent.width
            y: -root.start
            columns: root.columns
            spacing: root.spacing
        }
    }

    Grid {
        id: bar

        readonly property real share: root.beside ? Theme.button * 2.2 : (width - pages.width - spacing * 2) / 2
        readonly property real tall: root.beside ? (height - pages.height - spacing * 2) / 2 : Theme.button

        visible: root.many
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        width: root.beside ? Theme.button * 2.2 : parent.width
        height: root.beside ? parent.height : Theme.button
        columns: root.beside ? 1 : 3
        spacing: root.beside ? Theme.hair : Theme.medium
        verticalItemAlignment: Grid.AlignVCenter
        horizontalItemAlignment: Grid.AlignHCenter

        Button {
            objectName: "page.up"
            width: bar.share
            height: bar.tall
            icon: "up"
            step: Theme.buttonWord * 0.85
            name: qsTrId("screens.paged.up")
            usable: root.page > 0
            onTapped: root.page -= 1
        }

        Label {
            id: pages

            step: Theme.t1
            wrapMode: Text.NoWrap
            text: qsTrId("screens.paged.page").replace("{number}", root.page + 1).replace("{total}", root.starts.length)
        }

        Button {
            objectName: "page.down"
            width: bar.share
            height: bar.tall
            icon: "down"
            step: Theme.buttonWord * 0.85
            name: qsTrId("screens.paged.down")
            usable: root.page < root.starts.length - 1
            onTapped: root.page += 1
        }
    }
}
