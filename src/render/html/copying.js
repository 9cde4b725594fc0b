// What leaves the page by the clipboard: plain text with signs, and clean rich text whose marks are styles of its own, so that
// no program that takes it can lose which words went and which came.
"use strict";
const copying = (() => {
  const LOOKS = { ins: "color:#0a4a9c;text-decoration:underline", del: "color:#9a3b00;text-decoration:line-through" };
  const TEXTS = "main .body > p:not(.said), main .body > :is(h3, h4, h5, h6), main .pair > *, .digest li";
  const isMark = (node) => node.localName === "ins" || node.localName === "del";
  const isShown = (text) => text.getClientRects().length > 0;

  function plain(node) {
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    if (node.matches?.("del.w, del.h, button")) return "";
    const inner = [...node.childNodes].map(plain).join("");
    if (!inner || !isMark(node) || node.matches("ins.w, ins.h")) return inner;
    return node.localName === "ins" ? `{+${inner}+}` : `[-${inner}-]`;
  }
  // The same as elements that stand alone.
  function rich(node) {
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    const inner = document.createElement(isMark(node) && !node.matches(".w, .h") ? node.localName : node.localName === "sup" ? "sup" : "span");
    if (node.matches("del.w, del.h, button, wbr")) return "";
    inner.style.cssText = LOOKS[inner.localName] ?? "";
    inner.append(...[...node.childNodes].map(rich));
    if (inner.localName !== "span") return inner;
    const bare = document.createDocumentFragment();
    bare.append(...inner.childNodes);
    return bare;
  }
  // A line of text, after what its paragraph is called.
  function line(label, nodes) {
    const paragraph = document.createElement("p");
    if (label) paragraph.append(Object.assign(document.createElement("b"), { textContent: label }), " ");
    paragraph.append(...nodes.map(rich));
    const text = nodes.map(plain).join("").replaceAll("+}{+", "").replaceAll("-][-", "");
    return { text: (label ? label + " " : "") + text, html: paragraph.outerHTML, isEmpty: !label && !text.trim() };
  }
  function label(row) {
    const tag = row.querySelector(".tag")?.cloneNode(true);
    tag?.querySelectorAll("button, .pin").forEach((extra) => extra.remove());
    return tag?.textContent.trim().replace(/\s+/g, " ") ?? "";
  }

  // What of a text is selected, in the marks that hold it.
  function part(text, range) {
    const own = document.createRange();
    own.selectNodeContents(text);
    if (own.comparePoint(range.startContainer, range.startOffset) > -1) own.setStart(range.startContainer, range.startOffset);
    if (own.comparePoint(range.endContainer, range.endOffset) < 1) own.setEnd(range.endContainer, range.endOffset);
    let nodes = [...own.cloneContents().childNodes];
    for (let up = own.commonAncestorContainer; up && up !== text; up = up.parentNode) {
      if (up.nodeType !== Node.ELEMENT_NODE) continue;
      const around = up.cloneNode(false);
      around.append(...nodes);
      nodes = [around];
    }
    return nodes;
  }
  function selected(range) {
    const texts = [...document.querySelectorAll(TEXTS)].filter((text) => range.intersectsNode(text) && isShown(text));
    const lines = texts.map((text) => {
      const row = text.closest(".par"), tag = row?.querySelector(".tag");
      const isFirst = row && texts.find((other) => row.contains(other)) === text;
      return line(isFirst && range.intersectsNode(tag) ? label(row) : "", part(text, range));
    });
    return lines.filter((one) => !one.isEmpty);
  }
  // A whole row: its text and its notes.
  function row(row) {
    const texts = [...row.querySelectorAll(":scope > .body > p:not(.said), :scope > .body > :is(h3, h4, h5, h6)")];
    return texts.map((text, at) => line(at ? "" : label(row), [...text.childNodes]));
  }
  // A line of what is said of the texts.
  const told = (text) => line("", [document.createTextNode(text)]);

  function put(lines, event) {
    event.clipboardData.setData("text/plain", lines.map((one) => one.text).join("\n"));
    event.clipboardData.setData("text/html", lines.map((one) => one.html).join(""));
    event.preventDefault();
  }
  // Copies `lines`; whether the browser let it.
  function copy(lines) {
    const once = (event) => { event.stopImmediatePropagation(); put(lines, event); };
    document.addEventListener("copy", once, true);
    const done = document.execCommand("copy");
    document.removeEventListener("copy", once, true);
    return done;
  }
  document.addEventListener("copy", (event) => {
    const selection = getSelection();
    if (selection.isCollapsed || event.target.closest?.("input, textarea")) return;
    const lines = selected(selection.getRangeAt(0));
    if (lines.length) put(lines, event);
  });
  return { copy, row, told };
})();
