/* The calculators of delays: a day in, the days that follow out, and a file for the calendar. Nothing is kept. */
(function () {
  "use strict";
  var words = document.querySelector("[data-delay-words]");
  if (!words) return;
  var lang = document.documentElement.lang;
  /* Phones of before 2020 do not write « dans 3 jours »: they show how many. */
  var bare = { format: function (days) { return "(" + (days > 0 ? "+" : "") + days + ")"; } };
  var tag = GuideFormats.tag(lang);
  var distance = Intl.RelativeTimeFormat ? new Intl.RelativeTimeFormat(tag, { numeric: "auto" }) : bare;
  var select = document.querySelector("[data-department] select");
  var sections = Array.prototype.slice.call(document.querySelectorAll("[data-delay]"));
  var marks = function (section) { return Array.prototype.slice.call(section.querySelectorAll("[data-mark]")); };
  var length = function (mark) { return JSON.parse(mark.dataset.length); };

  /* The day given, if it is one; else the person is told why not. A date that is not whole yet says nothing until it is `left`. */
  function started(section, left) {
    var field = section.querySelector("[data-start]"), told = section.querySelector("[data-fault]");
    var said = GuideDelays.dayOf(field.value);
    var fault = said.fault || (left && field.validity && field.validity.badInput ? "date" : "");
    told.textContent = fault ? words.dataset["fault" + fault] : "";
    if (fault) field.setAttribute("aria-invalid", "true"); else field.removeAttribute("aria-invalid");
    return said.day;
  }

  function work(section, left) {
    var start = started(section, left), days = {};
    marks(section).forEach(function (mark) {
      var known = length(mark), value = "all" in known ? known.all : known[select.value];
      var from = mark.dataset.after ? days[mark.dataset.after] : start, out = mark.querySelector("[data-day]");
      out.textContent = "";
      delete mark.dataset.on;
      if (!from) return;
      if (value === undefined) { out.textContent = words.dataset.unknown; return; }
      var day = days[mark.dataset.mark] = mark.dataset.on = GuideDelays.endOf(from, value, known.unit, mark.dataset.count);
      var left = Math.round((new Date(day + "T00:00:00Z") - new Date(today() + "T00:00:00Z")) / 864e5);
      out.textContent = GuideFormats.date(day, lang, true) + " – " + distance.format(left, "day") + (left < 0 ? ". " + words.dataset.past : "");
      out.classList.toggle("g-late", left < 0);
    });
    section.querySelector("[data-ics]").hidden = !marks(section).some(function (mark) { return mark.dataset.on; });
  }

  function today() {
    var now = new Date();
    return new Date(now.getTime() - now.getTimezoneOffset() * 6e4).toISOString().slice(0, 10);
  }

  /* RFC 5545: lines of at most 75 bytes, commas and semicolons escaped, a reminder seven days
     and one day before, at nine in the morning: a day in a calendar begins at midnight. What the agenda shows says which
     paper it is and from whom. */
  function calendar(section) {
    var title = section.querySelector(".g-delay-title").textContent.trim();
    var about = " – " + title + (section.dataset.who ? " (" + section.dataset.who + ")" : "");
    var lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//guide-logement-social//FR"];
    marks(section).filter(function (mark) { return mark.dataset.on; }).forEach(function (mark) {
      var day = mark.dataset.on.replace(/-/g, ""), name = mark.querySelector(".g-say").textContent.trim();
      lines.push("BEGIN:VEVENT", "UID:" + section.id + "-" + mark.dataset.mark + "-" + day + "@guide-logement-social",
        "DTSTAMP:" + new Date().toISOString().replace(/[-:]|\.\d+/g, ""), "DTSTART;VALUE=DATE:" + day, "SUMMARY:" + escape(name + about),
        "DESCRIPTION:" + escape(title + " " + location.href.split("#")[0] + "#" + section.id));
      ["P6DT15H", "PT15H"].forEach(function (before) {
        lines.push("BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:" + escape(name + about), "TRIGGER:-" + before, "END:VALARM");
      });
      lines.push("END:VEVENT");
    });
    return lines.concat("END:VCALENDAR", "").map(fold).join("\r\n");
  }

  /* No-break spaces stay: they keep the groups of a phone number in their order. */
  function escape(text) { return text.replace(/[^\S\u00a0\u202f]+/g, " ").replace(/[\\,;]/g, "\\$&"); }

  function fold(line) {
    var out = "", size = 0;
    Array.from(line).forEach(function (character) {
      var bytes = new TextEncoder().encode(character).length;
      if (size + bytes > 75) { out += "\r\n "; size = 1; }
      out += character;
      size += bytes;
    });
    return out;
  }

  sections.forEach(function (section) {
    section.querySelector("[data-start]").addEventListener("input", function () { work(section); });
    section.querySelector("[data-start]").addEventListener("blur", function () { work(section, true); });
    section.querySelector("[data-ics]").addEventListener("click", function () {
      var link = document.createElement("a"), file = new Blob([calendar(section)], { type: "text/calendar" });
      link.href = URL.createObjectURL(file);
      link.download = words.dataset.file + ".ics";
      link.click();
      setTimeout(function () { URL.revokeObjectURL(link.href); }, 1000);
    });
  });
  select.addEventListener("change", function () { sections.forEach(function (section) { work(section); }); });
})();
