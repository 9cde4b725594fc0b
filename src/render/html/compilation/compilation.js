// What the page of a compilation can do beyond being read: show some delegations alone, agreements or conflicts alone, go from place to
// place. Without it everything that is proposed is shown.
"use strict";
(() => {
  const find = (query, root = document) => root.querySelector(query);
  const all = (query, root = document) => [...root.querySelectorAll(query)];
  const tools = find(".tools"), select = find("select", tools), boxes = all(".hands input", tools), main = find("main");
  const places = all(".place, .par.inserted", main);
  let here = null;

  const wanted = () => new Set(boxes.filter((box) => box.checked).map((box) => box.value));
  const standOf = (place) => place.dataset.stand;

  // What is shown: names, then the alternatives that have one, then the places that have an alternative, then the paragraphs.
  function show() {
    const names = wanted(), isNamed = boxes.length > 0;
    const isWanted = (by) => !isNamed || by.split(" ").some((name) => names.has(name));
    for (const who of all(".who", main)) {
      let isFirst = true;
      for (const name of all("[data-n]", who)) {
        name.hidden = !names.has(name.dataset.n);
        if (name.hidden) continue;
        name.textContent = (isFirst ? "" : ", ") + name.textContent.replace(/^, /, "");
        isFirst = false;
      }
    }
    for (const way of all(".way", main)) way.hidden = !isWanted(way.dataset.by);
    for (const place of all(".place", main)) place.classList.toggle("off", !find(".way:not([hidden])", place));
    for (const row of all(".par", main)) {
      const own = places.filter((place) => row.contains(place));
      const isLive = (place) => place === row ? isWanted(row.dataset.by) : !place.classList.contains("off");
      const fits = (place) => isLive(place) && (!select.value || standOf(place) === select.value);
      row.hidden = select.value ? !own.some(fits) : row.matches(".inserted") && !isLive(row);
    }
    for (const line of all(".changes li")) {
      const target = document.getElementById(find("a", line).getAttribute("href").slice(1));
      line.hidden = !!target?.closest("[hidden], .off");
    }
    tell();
  }

  // Where one is.
  const isShown = (place) => !place.closest("[hidden]") && !place.classList.contains("off");
  const steps = (only) => places.filter((place) => isShown(place) && (!only || standOf(place) === only));
  function tell() {
    const shown = steps(select.value), at = shown.indexOf(here);
    find("output", tools).textContent = tools.dataset.place.replace("{n}", at < 0 ? "–" : at + 1).replace("{m}", shown.length);
  }
  function step(by, only) {
    const shown = steps(only);
    if (!shown.length) return;
    let at = shown.indexOf(here);
    if (at < 0) {
      // From where one looks.
      const below = shown.findIndex((place) => place.getBoundingClientRect().top > 80);
      at = by > 0 ? (below < 0 ? shown.length : below) - 1 : below < 0 ? shown.length : below;
    }
    here?.classList.remove("here");
    here = shown[(at + by + shown.length) % shown.length];
    here.classList.add("here");
    here.scrollIntoView({ block: "center" });
    tell();
  }

  tools.hidden = false;
  select.addEventListener("change", show);
  for (const box of boxes) box.addEventListener("change", show);
  tools.addEventListener("click", (event) => {
    const action = event.target.closest("[data-do]")?.dataset.do;
    if (action) step(action === "next" ? 1 : -1, select.value);
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea")) return;
    const keys = { ArrowRight: [1, "conflict"], ArrowLeft: [-1, "conflict"], n: [1, select.value], p: [-1, select.value] };
    const key = keys[event.key];
    if (!key) return;
    event.preventDefault();
    step(...key);
  });
  show();
})();
