/* Legal delays: the same sums as macros/calculating/delays.py; days are "2026-11-25" strings, so that no time zone moves them. */
var GuideDelays = (function () {
  "use strict";
  var DAY = 864e5;
  var read = function (text) { return new Date(text + "T00:00:00Z"); };
  var write = function (date) { return date.toISOString().slice(0, 10); };
  var plus = function (date, days) { return new Date(date.getTime() + days * DAY); };
  var div = function (a, b) { return Math.floor(a / b); };

  function easter(year) {
    var a = year % 19, b = div(year, 100), c = year % 100;
    var d = (19 * a + b - div(b, 4) - div(b - div(b + 8, 25) + 1, 3) + 15) % 30;
    var e = (32 + 2 * (b % 4) + 2 * div(c, 4) - d - c % 4) % 7;
    var f = d + e - 7 * div(a + 11 * d + 22 * e, 451) + 114;
    return new Date(Date.UTC(year, div(f, 31) - 1, f % 31 + 1));
  }

  function holidays(year) {
    var moving = [1, 39, 50].map(function (n) { return write(plus(easter(year), n)); });
    return moving.concat(["01-01", "05-01", "05-08", "07-14", "08-15", "11-01", "11-11", "12-25"].map(function (d) { return year + "-" + d; }));
  }

  function addMonths(date, months) {
    var first = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1));
    var last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
    first.setUTCDate(Math.min(date.getUTCDate(), last));
    return first;
  }

  function workingDay(date) {
    while (date.getUTCDay() % 6 === 0 || holidays(date.getUTCFullYear()).indexOf(write(date)) >= 0) date = plus(date, 1);
    return date;
  }

  /* The last day of a delay that begins with an event on `start`. */
  function endOf(start, value, unit, count) {
    var from = read(start), whole = Math.trunc(value);
    var end = unit === "day" || unit === "week" ? plus(from, whole * (unit === "week" ? 7 : 1)) : addMonths(from, whole * (unit === "year" ? 12 : 1));
    return write(count === "court" ? workingDay(end) : end);
  }

  /* No paper that one answers today is older or comes from further away; the date fields of the pages say the same. */
  var FIRST_YEAR = 2000, LAST_YEAR = 2099;

  /* A day as a person gave it: "2026-11-19" from a date field, "19/11/2026" on a phone that has none, in any digits.
     {day}, {fault: "year"} or {fault: "date"}, {} when nothing is written. */
  function dayOf(text) {
    var said = GuidePage.western(text).trim();
    if (!said) return {};
    var iso = /^(\d+)-(\d{1,2})-(\d{1,2})$/.exec(said);
    var usual = /^(\d{1,2})[\s./-]+(\d{1,2})[\s./-]+(\d+)$/.exec(said);
    if (!iso && !usual) return { fault: "date" };
    var parts = (iso ? [iso[1], iso[2], iso[3]] : [usual[3], usual[2], usual[1]]).map(Number);
    if (parts[0] < FIRST_YEAR || parts[0] > LAST_YEAR) return { fault: "year" };
    var date = new Date(Date.UTC(parts[0], parts[1] - 1, parts[2]));
    var exists = date.getUTCMonth() === parts[1] - 1 && date.getUTCDate() === parts[2];
    return exists ? { day: write(date) } : { fault: "date" };
  }

  return { endOf: endOf, holidays: holidays, dayOf: dayOf };
})();
