/* Dates and amounts as macros/speech/formats.py writes them: Gregorian, Western digits, British English, a
   date also in figures, thousands as French letters write them. */
"use strict";

Guide.formats = (() => {
  /* What `Intl` is asked for; French for a language that the browser does not know. */
  function tag(lang) {
    const wanted = lang === "en" ? "en-GB" : lang;
    const known = Intl.DateTimeFormat.supportedLocalesOf(wanted).length > 0;
    return `${known ? wanted : "fr"}-u-nu-latn-ca-gregory`;
  }

  const two = (number) => String(number).padStart(2, "0");
  const baseOf = (lang) => lang.split("-")[0];

  /* `day` is "2027-07-15"; `weekday` adds its name. French has the months of the letters: it needs no
     figures. */
  function date(day, lang, weekday) {
    const shape = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" };
    if (weekday) shape.weekday = "long";
    const named = new Intl.DateTimeFormat(tag(lang), shape).format(new Date(`${day}T00:00:00Z`));
    const text = baseOf(tag(lang)) === "fr" ? named.replace(/(^|\s)1 /, "$11er ") : named;
    return baseOf(lang) === "fr" ? text : `${text} (${day.split("-").reverse().join("/")})`;
  }

  /* The day on this device, as "2027-07-15". */
  function today() {
    const now = new Date();
    return [now.getFullYear(), two(now.getMonth() + 1), two(now.getDate())].join("-");
  }

  function amount(euros, lang) {
    const isEnglish = lang === "en";
    const figure = String(Math.round(euros)).replace(/\B(?=(\d{3})+$)/g, isEnglish ? "," : "\u202f");
    return isEnglish ? `€${figure}` : `${figure}\u00a0€`;
  }

  return { tag, date, today, amount };
})();
