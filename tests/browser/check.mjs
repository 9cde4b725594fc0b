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
  await page.locator("dialog input").uncheck();
  await page.locator("[data-do=close]").click();
  await page.keyboard.press("n");
  equal(await here(page), changed[1], "keys are off");
  check((await flags(page)).endsWith(";nokeys"), "the address says that keys are off");
  await page.keyboard.press("?");
  await page.locator("dialog input").check();
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

async function copying(page) {
  await page.evaluate(() => document.addEventListener("copy", (event) => queueMicrotask(() => {
    window.copied = ["text/plain", "text/html"].map((kind) => event.clipboardData.getData(kind));
  }), { capture: true }));
  const row = page.locator(".par.edited:has(> .body > p > ins)").first();
  const capture = page.evaluate(() => new Promise((done) => {
    const put = DataTransfer.prototype.setData;
    const forms = {};
    DataTransfer.prototype.setData = function (kind, form) { forms[kind] = form; if (kind === "text/html") done(forms); return put.call(this, kind, form); };
    setTimeout(() => done(null), 5000);
  }));
  await row.hover();
  await row.locator("button.copy").click();
  const forms = await capture;
  check(forms?.["text/plain"].includes("{+") && forms["text/html"].includes("<ins>"), `a copy has its marks: ${JSON.stringify(forms)}`);
  check(!/class=|id=|href=/.test(forms?.["text/html"] ?? ""), "a copy has nothing but its marks");
}

try {
  const light = await open({ colorScheme: "light" });
  await texts(light);
  await accessible(light, "light");
  await light.screenshot({ path: `${shots}/light.png` });
  await keys(light);
  await filters(light);
  await layouts(light);
  await links(light);
  await copying(light);
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
  const bare = await open({ javaScriptEnabled: false });
  equal(await bare.locator(".tools").isVisible(), false, "without script there are no tools");
  check(await bare.locator("main ins").first().isVisible(), "without script it reads");
} catch (error) {
  failures.push(`the check itself: ${error.stack}`);
}
await close();
report(failures);
