// Checks of one redline page in a real browser. Called by tests/browser.rs:
//
//     node check.mjs CHROMIUM PAGE EXPECTED.json SCREENSHOTS
//
// EXPECTED holds, for each paragraph of the page by its anchor, the old and the new text. Every failed check is one line on standard
// output; nothing is printed when all hold.
import { readFileSync, statSync } from "node:fs";
import { browser, report } from "./browser.mjs";

const [, , executablePath, file, expectedFile, shots] = process.argv;
const expected = JSON.parse(readFileSync(expectedFile, "utf8"));
const { failures, check, equal, open, accessible, fits, shown, close } = await browser(executablePath, file);

const flags = (page) => page.evaluate(() => location.hash);
const here = (page) => page.evaluate(() => document.querySelector(".par.here")?.id ?? "");

// Rejecting every change gives the old text, accepting every change the new one.
async function texts(page) {
  const wrong = await page.evaluate((expected) => {
    const read = (row, dropped) => {
      const text = row.querySelector(":scope > .body > p:not(.said):not(.note), .body > :is(h3, h4, h5, h6)").cloneNode(true);
      text.querySelectorAll(dropped + ", .printed, sup").forEach((gone) => gone.remove());
      text.querySelectorAll(".border").forEach((border) => (border.textContent = "\n"));
      return text.textContent.replace(/^ /, row.querySelector(".printed") ? "" : " ");
    };
    return Object.entries(expected).flatMap(([id, [old, now]]) => {
      const row = document.getElementById(id);
      if (!row) return [`${id} is not on the page`];
      const sides = [["rejected", "ins", old], ["accepted", "del", now]];
      return sides.filter(([, dropped, text]) => text !== null && read(row, dropped) !== text)
        .map(([what, dropped, text]) => `${id} ${what}: ${JSON.stringify(read(row, dropped))} is not ${JSON.stringify(text)}`);
    });
  }, expected);
  failures.push(...wrong);
}

async function keys(page) {
  const changed = await page.evaluate(() => [...document.querySelectorAll(".par[data-f]:not(.left)")].map((row) => row.id));
  const walked = [];
  for (const key of ["n", "j", "n", "p", "k"]) {
    await page.keyboard.press(key);
    walked.push(await here(page));
  }
  equal(walked, [0, 1, 2, 1, 0].map((at) => changed[at]), "n, j, n, p, k");
  equal(await flags(page), `#${changed[0]}`, "the address after keys");
  check((await page.locator("output").textContent()).startsWith("1 "), "the place among the changes is said");
  await page.locator("[data-do=next]").click();
  equal(await here(page), changed[1], "the button to the next change");
  await page.keyboard.press("?");
  equal(await shown(page, "dialog"), 1, "? opens the help");
  await page.locator("dialog [data-set=keys]").uncheck();
  await page.locator("[data-do=close]").click();
  await page.keyboard.press("n");
  equal(await here(page), changed[1], "keys are off");
  check((await flags(page)).endsWith(";nokeys"), "the address says that keys are off");
  await page.keyboard.press("?");
  await page.locator("dialog [data-set=keys]").check();
  await page.keyboard.press("Escape");
}

async function filters(page) {
  const select = page.locator("select");
  for (const value of await select.locator("option").evaluateAll((options) => options.map((option) => option.value))) {
    await select.selectOption(value);
    const count = Number(/\((\d+)\)/.exec(await select.locator("option:checked").textContent())[1]);
    const wanted = value ? `[data-f*="${value}"]` : "[data-f]";
    equal(await shown(page, `.par${wanted}:not(.left)`), count, `filter "${value}"`);
    if (value) equal(await shown(page, `main > .fold, main > .par:not(${wanted}, .heading)`), 0, `others under "${value}"`);
  }
  await select.selectOption("");
}

