/* Dates and amounts as macros/rendering/formats.py writes them: Gregorian, Western digits, British English, a date also in figures,
   thousands as French letters write them. */
var GuideFormats = (function () {
  "use strict";
  var tag = function (lang) {
    var wanted = lang === "en" ? "en-GB" : lang;
    return (Intl.DateTimeFormat.supportedLocalesOf(wanted).length ? wanted : "fr") + "-u-nu-latn-ca-gregory";
  };
  var two = function (number) { return ("0" + number).slice(-2); };

  /* `day` is "2027-07-15"; `weekday` adds its name. French has the months of the letters: it needs no figures. */
  function date(day, lang, weekday) {
    var shape = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" };
    if (weekday) shape.weekday = "long";
    var text = new Intl.DateTimeFormat(tag(lang), shape).format(new Date(day + "T00:00:00Z"));
    if (tag(lang).split("-")[0] === "fr") text = text.replace(/(^|\s)1 /, function (all, before) { return before + "1er "; });
    return lang.split("-")[0] === "fr" ? text : text + " (" + day.split("-").reverse().join("/") + ")";
  }

  /* The day on this device, as "2027-07-15". */
  function today() {
    var now = new Date();
    return now.getFullYear() + "-" + two(now.getMonth() + 1) + "-" + two(now.getDate());
  }

  function amount(euros, lang) {
    var english = lang === "en";
    var figure = String(Math.round(euros)).replace(/\B(?=(\d{3})+$)/g, english ? "," : "\u202f");
    return english ? "€" + figure : figure + "\u00a0€";
  }

  return { tag: tag, date: date, today: today, amount: amount };
})();
