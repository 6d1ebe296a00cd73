/* Legal delays: the same sums as tests/oracles/delays.py; days are "2026-11-25" strings, so that no time zone
   moves them. */
"use strict";

Guide.delays = (() => {
  const DAY = 864e5;
  const FIXED = "01-01 05-01 05-08 07-14 08-15 11-01 11-11 12-25".split(" ");
  /* Days after Easter: its Monday, Ascension, the Monday of Pentecost. */
  const MOVING = [1, 39, 50];
  /* No paper that one answers today is older or comes from further away; the date fields of the pages say the
     same. */
  const FIRST_YEAR = 2000;
  const LAST_YEAR = 2099;

  const read = (day) => new Date(`${day}T00:00:00Z`);
  const write = (date) => date.toISOString().slice(0, 10);
  const plus = (date, days) => new Date(date.getTime() + days * DAY);
  const div = (a, b) => Math.floor(a / b);

  /* The anonymous Gregorian computus (Nature, 1876); tests compare it with an independent one. */
  function easter(year) {
    const a = year % 19;
    const b = div(year, 100);
    const c = year % 100;
    const d = (19 * a + b - div(b, 4) - div(b - div(b + 8, 25) + 1, 3) + 15) % 30;
    const e = (32 + 2 * (b % 4) + 2 * div(c, 4) - d - (c % 4)) % 7;
    const f = d + e - 7 * div(a + 11 * d + 22 * e, 451) + 114;
    return new Date(Date.UTC(year, div(f, 31) - 1, (f % 31) + 1));
  }

  /* The eleven holidays of a year, as days. */
  function holidays(year) {
    const moving = MOVING.map((days) => write(plus(easter(year), days)));
    return [...moving, ...FIXED.map((day) => `${year}-${day}`)];
  }

  /* The same day of another month, or its last one when it has no such day. */
  function addMonths(date, months) {
    const first = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1));
    const next = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0));
    first.setUTCDate(Math.min(date.getUTCDate(), next.getUTCDate()));
    return first;
  }

  const isWeekEnd = (date) => date.getUTCDay() % 6 === 0;
  const isHoliday = (date) => holidays(date.getUTCFullYear()).includes(write(date));

  function workingDay(date) {
    let day = date;
    while (isWeekEnd(day) || isHoliday(day)) day = plus(day, 1);
    return day;
  }

  const ADD = {
    day: plus,
    week: (date, weeks) => plus(date, 7 * weeks),
    month: addMonths,
    year: (date, years) => addMonths(date, 12 * years),
  };

  /* The last day of a delay that begins with an event on `start`; a delay of a court is put off to a working
     day. */
  function endOf(start, value, unit, count) {
    const end = ADD[unit](read(start), Math.trunc(value));
    return write(count === "court" ? workingDay(end) : end);
  }

  /* [year, month, day] of "2026-11-19" or "19/11/2026"; null for anything else. */
  function partsOf(text) {
    const iso = /^(\d+)-(\d{1,2})-(\d{1,2})$/.exec(text);
    if (iso) return iso.slice(1).map(Number);
    const usual = /^(\d{1,2})[\s./-]+(\d{1,2})[\s./-]+(\d+)$/.exec(text);
    return usual ? usual.slice(1).reverse().map(Number) : null;
  }

  /* A day as a person gave it: "2026-11-19" from a date field, "19/11/2026" on a phone that has none, in any
     digits. {day}, {fault: "year"} or {fault: "date"}, {} when nothing is written. */
  function dayOf(text) {
    const said = Guide.signs.western(text).trim();
    if (!said) return {};
    const parts = partsOf(said);
    if (!parts) return { fault: "date" };
    const [year, month, day] = parts;
    if (year < FIRST_YEAR || year > LAST_YEAR) return { fault: "year" };
    const date = new Date(Date.UTC(year, month - 1, day));
    const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
    return exists ? { day: write(date) } : { fault: "date" };
  }

  /* Days from the day `from` to the day `to`; negative when it is past. */
  const between = (from, to) => Math.round((read(to) - read(from)) / DAY);

  return { endOf, holidays, dayOf, between };
})();