// A filter is said under the title, in the running head of what is printed, and on the strip; tallies are filters too.
async function saysFilter(page) {
  const select = page.locator("select");
  check(!(await page.locator(".only").isVisible()), "nothing is said of a filter that is none");
  const [value, name] = await select.locator("option").nth(1).evaluate((option) => [option.value, option.textContent.replace(/ \(.*/, "")]);
  await select.selectOption(value);
  const said = await page.locator(".only").textContent();
  const [count, all] = [await shown(page, `.par[data-f*="${value}"]:not(.left)`), await page.locator(".par[data-f]:not(.left)").count()];
  check(said.toLowerCase().includes(name.toLowerCase()) && said.includes(String(count)) && said.endsWith(String(all)), `the filter is said: ${said}`);
  const head = await page.evaluate(() => [...document.styleSheets[0].cssRules].at(-1).cssText);
  check(/@page/.test(head) && /@top-left/.test(head), `the running head says the filter: ${head}`);
  const ticks = await page.locator(".strip a:not(.out)").count();
  equal(ticks, count, "ticks of the strip under a filter");
  await select.selectOption("");
  equal(await page.locator(".strip a.out").count(), 0, "all ticks again");
  check(!(await page.locator(".only").isVisible()), "nothing is said of it again");
  const tally = page.locator(".tallies button").first();
  if (await tally.count()) {
    const wanted = await tally.getAttribute("data-show");
    await tally.click();
    equal([await select.inputValue(), await tally.getAttribute("aria-pressed")], [wanted, "true"], "a tally filters");
    await tally.click();
    equal(await select.inputValue(), "", "and again it does not");
  }
}

// What matters stands on the first screen, and each line leads to its paragraph.
async function digest(page) {
  const box = await page.locator(".digest").boundingBox();
  check(box.y < 300, `what matters begins at ${box.y}`);
  const leads = await page.evaluate(() => [...document.querySelectorAll(".digest a")].filter((a) => !document.getElementById(a.getAttribute("href").slice(1))).map((a) => a.href));
  equal(leads, [], "lines of the digest that lead nowhere");
  const first = page.locator(".digest li > a").first();
  if (!(await first.count())) return;
  const id = (await first.getAttribute("href")).slice(1);
  await first.click();
  await page.waitForFunction((id) => document.querySelector(".par.here, .note.here")?.id === id, id, { timeout: 5000 });
  await page.evaluate(() => { location.hash = ""; scrollTo(0, 0); });
}

// The list of changes: by section or by weight; the current one follows the reader; what was seen and noted is kept.
async function list(page) {
  const anchors = () => page.evaluate(() => [...document.querySelectorAll(".changes li > a")].map((a) => a.getAttribute("href")));
  const inOrder = await anchors();
  await page.keyboard.press("o");
  const ranked = await anchors();
  equal([...ranked].sort(), [...inOrder].sort(), "the list by weight has all of them");
  equal(await page.locator(".changes ol.ranked > li").count(), inOrder.length, "in one list");
  await page.keyboard.press("o");
  equal(await anchors(), inOrder, "and in the order of the text again");
  const changed = await page.evaluate(() => [...document.querySelectorAll(".par[data-f]:not(.left, .front)")].map((row) => row.id));
  const last = changed.at(-1);
  await page.evaluate((id) => document.getElementById(id).scrollIntoView({ block: "start" }), last);
  await page.waitForTimeout(100);
  const current = await page.locator(".changes [aria-current]").evaluateAll((all) => all.map((a) => a.getAttribute("href").slice(1)));
  equal(current.length, 1, "one change is the current one");
  const tick = page.locator(".changes li input").nth(1);
  // The list follows the reader and may move under the pointer: the box is ticked as a keyboard would.
  await tick.focus();
  await page.keyboard.press("Space");
  await page.evaluate((id) => (location.hash = id), changed[0]);
  await page.waitForFunction((id) => document.querySelector(".par.here")?.id === id, changed[0], { timeout: 5000 });
  await page.keyboard.press("w");
  await page.keyboard.type("ask the Bureau");
  await page.reload();
  check(await page.locator(".changes li input").nth(1).isChecked(), "what was seen is kept");
  equal(await page.locator("main textarea").first().inputValue(), "ask the Bureau", "a note is kept");
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator("[data-do=save]").click()]);
  const notes = readFileSync(await download.path(), "utf8");
  check(notes.includes("ask the Bureau"), `the notes as a file: ${notes}`);
  await page.locator("main textarea").first().fill("");
  check(!(await page.locator("[data-do=save]").isVisible()), "without notes there is nothing to save");
  await page.locator(".changes li input").nth(1).uncheck();
}

