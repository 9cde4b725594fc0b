// Checks of the page of a series in a real browser. Called by tests/browser.rs:
//
//     node series.mjs CHROMIUM PAGE EXPECTED.json SCREENSHOTS
//
// EXPECTED holds, for each life by its id, the text of each year in which it stood. Every failed check is one line on standard output;
// nothing is printed when all hold.
import { readFileSync, statSync } from "node:fs";
import { browser, report } from "./browser.mjs";

const [, , executablePath, file, expectedFile, shots] = process.argv;
const expected = JSON.parse(readFileSync(expectedFile, "utf8"));
const { failures, check, equal, open, accessible, fits, shown, close } = await browser(executablePath, file);

// Each life gives back the text of each of its years: what a redline leaves when its deletions are rejected.
async function texts(page) {
  const wrong = await page.evaluate((expected) => {
    const read = (row) => {
      const text = row.querySelector(":scope > .body > p:not(.said):not(.note), .body > :is(h3, h4, h5, h6)").cloneNode(true);
      text.querySelectorAll("del, .printed, sup").forEach((gone) => gone.remove());
      return plain(text.textContent);
    };
    // Spaces of other widths are not shown where nothing else changed.
    const plain = (text) => text.trim().replace(/\s+/g, " ");
    return Object.entries(expected).flatMap(([id, years]) => {
      let text = "";
      return years.flatMap((wanted, at) => {
        const row = document.getElementById(`${id}-${at + 1}`);
        if (row && !row.matches(".quiet")) text = read(row);
        return wanted === null || text === plain(wanted) ? [] : [`${id} in year ${at + 1}: ${JSON.stringify(text)} is not ${JSON.stringify(wanted)}`];
      });
    });
  }, expected);
  failures.push(...wrong.slice(0, 5));
}

async function lives(page) {
  equal(await shown(page, ".life"), 0, "no life is open at first");
  const link = page.locator(".matrix tbody a").first();
  const first = await page.locator(".matrix tbody tr").first().getAttribute("id");
  await link.focus();
  await page.keyboard.press("Enter");
  equal(await shown(page, ".life[open]"), 1, "Enter opens a life");
  check(await page.evaluate(() => document.activeElement.matches(".years")), "and goes there");
  await accessible(page, "a life");
  await page.keyboard.press("Escape");
  check(await link.evaluate((link) => link === document.activeElement), "Escape goes back to the map");
  const cell = page.locator(".matrix td.on").last();
  await cell.click();
  const [row, column] = await cell.evaluate((cell) => [cell.parentElement.id, cell.cellIndex]);
  equal(await page.evaluate(() => location.hash), `#${row.replace("m-", "")}-${column}`, "a sign leads to its year");
  equal(await shown(page, ".life[open]"), 1, "one life at a time");
  await page.goBack();
  equal(await page.evaluate(() => document.querySelector("tr.here").id), first, "back goes to the life before");
  await page.locator("[data-do=all]").click();
  equal(await shown(page, ".life[open]"), await page.locator(".life").count(), "all lives at once");
  await page.locator("[data-do=all]").click();
  equal(await shown(page, ".life"), 0, "and none");
}

async function pairs(page) {
  const select = page.locator(".compare select");
  const values = await select.locator("option").evaluateAll((options) => options.map((option) => option.value));
  for (const value of values) {
    await select.selectOption(value);
    equal(await page.locator(".pair-view .which").textContent(), await select.locator("option:checked").textContent(), "the pair");
    equal(await page.locator(".pair-view .par:not(.left) > .body:empty").count(), 0, `empty rows of ${value}`);
    check((await shown(page, ".pair-view :is(ins, del)")) > 0, `${value} has changes`);
  }
  await accessible(page, "another pair");
  await select.selectOption(values[0]);
  check((await shown(page, ".pair-view :is(ins, del)")) > 0, "the first pair comes back");
}

async function years(page) {
  const runs = page.locator(".ages .body [title]");
  await runs.first().focus();
  for (const at of [1, 2]) {
    await page.keyboard.press("ArrowRight");
    check(await runs.nth(at).evaluate((run) => run === document.activeElement), "arrows lead from wording to wording");
    const said = await page.locator(".since").textContent();
    check(said.startsWith(await runs.nth(at).getAttribute("title")), `the year is said on focus: ${said}`);
  }
  await runs.nth(4).hover();
  check((await page.locator(".since").textContent()).startsWith(await runs.nth(4).getAttribute("title")), "the year is said on hover");
  const stops = await runs.evaluateAll((runs) => runs.filter((run) => run.tabIndex === 0).length);
  equal(stops, 1, "the text is one stop for the keyboard");
  const marked = await page.locator(".ages :is(.k, .g)").evaluateAll((runs) => runs.map((run) => getComputedStyle(run, "::after").content));
  check(marked.length > 0 && marked.every((content) => content.length > 2), "the year stands behind what is not of the year of the paragraph");
}

async function gone(page) {
  const lost = await page.locator(".matrix .lost").count();
  const box = page.locator(".gone-too input");
  equal(await box.count(), lost > 0 ? 1 : 0, "what is gone can be left out, if anything is");
  if (lost === 0) return;
  equal(await shown(page, ".matrix .lost"), lost, "what is gone is shown at first");
  await box.focus();
  await page.keyboard.press("Space");
  equal(await shown(page, ".matrix .lost"), 0, "and is not, when it was left out");
  await page.keyboard.press("Space");
}

async function figures(page) {
  const rows = page.locator("#figures tbody tr");
  check((await rows.count()) > 0, "figures that changed");
  await rows.first().locator("a").click();
  equal(await shown(page, ".life[open]"), 1, "a figure leads to the life of its paragraph");
  await page.keyboard.press("Escape");
}

async function links(page) {
  const lost = await page.evaluate(() => [...document.querySelectorAll("a[href^='#']")]
    .map((link) => link.getAttribute("href").slice(1)).filter((id) => !document.getElementById(id)));
  equal(lost, [], "links that lead nowhere");
  const doubled = await page.evaluate(() => {
    const ids = [...document.querySelectorAll("[id]")].map((one) => one.id).sort();
    return ids.filter((id, at) => id === ids[at - 1]);
  });
  equal(doubled, [], "names given twice");
}

try {
  const light = await open({ colorScheme: "light" });
  await texts(light);
  await accessible(light, "light");
  await light.screenshot({ path: `${shots}/light.png` });
  await lives(light);
  await pairs(light);
  await years(light);
  await links(light);
  await gone(light);
  await figures(light);
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
  const linked = await open({}, await light.locator(".matrix tbody a").nth(3).getAttribute("href"));
  equal(await shown(linked, ".life[open]"), 1, "a link opens a life");
  const bare = await open({ javaScriptEnabled: false });
  check((await shown(bare, ".life > summary")) > 0, "without script lives are folded");
  check((await shown(bare, ".pair-view :is(ins, del)")) > 0, "without script the first and the last text are compared");
  equal(await shown(bare, "select, button"), 0, "without script nothing asks for it");
} catch (error) {
  failures.push(`the check itself: ${error.stack}`);
}
await close();
report(failures);
