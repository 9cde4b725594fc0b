// The page on which texts are dropped. It keeps them itself and sends them whole with each question, so that the program keeps none, and two
// pages at once know nothing of each other. Whatever comes from a text or its name is put in as text.
"use strict";
(() => {
  const { said, makes, limits, headings } = JSON.parse(document.body.dataset.said);
  const $ = (id) => document.getElementById(id);
  const fill = (words, ...parts) => words.replaceAll("{}", () => parts.shift());
  const megabytes = (bytes) => Math.floor(bytes / (1 << 20));
  let texts = [];
  // Whether a person put the texts in order; until then their dates do.
  let isOrdered = false;
  // Whether a person chose what to make; until then the texts do.
  let isChosen = false;
  let running = null;

  const make = (tag, attributes = {}, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
      else element.setAttribute(name, value);
    }
    element.append(...children);
    return element;
  };

  function alerted(message = "") {
    $("alert").textContent = message;
    $("alert").hidden = message === "";
  }

  // Asks the program for `what` of `texts`: the number of bytes of the question, the question, the texts. Gives its answer, or nothing when it was stopped.
  async function asked(what, form, of, signal) {
    const question = new TextEncoder().encode(JSON.stringify({ what, form, headings, ui: document.documentElement.lang,
      texts: of.map(({ name, bytes }) => ({ name, size: bytes.size })) }));
    const length = new DataView(new ArrayBuffer(4));
    length.setUint32(0, question.length, true);
    const body = new Blob([length, question, ...of.map(({ bytes }) => bytes)], { type: "application/octet-stream" });
    try {
      const answer = await fetch("ask", { method: "POST", body, signal });
      return await answer.json();
    } catch (error) {
      if (error.name !== "AbortError") alerted(said.ended);
      return null;
    }
  }

  async function add(files) {
    alerted();
    for (const file of files) {
      if (texts.length >= limits.texts) return alerted(fill(said["too-many"], limits.texts));
      if (file.size > limits.each) {
        alerted(fill(said["too-large"], file.name, megabytes(limits.each)));
        continue;
      }
      const text = { name: file.name, bytes: null, card: null, error: null };
      texts.push(text);
      read(file, text);
    }
    show();
  }

  async function read(file, text) {
    try {
      // What was read is compared, even if the file is another by then.
      text.bytes = new Blob([await file.arrayBuffer()]);
    } catch {
      texts = texts.filter((other) => other !== text);
      alerted(fill(said["not-readable"], file.name));
      return show();
    }
    const answer = await asked("read", "page", [text]);
    text.card = answer?.card ?? null;
    text.error = answer ? answer.error ?? null : said.ended;
    if (!isOrdered && texts.every(({ card }) => card?.when)) texts.sort((a, b) => a.card.when.localeCompare(b.card.when));
    show();
  }

  function moved(from, to) {
    isOrdered = true;
    texts.splice(to, 0, ...texts.splice(from, 1));
    show();
    const button = $("texts").querySelectorAll("li")[to].querySelector(to < from ? ".up" : ".down");
    (button ?? $("texts").querySelectorAll("li")[to].querySelector("button")).focus();
  }

  function role(at) {
    if (chosen() === "compilation") return at === 0 ? said.draft : fill(said.copy, at);
    if (texts.length === 2 && chosen() !== "concordance") return at === 0 ? said.earlier : said.later;
    return fill(said.nth, at + 1);
  }

  function card(text, at) {
    const button = (kind, sign, words, click) => make("button", { type: "button", class: kind, "aria-label": fill(words, text.name), title: fill(words, text.name), onclick: click }, sign);
    const orders = make("span", { class: "orders" });
    if (at > 0) orders.append(button("up", "↑", said.up, () => moved(at, at - 1)));
    if (at < texts.length - 1) orders.append(button("down", "↓", said.down, () => moved(at, at + 1)));
    orders.append(button("remove", "✕", said.remove, () => {
      texts.splice(at, 1);
      show();
      $("choose").focus();
    }));
    const about = make("div", { class: "about" }, make("p", { class: "role" }, role(at)), make("p", { class: "name" }, text.name));
    if (text.error) about.append(make("p", { class: "wrong" }, text.error));
    else if (!text.card) about.append(make("p", { class: "facts" }, said.reading), make("progress", { "aria-label": said.reading }));
    else {
      if (text.card.title) about.append(make("p", { class: "title", lang: text.card.language, dir: "auto" }, text.card.title));
      about.append(make("p", { class: "facts" }, text.card.facts.join(" · ")));
      if (text.card.doubts.length) about.append(make("ul", { class: "doubts" }, ...text.card.doubts.map((doubt) => make("li", {}, doubt))));
    }
    return make("li", { class: text.error ? "unread" : "" }, about, orders);
  }

  const chosen = () => document.querySelector("#makes input:checked")?.value;

  // What the texts are likely for.
  function likely() {
    const languages = new Set(texts.map(({ card }) => card.language));
    if (languages.size === texts.length) return "concordance";
    if (texts.length === 2) return "redline";
    return texts.some(({ card }) => card.when) || languages.size > 1 ? "series" : "compilation";
  }

  function offer(isReady) {
    $("makes").hidden = !isReady;
    if (!isReady) return;
    for (const { code, least, most } of makes) {
      const input = document.querySelector(`#makes input[value=${code}]`);
      input.disabled = texts.length < least || (most !== null && texts.length > most);
      input.closest("label").querySelector(".only").textContent = most !== null && texts.length > most ? `(${said["two-only"]})` : "";
      if (input.disabled) input.checked = false;
    }
    if (!isChosen || !chosen()) document.querySelector(`#makes input[value=${likely()}]`).checked = true;
  }

  function hint() {
    const isAnyWrong = texts.some(({ error }) => error);
    $("hint").replaceChildren();
    if (isAnyWrong) $("hint").append(said.unread);
    else if (texts.length === 1 && texts[0].card) $("hint").append(said["one-more"]);
    else if (texts.length === 2 && texts.every(({ card }) => card?.when) && texts[0].card.when > texts[1].card.when && chosen() !== "concordance") {
      $("hint").append(said.reversed, " ", make("button", { type: "button", onclick: () => moved(0, 1) }, said.swap));
    }
  }

  function show() {
    document.body.classList.toggle("begun", texts.length > 0);
    $("drop").classList.toggle("small", texts.length > 0);
    $("texts").hidden = texts.length === 0;
    $("languages").hidden = texts.length > 0;
    if (texts.length < 2) isOrdered = isChosen = false;
    offer(texts.length > 1 && texts.every(({ card }) => card));
    $("texts").querySelector("ol").replaceChildren(...texts.map(card));
    hint();
  }

  // Does the work that `ask` begins, says that it goes on, and lets it be stopped.
  async function worked(ask) {
    alerted();
    const control = new AbortController();
    running = control;
    $("desk").classList.add("busy");
    $("working").hidden = false;
    $("doing").textContent = said.working;
    const began = Date.now();
    const clock = setInterval(() => {
      const seconds = Math.round((Date.now() - began) / 1000);
      if (seconds >= 3) $("doing").textContent = fill(said.long, seconds, limits.seconds);
    }, 1000);
    const answer = await ask(control.signal);
    clearInterval(clock);
    running = null;
    $("desk").classList.remove("busy");
    $("working").hidden = true;
    if (answer?.error) alerted(answer.error);
    return answer?.made ? answer.made : null;
  }

  async function result() {
    if (running) return;
    if (texts.reduce((sum, { bytes }) => sum + bytes.size, 0) > limits.all) return alerted(fill(said["too-much"], megabytes(limits.all)));
    const what = chosen();
    const made = await worked((signal) => asked(what, "page", texts, signal));
    if (!made) return;
    const name = document.querySelector(`#makes input[value=${what}]`).closest("label").querySelector("strong").textContent;
    $("result-head").textContent = made.line ? `${name}: ${made.line}` : name;
    $("warnings").replaceChildren(...made.warnings.map((warning) => make("li", {}, warning)));
    $("warnings").hidden = made.warnings.length === 0;
    $("frame").title = name;
    $("frame").src = made.address;
    $("tab").href = made.address;
    $("save-page").href = `${made.address}?save`;
    $("save-word").hidden = !makes.find(({ code }) => code === what).word;
    swapped(true);
    $("result-head").focus();
  }

  async function word() {
    if (running) return;
    $("save-word").disabled = true;
    const made = await worked((signal) => asked(chosen(), "word", texts, signal));
    $("save-word").disabled = false;
    if (made) make("a", { href: `${made.address}?save`, download: "" }).click();
  }

  function swapped(isResult) {
    $("result").hidden = !isResult;
    $("desk").hidden = isResult;
    document.body.classList.toggle("showing", isResult);
    if (!isResult) {
      $("frame").removeAttribute("src");
      alerted();
    }
  }

  // The program ends when it has not heard of any page for a while.
  let misses = 0;
  async function here() {
    try {
      await fetch("here", { method: "POST" });
      if (misses > 1) alerted();
      misses = 0;
    } catch {
      misses += 1;
      if (misses > 1) alerted(said.ended);
    }
  }
  setInterval(here, Math.min(10, limits.idle / 4) * 1000);
  document.addEventListener("visibilitychange", here);
  here();

  $("choose").addEventListener("click", () => $("files").click());
  $("files").addEventListener("change", () => {
    add([...$("files").files]);
    $("files").value = "";
  });
  let pasted = 0;
  $("paste").addEventListener("submit", (event) => {
    event.preventDefault();
    pasted += 1;
    const name = $("paste-name").value.trim() || fill(said.pasted, pasted);
    add([new File([$("paste-words").value], `${name}.txt`)]);
    $("paste").reset();
    $("paste").closest("details").open = false;
  });
  $("makes").addEventListener("change", () => {
    isChosen = true;
    show();
  });
  $("makes").addEventListener("submit", (event) => {
    event.preventDefault();
    result();
  });
  $("stop").textContent = said.stop;
  $("stop").addEventListener("click", () => running?.abort());
  $("back").addEventListener("click", () => {
    swapped(false);
    $("makes").querySelector(".go").focus();
  });
  $("save-word").addEventListener("click", word);
  // A file that misses the place would replace the page.
  for (const kind of ["dragover", "drop", "dragleave"]) {
    addEventListener(kind, (event) => {
      event.preventDefault();
      $("drop").classList.toggle("over", kind === "dragover");
      if (kind === "drop" && $("result").hidden) add([...event.dataTransfer.files]);
    });
  }
  $("desk").hidden = false;
  show();
})();
