// What the page of a series can do beyond being read: open the life of a paragraph beside the map, compare other texts, say since when
// a wording stands. Without it lives are folded, the first and the last text are compared, and the year stands behind each wording.
"use strict";
(() => {
  const find = (query, root = document) => root.querySelector(query);
  const all = (query, root = document) => [...root.querySelectorAll(query)];

  // The lives.
  const panel = find(".lives"), lives = all(".life"), button = find("[data-do=all]");
  const rowOf = (life) => document.getElementById("m-" + find(".years", life).id);
  function open(life) {
    if (button.ariaPressed !== "true") for (const other of lives) other.open = other === life;
    life.open = true;
    for (const row of all("tr.here")) row.classList.remove("here");
    rowOf(life).classList.add("here");
  }
  // Beside the map the panel scrolls and the row stays in view; below it the page does.
  function arrive() {
    const at = document.getElementById(decodeURIComponent(location.hash.slice(1))), life = at?.closest(".life");
    if (!life) return;
    open(life);
    const shown = at.matches(".years") ? life : at;
    if (getComputedStyle(panel).position === "sticky") {
      rowOf(life).scrollIntoView({ block: "nearest" });
      panel.scrollTop += shown.getBoundingClientRect().top - panel.getBoundingClientRect().top - 8;
    } else shown.scrollIntoView({ block: "start" });
    find(".years", life).focus({ preventScroll: true });
  }
  // A sign leads to its year: to the chapter that begins then or before.
  function chapter(row, text) {
    const id = row.id.slice(2);
    for (let at = text; at > 0; at--) if (document.getElementById(`${id}-${at}`)) return `${id}-${at}`;
    return id;
  }
  function go(id) {
    if (location.hash !== "#" + id) history.pushState(null, "", "#" + id);
    arrive();
  }
  find(".matrix").addEventListener("click", (event) => {
    const row = event.target.closest("tbody tr"), cell = event.target.closest("td:not(:empty)");
    if (row && cell) go(chapter(row, cell.cellIndex));
  });
  document.addEventListener("click", (event) => {
    const id = event.target.closest("a[href^='#L']")?.getAttribute("href").slice(1);
    if (!id || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go(id);
  });
  button.addEventListener("click", () => {
    const isAll = button.ariaPressed !== "true";
    button.ariaPressed = isAll;
    for (const life of lives) life.open = isAll;
  });
  document.addEventListener("keydown", (event) => {
    const life = event.target.closest(".life");
    if (event.key !== "Escape" || !life) return;
    const row = rowOf(life);
    row.scrollIntoView({ block: "center" });
    find("a", row).focus({ preventScroll: true });
  });
  addEventListener("hashchange", arrive);
  addEventListener("popstate", arrive);

  // Two texts compared. What a pair shows is written once on the page and fetched by its number.
  const view = find(".pair-view"), first = [...view.childNodes], select = find(".compare select");
  let bodies;
  function body(number) {
    if (!bodies) {
      bodies = new Map();
      const store = find("template[data-store]").content;
      for (const one of [...all("[data-b]"), ...all("[data-b]", store)]) bodies.set(one.dataset.b, one);
    }
    return bodies.get(number);
  }
  function compare() {
    const pair = find(`template[data-pair="${select.value}"]`);
    if (!pair) return view.replaceChildren(...first);
    body("0");
    const rows = pair.content.cloneNode(true);
    for (const empty of all("[data-b]", rows)) {
      empty.append(...body(empty.dataset.b).cloneNode(true).childNodes);
      delete empty.dataset.b;
    }
    view.replaceChildren(rows);
  }
  select.addEventListener("change", compare);

  // Since when a wording stands: one stop for the keyboard, arrows from wording to wording.
  const since = find(".since"), runs = all(".ages .body [title]");
  const say = (run) => {
    since.hidden = !run;
    if (run) since.textContent = `${run.title} · ${run.textContent}`;
  };
  const text = find(".ages");
  runs.forEach((run, at) => (run.tabIndex = at ? -1 : 0));
  text.addEventListener("focusin", (event) => say(event.target.closest(".body [title]")));
  text.addEventListener("focusout", () => say());
  text.addEventListener("mouseover", (event) => say(event.target.closest(".body [title]")));
  text.addEventListener("mouseleave", () => say());
  text.addEventListener("keydown", (event) => {
    const at = runs.indexOf(document.activeElement);
    const to = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: runs.length - 1 }[event.key];
    if (at < 0 || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === "Escape") say();
    if (!runs[to]) return;
    event.preventDefault();
    runs[at].tabIndex = -1;
    runs[to].tabIndex = 0;
    runs[to].focus();
  });

  document.documentElement.classList.add("scripted");
  button.hidden = false;
  find(".choice").hidden = false;
  compare();
  arrive();
})();
