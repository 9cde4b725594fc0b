// What the page can do beyond being read. Without it nothing is lost: text, marks, folds, list and links are plain HTML.
// Its state stands in the address alone: #OP12;show=n;sides;open;nokeys
"use strict";
(() => {
  const find = (query, root = document) => root.querySelector(query);
  const all = (query, root = document) => [...root.querySelectorAll(query)];
  const main = find("main"), tools = find(".tools"), help = find("dialog.keys");
  if (!tools) return;
  const changed = all(".par[data-f]:not(.left)", main);
  const state = { at: "", show: "", sides: false, open: false, keys: true };

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
  }
  function write() {
    const flags = [state.show && "show=" + state.show, state.sides && "sides", state.open && "open", !state.keys && "nokeys"];
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
    main.classList.toggle("no-light", state.show === "s");
  }
  const target = (link) => link.getAttribute("href").slice(1);
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
  function place() {
    const rows = visible(), at = rows.findIndex((row) => row.id === state.at);
    const words = tools.dataset.place.replace("{n}", at < 0 ? "–" : at + 1).replace("{m}", rows.length);
    find("output", tools).textContent = words;
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
    place();
    write();
  }
  const here = () => document.getElementById(state.at)?.closest(".par");
  function otherEnd() {
    const link = here() && find(".moved a, .said > a", here());
    if (link) link.click();
  }

  // A paragraph with its marks, for a letter or a chat.
  function plain(node) {
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    if (node.matches("del.w, del.h")) return "";
    const inner = [...node.childNodes].map(plain).join("");
    if (node.matches("ins.w, ins.h")) return inner;
    return node.localName === "ins" ? `{+${inner}+}` : node.localName === "del" ? `[-${inner}-]` : inner;
  }
  function marked(text) {
    const copy = text.cloneNode(true);
    for (const gone of all("del.w, del.h, wbr", copy)) gone.remove();
    for (const bare of all("a, span, ins.w, ins.h", copy)) bare.replaceWith(...bare.childNodes);
    for (const mark of all("[class]", copy)) mark.removeAttribute("class");
    return copy.innerHTML;
  }
  function copy(row) {
    if (!row) return;
    const texts = all(".body > p:not(.said, .pair *), .body > :is(h3, h4, h5, h6)", row);
    const tag = find(".tag", row).cloneNode(true);
    all("button, .pin", tag).forEach((extra) => extra.remove());
    const label = tag.textContent.trim().replace(/\s+/g, " ");
    const html = document.createElement("b");
    html.textContent = label;
    const forms = {
      "text/plain": [label, ...texts.map(plain)].filter(Boolean).join("\n").replaceAll("+}{+", "").replaceAll("-][-", ""),
      "text/html": [label && `<p>${html.outerHTML}</p>`, ...texts.map((text) => `<p>${marked(text)}</p>`)].join(""),
    };
    const put = (event) => {
      for (const [kind, form] of Object.entries(forms)) event.clipboardData.setData(kind, form);
      event.preventDefault();
    };
    document.addEventListener("copy", put);
    const done = document.execCommand("copy");
    document.removeEventListener("copy", put);
    find("output", tools).textContent = done ? tools.dataset.copied : tools.dataset.failed;
  }
  function addCopies() {
    for (const row of changed) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "copy";
      button.title = tools.dataset.copy;
      button.setAttribute("aria-label", `${tools.dataset.copy}: ${find(".tag", row).textContent.trim() || row.id}`);
      button.addEventListener("click", () => copy(row));
      find(".tag", row).append(button);
    }
  }

  // All of it, as the state says.
  function apply() {
    find("select", tools).value = state.show;
    if (find("select", tools).selectedIndex < 0) find("select", tools).value = state.show = "";
    find("[data-do=sides]", tools).ariaPressed = state.sides;
    find("[data-do=unfold]", tools).ariaPressed = state.open;
    find("input", help).checked = state.keys;
    if (state.sides) pairUp();
    document.documentElement.classList.toggle("sides", state.sides);
    filter();
    place();
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
    help: () => help.showModal(),
    close: () => help.close(),
  };
  const keys = { n: "next", j: "next", p: "previous", k: "previous", s: "sides", f: "unfold", m: "end", c: "copy", "?": "help" };

  document.documentElement.classList.add("scripted");
  tools.hidden = false;
  find("[data-do=unfold]", tools).hidden = !find(".fold", main);
  addCopies();
  document.addEventListener("click", (event) => {
    const action = actions[event.target.closest("[data-do]")?.dataset.do];
    if (action) action();
  });
  find("select", tools).addEventListener("change", (event) => { state.show = event.target.value; apply(); go(here()); });
  find("input", help).addEventListener("change", (event) => { state.keys = event.target.checked; write(); });
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
