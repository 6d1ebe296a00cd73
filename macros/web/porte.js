/* What is looked for from the door goes to the search page behind « # », which no host is told. */
"use strict";

(() => {
  const form = document.querySelector("form");
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const query = form.querySelector("input").value;
    const page = event.submitter ? event.submitter.formAction : form.action;
    location.href = `${page}#q=${encodeURIComponent(query)}`;
  });
})();
