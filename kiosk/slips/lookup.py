"""The look-up slip: what the portal said, on paper, without a word about the person."""

from __future__ import annotations

from datetime import date, datetime

from kiosk.domain.appointment import Appointment, to_icalendar
from kiosk.domain.deadline import VIETNAM, Holidays, Judgement, Timing, judge
from kiosk.domain.dossier import Channel, Dossier, Status, StepState
from kiosk.domain.slip import Block, Box, Field, Headline, Paragraph, QrCode, Rule, Slip
from kiosk.domain.text import Words
from kiosk.domain.ward import Ward
from kiosk.slips.wrap import NO_BREAK

KINDS = {
    Status.NOT_ACCEPTED: "not_accepted",
    Status.SUPPLEMENT_WANTED: "supplement",
    Status.PAYMENT_WANTED: "payment",
    Status.WITHDRAWN: "withdrawn",
    Status.STOPPED: "stopped",
    Status.RETURNED: "returned",
}
LONGEST_TITLE = 60
LONGEST_WANTED = 150
REMINDED = (Timing.ON_TIME, Timing.DUE_TODAY)
"""While the clock stands the date will move, and a reminder of it would mislead."""

FETCHED = (Timing.ON_TIME, Timing.DUE_TODAY, Timing.READY)
"""The person only has to come: what to bring says more than what to do."""


def lookup_slip(
    dossier: Dossier,
    ward: Ward,
    words: Words,
    now: datetime,
    holidays: Holidays,
    qr_says: str = "reminder",
) -> Slip:
    """Code, procedure, dates, status, what to bring, a QR, and when it was looked up.

    `qr_says` is `reminder`, `text` or `code`, as the setting `slips.lookup_qr`.
    """
    judged = judge(dossier, now, holidays)
    qr = lookup_qr(dossier, ward, words, now, holidays) if qr_says == "reminder" else dossier.code
    caption = "slip.lookup.remind" if qr.startswith("BEGIN:") else "slip.lookup.scan_code"
    if qr_says == "text":
        qr, caption = lookup_text(dossier, judged, ward, words), "slip.lookup.scan_text"
    blocks: list[Block] = [
        headline(ward, words),
        Rule(),
        Field(words.say("slip.lookup.code"), dossier.code, large=True),
        Field(words.say("slip.lookup.procedure"), dossier.procedure_name),
    ]
    if dossier.received:
        blocks.append(Field(words.say("slip.lookup.received"), day(dossier.received, words)))
    blocks += _promise(dossier, judged, words)
    blocks.append(_stage(dossier, words))
    blocks += _next(dossier, judged, ward, words)
    blocks += [Rule(dashed=True), QrCode(qr, words.say(caption)), Rule(dashed=True)]
    blocks += footer(ward, words, now, "slip.lookup.fetched")
    return Slip(tuple(blocks), qr)


def headline(ward: Ward, words: Words) -> Headline:
    """What every look-up slip begins with: whose it is, and that it replaces no official paper."""
    return Headline(
        office=ward.office,
        province=ward.province,
        title=words.say("slip.lookup.title"),
        note=words.say("slip.lookup.note"),
    )


def lookup_qr(dossier: Dossier, ward: Ward, words: Words, now: datetime, holidays: Holidays) -> str:
    """A calendar entry while there is a day to come; the dossier code otherwise."""
    due, judged = dossier.deadline, judge(dossier, now, holidays)
    if due is None or judged.timing not in REMINDED or _date(due) <= _date(now):
        return dossier.code
    appointment = Appointment(
        day=_date(due),
        title=words.say("slip.lookup.appointment", code=dossier.code),
        place=ward.counter or ward.office,
        alarm=words.say("slip.lookup.alarm"),
        code=dossier.code,
        made=dossier.fetched_at,
    )
    return to_icalendar(appointment, holidays)


def lookup_text(dossier: Dossier, judged: Judgement, ward: Ward, words: Words) -> str:
    """The slip as plain text for a phone, short enough for a code that a phone reads."""
    lines = [dossier.code, dossier.procedure_name[:LONGEST_TITLE]]
    stage = _stage(dossier, words)
    lines.append(f"{stage.label}: {stage.value}")
    if dossier.deadline and not dossier.returned:
        name = "slip.lookup.extended" if dossier.extended_due else "slip.lookup.due"
        lines.append(f"{words.say(name)}: {day(dossier.deadline, words)}")
    lines.append(now_text(dossier, judged, ward, words))
    lines.append(f"{ward.office}, {dossier.fetched_at:%H:%M %d/%m/%Y}")
    return "\n".join(line for line in lines if line).replace(NO_BREAK, " ")


