// Checks of the page of a compilation in a real browser. Called by tests/browser.rs:
//
//     node compilation.mjs CHROMIUM PAGE EXPECTED.json SCREENSHOTS
//
// EXPECTED holds the text of each paragraph of the draft by its anchor. Every failed check is one line on standard output.
import { readFileSync } from "node:fs";
import { browser, report } from "./browser.mjs";

const [, , executablePath, file, expectedFile, shots] = process.argv;
const expected = JSON.parse(readFileSync(expectedFile, "utf8"));
const { failures, check, equal, open, accessible, fits, shown, close } = await browser(executablePath, file);

// Leaving out what is proposed gives the draft.
const drafts = (page) => page.evaluate((expected) => Object.entries(expected).flatMap(([id, wanted]) => {
  const text = document.getElementById(id)?.querySelector(".body > p:not(.said)")?.cloneNode(true);
  if (!text) return [`${id} is not on the page`];
  text.querySelectorAll(".way, .sign, sup").forEach((gone) => gone.remove());
  const read = text.textContent.replace(/\s+/g, " ").trim();
  return read === wanted.replace(/\s+/g, " ").trim() ? [] : [`${id}: ${JSON.stringify(read)} is not ${JSON.stringify(wanted)}`];
}), expected);

const page = await open();
failures.push(...await drafts(page));
const here = () => page.evaluate(() => document.querySelector(".here")?.id ?? "");
const conflicts = await page.locator("main .place[data-stand=conflict]").count();
check(conflicts > 1, `${conflicts} conflicts`);
const stops = [];
for (const key of ["ArrowRight", "ArrowRight", "ArrowLeft"]) {
  await page.keyboard.press(key);
  stops.push(await here());
}
check(stops[0] !== stops[1] && stops[0] === stops[2], `arrows go from conflict to conflict: ${stops}`);
check(await page.locator(".here").getAttribute("data-stand") === "conflict", "the stop is a conflict");
await page.locator("[data-do=next]").click();
check(!(await page.locator("output").textContent()).startsWith("–"), "the place is counted");

// Conflicts alone, then delegations alone.
await page.locator("select").selectOption("conflict");
check(await shown(page, "main .par") > 0 && await shown(page, "main .par") < await page.locator("main .par").count(), "conflicts alone");
await page.screenshot({ path: `${shots}/conflicts.png` });
await page.locator("select").selectOption("");
for (const box of await page.locator(".hands input").all()) await box.uncheck();
equal(await shown(page, "main .way"), 0, "what is shown of nobody");
equal(await shown(page, "main .par.inserted"), 0, "what comes of nobody");
await page.locator(".hands input").first().check();
check(await shown(page, "main .way") > 0, "what is shown of one");
const names = await page.locator("main .who").filter({ visible: true }).allInnerTexts();
equal([...new Set(names.map((name) => name.trim()).filter(Boolean))].length, 1, `the names that are shown of one (${names})`);
for (const box of await page.locator(".hands input").all()) await box.check();
await accessible(page, "light");
await page.evaluate(() => document.querySelectorAll("details").forEach((details) => { details.open = true; }));
await accessible(page, "open");
await page.screenshot({ path: `${shots}/light.png`, fullPage: true });

for (const [what, options] of [
  ["dark", { colorScheme: "dark" }],
  ["narrow", { viewport: { width: 360, height: 740 } }],
]) {
  const other = await open(options);
  await accessible(other, what);
  await fits(other, what);
  await other.screenshot({ path: `${shots}/${what}.png`, fullPage: true });
}

const still = await open({ javaScriptEnabled: false });
equal(await shown(still, ".tools"), 0, "tools without script");
check(await shown(still, "main .way") > 0 && await shown(still, "main .par.inserted") > 0, "all is shown without script");
await close();
report(failures);
