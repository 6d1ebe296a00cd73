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

  return { endOf: endOf, holidays: holidays };
})();
