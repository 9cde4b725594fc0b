// What the page can do beyond being read. Without it nothing is lost: text, marks, folds, list and links are plain HTML.
// Its state stands in the address: #OP12;show=n;sides;open;order=weight;spaces;nokeys. What a reader keeps is in noting.js.
"use strict";
(() => {
  const find = (query, root = document) => root.querySelector(query);
  const all = (query, root = document) => [...root.querySelectorAll(query)];
  const main = find("main"), tools = find(".tools"), help = find("dialog.keys");
  if (!tools) return;
  const changed = all(".par[data-f]:not(.left)", main);
  const state = { at: "", show: "", sides: false, open: false, keys: true, order: "", spaces: false };

  // The address.
  function read() {
    const [at, ...flags] = location.hash.slice(1).split(";");
    state.at = at;
    if (!location.hash.includes(";")) return;
    const show = flags.find((flag) => flag.startsWith("show="));
    state.show = show ? show.slice(5) : "";
    state.sides = flags.includes("sides");
    state.open = flags.includes("open");
    state.keys = !flags.includes("nokeys");
    state.order = flags.includes("order=weight") ? "weight" : "";
    state.spaces = flags.includes("spaces");
  }
  function write() {
    const flags = [
      state.show && "show=" + state.show, state.sides && "sides", state.open && "open", state.order && "order=" + state.order,
      state.spaces && "spaces", !state.keys && "nokeys",
    ];
    const hash = "#" + [state.at, ...flags.filter(Boolean)].join(";");
    if (hash !== (location.hash || "#")) history.replaceState(null, "", hash);
  }

  // What is shown.
  const level = (row) => Number(find("h3, h4, h5, h6", row).localName[1]) - 2;
  function filter() {
    const wants = (row) => !state.show || (row.dataset.f ?? "").includes(state.show);
    let wanted = 0; // The level of the innermost heading still looked for, above what is shown.
    for (const row of all("main > .par, main > .fold").reverse()) {
      const own = row.matches(".heading") ? level(row) : 0;
      row.hidden = !(wants(row) || (own && own <= wanted));
      if (!row.hidden) wanted = own ? own - 1 : Infinity;
    }
    for (const line of all(".changes li")) line.hidden = !!state.show && !!document.getElementById(target(find("a", line)))?.hidden;
    for (const tick of all(".strip a")) tick.classList.toggle("out", !!document.getElementById(target(tick))?.hidden);
    main.classList.toggle("no-light", state.show === "s");
    for (const choice of all("button[data-show]")) choice.ariaPressed = choice.dataset.show === state.show;
    sayFilter();
  }
  function target(link) {
    return link.getAttribute("href").slice(1);
  }
  // That not all is shown, on the page and on paper: "Only figures and dates: 19 of 34".
  function only() {
    if (!state.show) return "";
    const name = find("option:checked", tools).textContent.replace(/\s*\(\d+\)$/, "");
    const what = name[0].toLowerCase() + name.slice(1);
    return tools.dataset.only.replace("{what}", what).replace("{n}", visible().length).replace("{m}", changed.length);
  }
  const sheet = document.styleSheets[0], ownRules = sheet.cssRules.length;
  function sayFilter() {
    const said = find(".only");
    said.textContent = only();
    said.hidden = !state.show;
    while (sheet.cssRules.length > ownRules) sheet.deleteRule(ownRules);
    if (!state.show) return;
    const quoted = [...`${document.title} · ${only()}`].map((sign) => (/[\p{L}\p{N} ]/u.test(sign) ? sign : `\\${sign.codePointAt(0).toString(16)} `));
    sheet.insertRule(`@page { @top-left { content: "${quoted.join("")}" } }`, ownRules);
  }
  const visible = () => changed.filter((row) => !row.hidden);

  // Old and new in two columns, each made of the redline by leaving one side out.
  function side(text, dropped, name) {
    const column = document.createElement(name === "old" ? "div" : text.localName);
    column.className = name;
    if (text.localName === "p") {
      column.setAttribute("role", "group");
      column.setAttribute("aria-label", tools.dataset[name]);
    }
    column.lang = text.lang;
    column.dir = "auto";
    column.append(...text.cloneNode(true).childNodes);
    for (const gone of all(dropped, column)) gone.remove();
    return column;
  }
  function pairUp() {
    if (find(".pair", main)) return;
    for (const text of all(".body > p:not(.said), .body > :is(h3, h4, h5, h6)", main)) {
      const pair = document.createElement("div");
      pair.className = text.matches(".note") ? "pair note" : "pair";
      pair.append(side(text, "ins", "old"), side(text, "del", "new"));
      text.classList.add("single");
      text.after(pair);
    }
  }

  // Where one is.
  const isSeen = (row) => row.getBoundingClientRect().bottom > 0 && row.getBoundingClientRect().top < innerHeight;
  function place(row) {
    const rows = visible(), at = rows.indexOf(row ?? document.getElementById(state.at));
    say(tools.dataset.place.replace("{n}", at < 0 ? "–" : at + 1).replace("{m}", rows.length));
  }
  function go(row, focus) {
    for (const old of all(".here")) old.classList.remove("here");
    if (!row) return;
    for (let fold = row.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    row.classList.add("here");
    const shown = row.matches(".single") && state.sides ? row.nextElementSibling : row;
    shown.scrollIntoView({ block: shown.offsetHeight > innerHeight / 2 ? "start" : "center" });
    if (focus) {
      row.tabIndex = -1;
      row.focus({ preventScroll: true });
    }
  }
  function step(by) {
    const rows = visible();
    let at = rows.findIndex((row) => row.id === state.at);
    if (at >= 0 && isSeen(rows[at])) at += by;
    else if (by > 0) at = rows.findIndex((row) => row.getBoundingClientRect().bottom > innerHeight / 4);
    else at = rows.findLastIndex((row) => row.getBoundingClientRect().top < innerHeight / 4);
    const row = rows[Math.min(Math.max(at, 0), rows.length - 1)];
    if (!row) return;
    state.at = row.id;
    go(row, true);
    follow();
    write();
  }
  const here = () => document.getElementById(state.at)?.closest(".par");
  function otherEnd() {
    const link = here() && find(".moved a, .said > a", here());
    if (link) link.click();
  }

  // What is copied.
  const say = (words) => { find("output", tools).textContent = words; };
  const copied = (lines) => say(copying.copy(lines) ? tools.dataset.copied : tools.dataset.failed);
  function copy(row) {
    if (row) copied(copying.row(row));
  }
  function copyAll() {
    const rows = all("main > .par, main > .fold[open] > .par").filter((row) => !row.hidden && !row.matches(".left"));
    const head = [document.title, only()].filter(Boolean).map(copying.told);
    copied(head.concat(rows.flatMap(copying.row)));
  }
  function addButtons() {
    for (const row of changed) {
      const name = find(".tag", row).textContent.trim() || row.id;
      for (const [action, words] of [["copy", tools.dataset.copy], ["pen", tools.dataset.note]]) {
        const button = document.createElement("button");
        button.type = "button";
        button.className = action;
        button.title = words;
        button.setAttribute("aria-label", `${words}: ${name}`);
        button.addEventListener("click", () => (action === "copy" ? copy(row) : note(row, true)));
        find(".tag", row).append(button);
      }
      if (noting.kept.notes[row.id]) note(row, false);
    }
  }

  // What is noted of a paragraph, below it.
  function note(row, isAsked) {
    let field = find("textarea", row);
    if (!field) {
      field = document.createElement("textarea");
      field.rows = 2;
      field.setAttribute("aria-label", `${tools.dataset.note}: ${nameOf(row)}`);
      field.value = noting.kept.notes[row.id] ?? "";
      field.addEventListener("input", () => { noting.set("notes", row.id, field.value.trim()); listNotes(); });
      find(".body", row).append(field);
    }
    if (isAsked) field.focus();
  }
  const labelOf = (row) => find(".tag > a:not(.pin)", row)?.textContent ?? "";
  const nameOf = (row) => labelOf(row) || row.id;
  function listNotes() {
    const save = find("[data-do=save]");
    if (save) save.hidden = !Object.keys(noting.kept.notes).length;
  }

  // The list of changes: its order, what was seen of it, where one is in it.
  const list = find(".changes");
  const items = list ? all("li", list).map((item) => ({ item, id: target(find("a", item)), home: item.parentElement })) : [];
  function order() {
    if (!list) return;
    const ranked = find("ol.ranked", list);
    ranked.hidden = state.order !== "weight";
    for (const { item, home } of items) home.append(item);
    if (state.order === "weight") {
      const rank = ({ item }) => Number(item.dataset.rank ?? Infinity);
      ranked.append(...[...items].sort((one, other) => rank(one) - rank(other)).map(({ item }) => item));
    }
    for (const part of all(".part", list)) part.hidden = !find("li:not([hidden])", part);
    find("[data-do=order]", list).ariaPressed = state.order === "weight";
  }
  function addTicks() {
    for (const { item, id } of items) {
      const tick = document.createElement("input");
      tick.type = "checkbox";
      tick.checked = !!noting.kept.seen[id];
      tick.setAttribute("aria-label", `${tools.dataset.seen}: ${find("a", item).textContent}`);
      tick.title = tools.dataset.seen;
      tick.addEventListener("change", () => noting.set("seen", id, tick.checked));
      item.prepend(tick);
    }
  }
  // The bearings follow the reader: section and paragraph in the bar, the change in the list.
  const headings = all("main .heading.top");
  function follow() {
    const edge = tools.getBoundingClientRect().bottom + 40;
    const above = (rows) => rows.findLast((row) => !row.hidden && row.getBoundingClientRect().top < edge);
    const heading = above(headings), row = above(all("main > .par, main > .fold[open] > .par"));
    const section = heading ? find(":is(h3, h4, h5, h6)", heading).textContent.trim() : "";
    find(".where", tools).textContent = [section, row ? labelOf(row) : ""].filter(Boolean).join(" · ");
    const chosen = changed.find((row) => row.id === state.at);
    const change = chosen && isSeen(chosen) ? chosen : above(visible());
    place(change);
    mark(change);
  }
  // The item of each change: the lines of the front matter share one.
  const itemOf = new Map();
  const itemAt = new Map(items.map(({ id, item }) => [id, item]));
  for (const [at, row] of changed.entries()) itemOf.set(row, itemAt.get(row.id) ?? itemOf.get(changed[at - 1]));
  let current;
  function mark(row) {
    if (!row || !list || itemOf.get(row) === current) return;
    if (current) find("a", current).removeAttribute("aria-current");
    current = itemOf.get(row);
    if (!current) return;
    find("a", current).setAttribute("aria-current", "true");
    const box = current.closest(".contents");
    if (box.scrollHeight > box.clientHeight) {
      const [line, frame] = [current, box].map((one) => one.getBoundingClientRect());
      if (line.top < frame.top || line.bottom > frame.bottom) box.scrollTop += line.top - frame.top - frame.height / 3;
    }
  }

  // All of it, as the state says.
  function apply() {
    find("select", tools).value = state.show;
    if (find("select", tools).selectedIndex < 0) find("select", tools).value = state.show = "";
    find("[data-do=sides]", tools).ariaPressed = state.sides;
    find("[data-do=unfold]", tools).ariaPressed = state.open;
    find("[data-set=keys]", help).checked = state.keys;
    find("[data-set=spaces]", help).checked = state.spaces;
    main.classList.toggle("spaces", state.spaces);
    if (state.sides) pairUp();
    document.documentElement.classList.toggle("sides", state.sides);
    filter();
    order();
    follow();
    write();
  }
  function setFolds() {
    for (const fold of all(".fold", main)) fold.open = state.open;
  }
  const actions = {
    next: () => step(1),
    previous: () => step(-1),
    sides: () => { state.sides = !state.sides; apply(); go(here()); },
    unfold: () => { state.open = !state.open; setFolds(); apply(); go(here()); },
    end: otherEnd,
    copy: () => copy(here()),
    all: copyAll,
    note: () => here() && note(here(), true),
    order: () => { state.order = state.order ? "" : "weight"; apply(); },
    save: () => noting.save(document.title, changed.map((row) => ({ id: row.id, label: nameOf(row) }))),
    help: () => help.showModal(),
    close: () => help.close(),
  };
  const keys = { n: "next", j: "next", p: "previous", k: "previous", s: "sides", f: "unfold", m: "end", c: "copy", a: "all", w: "note", o: "order", "?": "help" };

  document.documentElement.classList.add("scripted");
  tools.hidden = false;
  for (const button of all("[data-do=unfold]")) button.hidden = !find(".fold", main);
  addButtons();
  addTicks();
  listNotes();
  for (const tally of all(".tallies [data-show]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.dataset.show = tally.dataset.show;
    button.append(...tally.childNodes);
    tally.removeAttribute("data-show");
    tally.append(button);
  }
  if (list) find("[data-do=order]", list).hidden = false;
  const show = (what) => { state.show = what; apply(); go(here()); };
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-do], button[data-show]");
    if (button?.dataset.show) show(state.show === button.dataset.show ? "" : button.dataset.show);
    actions[button?.dataset.do]?.();
  });
  find("select", tools).addEventListener("change", (event) => show(event.target.value));
  help.addEventListener("change", (event) => { state[event.target.dataset.set] = event.target.checked; apply(); });
  let isDue = false;
  addEventListener("scroll", () => {
    if (isDue) return;
    isDue = true;
    requestAnimationFrame(() => { isDue = false; follow(); });
  }, { passive: true });
  document.addEventListener("keydown", (event) => {
    const isTyping = event.target.closest("select, input, textarea, dialog");
    if (isTyping || event.ctrlKey || event.altKey || event.metaKey || (!state.keys && event.key !== "?")) return;
    if (!Object.hasOwn(keys, event.key)) return;
    event.preventDefault();
    actions[keys[event.key]]();
  });
  function arrive() {
    read();
    let row = document.getElementById(state.at);
    // A link leads also to what the filter hides.
    if (row?.closest("main > [hidden]")) state.show = "";
    apply();
    go(row && main.contains(row) && row !== main ? row : null);
  }
  addEventListener("hashchange", arrive);
  read();
  if (state.open) setFolds();
  if (location.hash) arrive();
  else apply();
})();