async function layouts(page) {
  await page.keyboard.press("s");
  check((await shown(page, ".pair")) > 0, "s shows two columns");
  equal(await shown(page, ".single"), 0, "one column is gone");
  equal(await page.locator(".pair ins").evaluateAll((all) => all.filter((one) => one.closest(".old")).length), 0, "insertions in the old column");
  const doubled = await page.evaluate(() => {
    const ids = [...document.querySelectorAll("[id]")].map((one) => one.id);
    return ids.filter((id, at) => ids.indexOf(id) !== at);
  });
  equal(doubled, [], "names given twice");
  await accessible(page, "side by side");
  await page.screenshot({ path: `${shots}/sides.png` });
  await page.keyboard.press("s");
  equal(await shown(page, ".pair"), 0, "s again shows one");
  const folds = await page.locator("main .fold").count();
  await page.keyboard.press("f");
  equal(await page.locator("main .fold[open]").count(), folds, "f unfolds");
  await accessible(page, "unfolded");
  await page.keyboard.press("f");
  equal(await page.locator("main .fold[open]").count(), 0, "f folds");
}

async function links(page) {
  const folded = await page.evaluate(() => document.querySelector("main .fold .par")?.id);
  if (folded) {
    const other = await open({}, `#${folded};sides`);
    equal([await here(other), await shown(other, `[id="${folded}"]`)], [folded, 1], "a link opens the fold it leads into");
    check((await shown(other, ".pair")) > 0, "a link keeps the layout");
    await other.context().close();
  }
  const moved = page.locator(".said .moved a").first();
  if (await moved.count()) {
    const from = await moved.evaluate((link) => link.closest(".par").id);
    // The address changes at once, the page a moment later.
    const leaves = (id) => page.waitForFunction((id) => document.querySelector(".par.here")?.id !== id, id, { timeout: 5000 });
    await page.evaluate((id) => (location.hash = id), from);
    await page.waitForFunction((id) => document.querySelector(".par.here")?.id === id, from, { timeout: 5000 });
    await page.keyboard.press("m");
    await leaves(from);
    const left = await here(page);
    check(await page.locator(`[id="${left}"].left`).count(), "m leads to the place that a paragraph left");
    await page.keyboard.press("m");
    await leaves(left);
    check(!(await page.locator(".par.here.left").count()), "m leads back");
  }
}

// What a copy holds, by what makes it.
const copiedBy = async (page, act) => {
  await page.evaluate(() => {
    const put = DataTransfer.prototype.setData, forms = {};
    window.copied = forms;
    DataTransfer.prototype.setData = function (kind, form) { forms[kind] = form; return put.call(this, kind, form); };
  });
  await act();
  return page.evaluate(() => ["text/plain", "text/html"].map((kind) => window.copied[kind] ?? ""));
};

