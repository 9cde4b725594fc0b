// What every check of a page in a real browser needs.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

// A browser that dies while it starts says nothing about the page.
async function launch(executablePath, attempts) {
  try {
    return await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-quic"] });
  } catch (error) {
    if (attempts <= 1) throw error;
    return launch(executablePath, attempts - 1);
  }
}

// A browser for one page, a file or one that a server sends, with all that was found wrong: what the page loads from elsewhere, and what its script
// complains of, is.
export async function browser(executablePath, file) {
  const browser = await launch(executablePath, 3);
  const isServed = file.startsWith("http:");
  const address = isServed ? file : pathToFileURL(file).href;
  const isOwn = (url) => (isServed ? new URL(url).origin === new URL(address).origin : url.split("#")[0] === address);
  const failures = [];
  const check = (holds, what) => holds || failures.push(what);
  const equal = (made, wanted, what) =>
    check(JSON.stringify(made) === JSON.stringify(wanted), `${what}: ${JSON.stringify(made)} is not ${JSON.stringify(wanted)}`);

  async function open(options = {}, hash = "") {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    const page = await context.newPage();
    page.on("console", (message) => message.type() === "error" && failures.push(`console: ${message.text()}`));
    page.on("pageerror", (error) => failures.push(`script: ${error.message}`));
    page.on("request", (request) => isOwn(request.url()) || failures.push(`loads ${request.url()}`));
    await page.goto(address + hash);
    return page;
  }

  async function accessible(page, what) {
    await page.evaluate(axe);
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    const { violations } = await page.evaluate((tags) => window.axe.run(document, { runOnly: tags }), tags);
    for (const { id, nodes } of violations) {
      failures.push(`axe, ${what}: ${id} (${nodes.length}): ${nodes[0].target} ${nodes[0].failureSummary.replace(/\s+/g, " ")}`);
    }
  }

  async function fits(page, what) {
    const excess = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    check(excess <= 0, `${what}: ${excess} pixels too wide`);
  }

  const shown = (page, query) => page.locator(query).filter({ visible: true }).count();
  return { failures, check, equal, open, accessible, fits, shown, close: () => browser.close() };
}

// One line on standard output for each failure.
export function report(failures) {
  writeFileSync(1, failures.map((failure) => failure.replaceAll("\n", " ") + "\n").join(""));
}
