// Checks that nothing of a hostile text acts in a page. Called by tests/browser.rs:
//
//     node hostile.mjs CHROMIUM PAGE EXPECTED.json SCREENSHOTS
//
// EXPECTED is how many scripts the page has of its own. Every failed check is one line on standard output. That the page loads something
// or that its script complains is a failure too.
import { readFileSync } from "node:fs";
import { browser, report } from "./browser.mjs";

const [, , executablePath, file, expectedFile] = process.argv;
const { failures, equal, open, close } = await browser(executablePath, file);
const page = await open();
page.on("dialog", (dialog) => failures.push(`dialog: ${dialog.message()}`) && dialog.dismiss());
const found = await page.evaluate(() => ({
  scripts: document.querySelectorAll("script").length,
  styles: document.querySelectorAll("style").length,
  pictures: document.querySelectorAll("img, iframe, object, embed, link[rel=stylesheet]").length,
  handlers: [...document.querySelectorAll("*")].filter((element) => element.getAttributeNames().some((name) => name.startsWith("on"))).length,
  red: getComputedStyle(document.body).color === "rgb(255, 0, 0)",
  words: document.documentElement.textContent.includes("alert(1)"),
}));
const scripts = JSON.parse(readFileSync(expectedFile, "utf8"));
equal(found, { scripts, styles: 1, pictures: 0, handlers: 0, red: false, words: true }, "the page");
await page.waitForTimeout(100);
await close();
report(failures);
