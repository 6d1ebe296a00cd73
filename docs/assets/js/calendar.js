/* A calendar file (RFC 5545) of days that matter. A pure function: what it needs of the page is handed to it.
 */
"use strict";

Guide.calendar = (() => {
  /* A day in a calendar begins at midnight: reminders seven days and one day before, at nine in the morning.
   */
  const REMINDERS = ["P6DT15H", "PT15H"];
  const LONGEST_LINE = 75;

  /* No-break spaces stay: they keep the groups of a phone number in their order. */
  const escaped = (text) => text.replace(/[^\S\u00a0\u202f]+/g, " ").replace(/[\\,;]/g, "\\$&");

  /* How many bytes a character is in UTF-8. */
  function bytesOf(character) {
    const code = character.codePointAt(0);
    return [0x80, 0x800, 0x10000].filter((limit) => code >= limit).length + 1;
  }

  /* A line of more bytes than a calendar takes goes on in the next, after a space; no character is cut. */
  function folded(line) {
    let out = "";
    let size = 0;
    for (const character of line) {
      const bytes = bytesOf(character);
      if (size + bytes > LONGEST_LINE) {
        out += "\r\n ";
        size = 1;
      }
      out += character;
      size += bytes;
    }
    return out;
  }

  function eventOf({ id, day, name }, { title, sender, bring, address, now }) {
    const figures = day.replace(/-/g, "");
    const about = escaped(`${name} – ${title}${sender ? ` (${sender})` : ""}`);
    const alarms = REMINDERS.map((before) => [
      "BEGIN:VALARM",
      "ACTION:DISPLAY",
      `DESCRIPTION:${about}`,
      `TRIGGER:-${before}`,
      "END:VALARM",
    ]);
    return [
      "BEGIN:VEVENT",
      `UID:${id}-${figures}@guide-logement-social`,
      `DTSTAMP:${now.toISOString().replace(/[-:]|\.\d+/g, "")}`,
      `DTSTART;VALUE=DATE:${figures}`,
      `SUMMARY:${about}`,
      `DESCRIPTION:${escaped([title, bring, address].filter(Boolean).join(" "))}`,
      ...[].concat(...alarms),
      "END:VEVENT",
    ];
  }

  /* The text of a file with `days`, each {id, day: "2026-11-19", name}. `context` is {title, sender, bring,
     address, now}: what an agenda shows says which paper it is, from whom, whom to call, what to bring, and
     where it is explained. */
  return function calendar(days, context) {
    const events = days.map((day) => eventOf(day, context));
    const head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//guide-logement-social//FR"];
    return []
      .concat(head, ...events, "END:VCALENDAR", "")
      .map(folded)
      .join("\r\n");
  };
})();