// Every copy has its marks: of one paragraph, of any selection, of all that is shown.
async function copying(page) {
  const row = page.locator(".par.edited:has(> .body > p > ins):has(> .body > p > del)").first();
  await row.hover();
  const clean = ([plain, rich], what) => {
    check(plain.includes("{+") && plain.includes("[-"), `${what} has its marks: ${plain.slice(0, 300)}`);
    check(/<ins style="[^"]*underline/.test(rich) && /<del style="[^"]*line-through/.test(rich), `${what} has marks that hold elsewhere: ${rich.slice(0, 300)}`);
    check(!/class=|id=|href=|<button|<wbr|<a\b/.test(rich), `${what} has nothing but its marks: ${rich.slice(0, 300)}`);
  };
  clean(await copiedBy(page, () => row.locator("button.copy").click()), "a paragraph");
  const select = (query, from, to) => page.evaluate(([query, from, to]) => {
    const text = document.querySelector(query);
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT), nodes = [];
    while (walker.nextNode()) nodes.push(walker.currentNode);
    const range = document.createRange();
    range.setStart(nodes.at(0), from);
    range.setEnd(nodes.at(-1), nodes.at(-1).length + to);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    return range.toString();
  }, [query, from, to]);
  const execute = () => page.evaluate(() => document.execCommand("copy"));
  await row.evaluate((row) => row.setAttribute("data-tried", ""));
  await select("[data-tried] > .body > p:not(.said)", 0, 0);
  clean(await copiedBy(page, execute), "a selection");
  // Also where it begins and ends inside one mark.
  const inside = await select("[data-tried] > .body > p:not(.said) > del", 1, 0);
  equal((await copiedBy(page, execute))[0], `[-${inside}-]`, "a selection inside a deletion");
  await page.evaluate(() => getSelection().removeAllRanges());
  const all = await copiedBy(page, () => page.keyboard.press("a"));
  clean(all, "all that is shown");
  const rows = await page.evaluate(() => [...document.querySelectorAll("main > .par:not(.left)")].map((row) => row.querySelector(".tag > a:not(.pin)")?.textContent.replace(/\s+/g, " ")).filter(Boolean));
  equal(rows.filter((label) => !all[0].includes(label)), [], "rows that the copy of all has not");
  // Pasted into another page, the marks are still seen.
  const other = await page.context().newPage();
  await other.setContent("<div contenteditable></div>");
  const looks = await other.evaluate((html) => {
    const field = document.querySelector("div");
    field.focus();
    document.execCommand("insertHTML", false, html);
    const seen = [...field.querySelectorAll("*")].map((one) => getComputedStyle(one).textDecorationLine);
    return ["underline", "line-through"].map((line) => seen.includes(line));
  }, all[1]);
  await other.close();
  equal(looks, [true, true], "marks in a field that was pasted into");
}

try {
  const light = await open({ colorScheme: "light" });
  await texts(light);
  await accessible(light, "light");
  await light.screenshot({ path: `${shots}/light.png` });
  await digest(light);
  await keys(light);
  await filters(light);
  await saysFilter(light);
  await layouts(light);
  await links(light);
  await copying(light);
  await list(light);
  await texts(light);
  const pdf = await light.pdf({ path: `${shots}/page.pdf`, preferCSSPageSize: true, format: "A4" });
  check(pdf.subarray(0, 5).toString() === "%PDF-" && statSync(`${shots}/page.pdf`).size > 10_000, "it prints");
  const dark = await open({ colorScheme: "dark" });
  await accessible(dark, "dark");
  await dark.screenshot({ path: `${shots}/dark.png` });
  for (const width of [320, 768, 2560]) {
    const sized = await open({ viewport: { width, height: 800 } });
    await fits(sized, `${width} pixels`);
    if (width === 320) await accessible(sized, `${width} pixels`);
    await sized.screenshot({ path: `${shots}/${width}.png` });
  }
  const phone = await open({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
  await fits(phone, "a phone");
  await accessible(phone, "a phone");
  const small = await phone.evaluate(() => [...document.querySelectorAll(".tools :is(button, select, a), .digest summary, button.copy, .changes li > a")]
    .filter((one) => one.getClientRects().length && one.getBoundingClientRect().height < 43.5).map((one) => one.outerHTML.slice(0, 80)));
  equal(small, [], "targets that are smaller than a finger");
  equal(await phone.evaluate(() => new Set([...document.querySelectorAll(".tools > *")].filter((one) => one.getClientRects().length).map((one) => Math.round(one.getBoundingClientRect().top / 20))).size <= 2), true, "the bar is one row");
  check((await phone.locator(".digest").boundingBox()).y < 300, "a phone shows what matters on its first screen");
  check(await phone.locator("button.copy").first().evaluate((one) => getComputedStyle(one).opacity === "1"), "copy buttons are seen where nothing hovers");
  await phone.screenshot({ path: `${shots}/phone.png` });
  const paper = await open({});
  await paper.emulateMedia({ media: "print" });
  await accessible(paper, "print");
  const bare = await open({ javaScriptEnabled: false });
  equal(await bare.locator(".tools").isVisible(), false, "without script there are no tools");
  check(await bare.locator("main ins").first().isVisible(), "without script it reads");
  if (await light.locator(".digest li").count()) check(await bare.locator(".digest li").first().isVisible(), "without script what matters is there");
} catch (error) {
  failures.push(`the check itself: ${error.stack}`);
}
await close();
report(failures);
