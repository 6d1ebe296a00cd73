/* What a page is given on the desk alone: it reloads when the guide changes, shows what is wrong with the
   content, and leads to the file behind a block (Alt + click). */
(() => {
  "use strict";
  let seen = "";
  let box = null;
  function show(faults) {
    if (box) box.remove();
    box = null;
    if (!faults) return;
    box = document.createElement("pre");
    box.id = "serve-faults";
    box.setAttribute("role", "alert");
    box.lang = "fr";
    box.dir = "ltr";
    box.textContent = faults;
    Object.assign(box.style, {
      position: "fixed",
      insetInline: "0",
      bottom: "0",
      maxHeight: "60vh",
      margin: "0",
      padding: "1rem",
      overflow: "auto",
      whiteSpace: "pre-wrap",
      background: "#7a1f1f",
      color: "#fff",
      zIndex: "99",
      textAlign: "left",
    });
    document.body.append(box);
  }
  function ask() {
    fetch(`/.state?seen=${seen}`, { cache: "no-store" })
      .then((answer) => answer.json())
      .then((s) => {
        const other = seen !== "" && String(s.number) !== seen;
        seen = String(s.number);
        if (other && !s.faults) {
          location.reload();
          return;
        }
        show(s.faults);
        ask();
      })
      .catch(() => {
        setTimeout(ask, 1000);
      });
  }
  document.addEventListener("click", (event) => {
    const block = event.altKey && event.target.closest('[data-source*=".yml:"]');
    if (!block) return;
    event.preventDefault();
    fetch("/.root")
      .then((r) => r.text())
      .then((root) => {
        location.href = `vscode://file${root}/${block.dataset.source}`;
      });
  });
  ask();
})();