def now_text(dossier: Dossier, judged: Judgement, ward: Ward, words: Words) -> str:
    """What the person does next."""
    return words.say(
        f"dossier.now.{now_kind(dossier, judged)}.text",
        counter=ward.counter or words.say("slip.counter"),
        date=day(dossier.deadline, words) if dossier.deadline else "",
    )


def wanted_text(dossier: Dossier, words: Words) -> str:
    """The office's own words on what is missing or to be paid; empty when it gave none."""
    if not dossier.wanted:
        return ""
    return words.say("dossier.more.wanted", wanted=_shortened(dossier.wanted))


def more_text(dossier: Dossier, judged: Judgement, ward: Ward, words: Words) -> str:
    """What else helps to collect: opening hours, the electronic result."""
    if judged.timing is not Timing.READY:
        return ""
    more = []
    if ward.hours and not dossier.by_post:
        more.append(words.say("dossier.more.hours", hours=ward.hours[0]))
    if dossier.filed is Channel.ONLINE:
        more.append(words.say("dossier.more.electronic"))
    return " ".join(more)


def now_kind(dossier: Dossier, judged: Judgement) -> str:
    """The name, under `dossier.now`, of what the person does next."""
    if dossier.status is Status.SUPPLEMENT_WANTED and dossier.wanted:
        return "supplement_known"
    if dossier.status in KINDS:
        return KINDS[dossier.status]
    if judged.timing is Timing.READY and dossier.by_post:
        return "ready_post"
    return "undated" if judged.timing is Timing.CLOSED else judged.timing.value


def day(at: datetime, words: Words) -> str:
    """A date with its weekday, which never parts from its number."""
    weekday = words.say(f"screens.weekday.{at.isoweekday()}").replace(" ", NO_BREAK)
    return f"{weekday}, {at:%d/%m/%Y}"


def footer(ward: Ward, words: Words, now: datetime, name: str) -> list[Block]:
    """When the slip was made, and whom to call."""
    lines = [words.say(name, time=f"{now:%H:%M}", date=day(now, words))]
    if ward.hotline_portal:
        lines.append(words.say("slip.hotline.portal", number=_together(ward.hotline_portal)))
    if ward.hotline_eid:
        lines.append(words.say("slip.hotline.eid", number=_together(ward.hotline_eid)))
    return [Paragraph(line, centred=True) for line in lines]


def _promise(dossier: Dossier, judged: Judgement, words: Words) -> list[Block]:
    if dossier.returned is not None:
        return [Box(words.say("slip.lookup.returned"), day(dossier.returned, words), "")]
    phrase = words.say(f"dossier.deadline.{judged.phrase}", days=abs(judged.days_left or 0))
    if dossier.deadline is None:
        return [Box(words.say("slip.lookup.due"), phrase, "")]
    name = "slip.lookup.extended" if dossier.extended_due else "slip.lookup.due"
    return [Box(words.say(name), day(dossier.deadline, words), phrase)]


def _next(dossier: Dossier, judged: Judgement, ward: Ward, words: Words) -> list[Block]:
    said = (wanted_text(dossier, words), more_text(dossier, judged, ward, words))
    lines = [Paragraph(line) for line in said if line]
    return [_do_next(dossier, judged, ward, words), *lines]


def _do_next(dossier: Dossier, judged: Judgement, ward: Ward, words: Words) -> Field:
    if judged.timing in FETCHED and not dossier.by_post:
        parts = (words.say("slip.lookup.papers"), _together(ward.counter))
        return Field(words.say("slip.lookup.bring"), ", ".join(part for part in parts if part))
    return Field(words.say("slip.lookup.now"), now_text(dossier, judged, ward, words))


def _date(at: datetime) -> date:
    return at.astimezone(VIETNAM).date()


def _shortened(text: str) -> str:
    """At most `LONGEST_WANTED` characters, ended at a word."""
    if len(text) <= LONGEST_WANTED:
        return text
    return text[:LONGEST_WANTED].rpartition(" ")[0].rstrip(" ,;.") + "…"


def _together(text: str) -> str:
    return text.replace(" ", NO_BREAK)


def _stage(dossier: Dossier, words: Words) -> Field:
    """The step it is at while the office works on it, else its status in plain words."""
    if dossier.status in (Status.RECEIVED, Status.PROCESSING, None):
        for step in dossier.steps:
            if step.state in (StepState.NOW, StepState.LATE):
                since = f"{step.at:%d/%m}" if step.at else ""
                told = words.say("slip.lookup.step", step=step.name, date=since)
                return Field(words.say("slip.lookup.at"), told if since else step.name)
    if dossier.status is None:
        return Field(words.say("slip.lookup.status"), dossier.status_text)
    head = words.say(f"dossier.status.{dossier.status.value}.head")
    return Field(words.say("slip.lookup.status"), head)
