// Checks of the page of `rature open` in a real browser. Called by tests/open.rs:
//
//     node open.mjs CHROMIUM ADDRESS FILES SCREENSHOTS
//
// FILES is a folder: two texts of one resolution as PDF and as plain text, its French version, copies of a draft, and what cannot be read. Every failed
// check is one line on standard output; nothing is printed when all hold.
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { browser, report } from "./browser.mjs";

const [, , executablePath, address, folder, shots] = process.argv;
const { failures, check, equal, open, accessible, fits, close } = await browser(executablePath, address);

// Drops files as a file manager does.
async function drop(page, ...names) {
  const files = names.map((name) => ({ name: basename(name), bytes: readFileSync(`${folder}/${name}`).toString("base64") }));
  const data = await page.evaluateHandle((files) => {
    const data = new DataTransfer();
    for (const { name, bytes } of files) data.items.add(new File([Uint8Array.from(atob(bytes), (c) => c.charCodeAt(0))], name));
    return data;
  }, files);
  await page.locator("#drop").dispatchEvent("drop", { dataTransfer: data });
  await page.waitForFunction((count) => document.querySelectorAll("#texts li").length >= count, names.length);
  await page.waitForFunction(() => document.querySelectorAll("#texts progress").length === 0);
}

const card = (page, at) => page.locator("#texts li").nth(at);
const made = (page) => page.frameLocator("#frame");

async function show(page, what) {
  if (what) await page.locator(`#makes input[value=${what}]`).check();
  await page.locator("#makes .go").click();
  await page.locator("#result:not([hidden])").waitFor();
  await made(page).locator("h1").first().waitFor();
}

async function saved(page, selector) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator(selector).click()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

// What a person does who comes with two texts.
async function redline() {
  const page = await open({ colorScheme: "light" });
  await accessible(page, "the empty page, light");
  await page.screenshot({ path: `${shots}/empty.png` });
  await drop(page, "2021.pdf", "2020.txt");
  equal(await page.locator("#texts .name").allTextContents(), ["2020.txt", "2021.pdf"], "texts are put in the order of their dates");
  const first = await card(page, 0).textContent();
  for (const said of ["Earlier text", "English", "plain text", "9 preambular paragraphs", "28 operative paragraphs", "OP 1 to 28, no gap"]) {
    check(first.includes(said), `the first card does not say ${said}: ${first}`);
  }
  check((await card(page, 1).textContent()).includes("PDF"), "the second card says what file it is");
  await accessible(page, "two texts, light");
  await page.screenshot({ path: `${shots}/texts.png`, fullPage: true });
  await card(page, 0).locator(".down").click();
  equal(await page.locator("#texts .name").allTextContents(), ["2021.pdf", "2020.txt"], "a person puts them in another order");
  check((await page.locator("#hint").textContent()).includes("seems to be later"), "the wrong order is said");
  await page.locator("#hint button").click();
  equal(await page.locator("#texts .name").allTextContents(), ["2020.txt", "2021.pdf"], "and mended");
  await show(page);
  check((await made(page).locator("ins, del").count()) > 20, "the redline is seen");
  check((await page.locator("#result-head").textContent()).startsWith("Redline: 21 reworded"), "and what it holds is said");
  await made(page).locator("select").first().selectOption({ index: 1 });
  await accessible(page, "a redline, light");
  await page.screenshot({ path: `${shots}/redline.png` });
  const word = await saved(page, "#save-word");
  equal([word.name, word.bytes.subarray(0, 2).toString()], ["2020-2021.docx", "PK"], "the Word file");
  const html = await saved(page, "#save-page");
  equal(html.name, "2020-2021.html", "the page");
  check(html.bytes.toString().includes("Content-Security-Policy") && html.bytes.toString().endsWith("</html>\n"), "the page is whole");
  const [tab] = await Promise.all([page.context().waitForEvent("page"), page.locator("#tab").click()]);
  await tab.waitForLoadState();
  check((await tab.locator("ins, del").count()) > 20, "the redline has a tab of its own");
  equal(await tab.evaluate(() => self.origin), "null", "and an origin of its own");
  const reach = await tab.evaluate(async (address) => fetch(address).then(() => "reached", () => "kept out"), address);
  equal(reach, "kept out", "from what was made the page cannot be reached");
  // That the attempt was refused is said in the console.
  failures.splice(0, failures.length, ...failures.filter((failure) => !/console: .*(Content Security Policy|connect-src|Refused to connect|Connecting to)/.test(failure)));
  await page.locator("#back").click();
  check(await page.locator("#desk").isVisible(), "back at the texts");
  await page.context().close();
}

// Everything else that can be made.
async function others() {
  const page = await open({ acceptDownloads: true });
  await drop(page, "2019.txt", "2020.txt", "2021.pdf");
  equal(await page.locator("#makes input:checked").getAttribute("value"), "series", "three years are a series");
  check(await page.locator("#makes input[value=redline]").isDisabled(), "a redline is for two");
  await show(page);
  check((await made(page).locator(".matrix tbody tr").count()) > 20, "the series is seen");
  await page.locator("#back").click();
  await show(page, "table");
  check((await made(page).locator("table tbody tr").count()) > 20, "the table is seen");
  const word = await saved(page, "#save-word");
  equal([word.name, word.bytes.subarray(0, 2).toString()], ["2019-2021-table.docx", "PK"], "the table for Word");
  await page.reload();
  await drop(page, "en.txt", "fr.txt");
  equal(await page.locator("#makes input:checked").getAttribute("value"), "concordance", "two languages are compared as such");
  await show(page);
  check((await made(page).locator("body").textContent()).length > 500, "the concordance is seen");
  check(await page.locator("#save-word").isHidden(), "there is no Word file of it");
  await page.reload();
  await drop(page, "zero.txt", "Alba.txt", "Borea.txt");
  await page.locator("#makes input[value=compilation]").check();
  equal(await page.locator("#texts .role").allTextContents(), ["Draft", "Copy 1", "Copy 2"], "a draft and its copies");
  await show(page, "compilation");
  check((await made(page).locator("body").textContent()).includes("Borea"), "the compilation is seen");
  equal((await saved(page, "#save-word")).name, "zero-compilation.docx", "and saved for Word");
  await page.context().close();
}

// What cannot be read is said in words that tell what to do, in the language of the page.
async function unreadable() {
  const page = await open({ locale: "en-GB" });
  const said = {
    "old.doc": "This is an old Word file",
    "scan.pdf": "This is a scan",
    "cycle.pdf": "The file is damaged",
    "bomb.docx": "There is much more in this file than in any resolution",
    "deep.html": "There is much more in this file than in any resolution",
    "program.exe": "This is no text that can be read here",
    "empty.txt": "There is no text in it",
  };
  await drop(page, ...Object.keys(said));
  for (const [at, [name, words]] of Object.entries(said).entries()) {
    const told = await card(page, at).locator(".wrong").textContent();
    check(told.startsWith(words), `${name}: ${told}`);
    check(!/--|rature |null|undefined/.test(told), `${name} is told as in a terminal: ${told}`);
  }
  await accessible(page, "what cannot be read");
  await page.screenshot({ path: `${shots}/unreadable.png`, fullPage: true });
  check(await page.locator("#makes").isHidden(), "nothing can be made of them");
  await drop(page, "2020.txt");
  equal(await page.locator("#texts li").count(), 8, "others can be added");
  await page.context().close();
  const french = await open({ locale: "fr-CH" });
  equal(await french.locator("html").getAttribute("lang"), "fr", "the page speaks as the browser does");
  await drop(french, "old.doc");
  check((await card(french, 0).locator(".wrong").textContent()).startsWith("C’est un ancien fichier Word"), "and so do its errors");
  await french.goto(`${address}?lang=es`);
  check((await french.locator(".masthead h1").textContent()).includes("¿Qué cambió"), "another language can be chosen");
  await drop(french, "2020.txt", "2021.pdf");
  await show(french);
  check((await made(french).locator("body").textContent()).includes("Texto anterior"), "and what is made is in it");
  await french.context().close();
}

// Names and words that would be markup.
async function hostile() {
  const page = await open();
  const name = `a"><img src=x onerror=alert(1)>`;
  await page.locator("details summary").click();
  for (const verb of ["Urges", "Invites"]) {
    if (!(await page.locator("#paste-name").isVisible())) await page.locator("details summary").click();
    await page.locator("#paste-name").fill(name);
    await page.locator("#paste-words").fill(`The Assembly,\n\n1. ${verb} <script>alert(1)</script> States;\n\n2. Requests a report.\n`);
    await page.locator("#paste button").click();
  }
  await page.waitForFunction(() => document.querySelectorAll("#texts .facts").length >= 2 && document.querySelectorAll("#texts progress").length === 0);
  equal(await page.locator("#texts .name").first().textContent(), `${name}.txt`, "a name is shown as it is");
  await show(page, "redline");
  equal(await made(page).locator("img, script:not(:last-child)").count(), 0, "and makes no markup");
  equal((await saved(page, "#save-word")).name.includes("<"), false, "nor a name of a file");
  await page.context().close();
}

// Two pages at once know nothing of each other; a keyboard is enough; it fits a phone, and the dark.
async function surroundings() {
  const [one, two] = [await open(), await open({ colorScheme: "dark" })];
  await drop(one, "2020.txt", "2021.pdf");
  equal(await two.locator("#texts li").count(), 0, "a second page is empty");
  await accessible(two, "the empty page, dark");
  await drop(two, "2019.txt", "2020.txt");
  await accessible(two, "two texts, dark");
  await two.locator("#makes .go").focus();
  await two.keyboard.press("Enter");
  await made(two).locator("h1").first().waitFor();
  await accessible(two, "a redline, dark");
  await two.screenshot({ path: `${shots}/dark.png` });
  await show(one);
  check((await made(one).locator("body").textContent()).includes("ASP/20"), "the first page has its own texts");
  check(!(await made(two).locator("body").textContent()).includes("ASP/20"), "and the second its own");
  const phone = await open({ viewport: { width: 360, height: 740 } });
  await accessible(phone, "the empty page, phone");
  await fits(phone, "the empty page, phone");
  await drop(phone, "2020.txt", "2021.pdf");
  await accessible(phone, "two texts, phone");
  await fits(phone, "two texts, phone");
  await phone.screenshot({ path: `${shots}/phone.png`, fullPage: true });
  await show(phone);
  await accessible(phone, "a redline, phone");
  await fits(phone, "a redline, phone");
  await phone.screenshot({ path: `${shots}/phone-redline.png` });
  const many = await open();
  await many.evaluate(() => {
    const data = new DataTransfer();
    for (let at = 0; at < 60; at += 1) data.items.add(new File(["1. Urges all States;"], `${at}.txt`));
    document.querySelector("#drop").dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true }));
  });
  check((await many.locator("#alert").textContent()).startsWith("No more than 40 texts"), "too many are refused");
  await many.waitForFunction(() => document.querySelectorAll("#texts progress").length === 0);
  for (const page of [one, two, phone, many]) await page.context().close();
}

// Work that is stopped, and a program that has ended.
async function interruptions() {
  const page = await open();
  await drop(page, "2020.txt", "2021.pdf");
  await page.route("**/ask", () => {});
  await page.locator("#makes .go").click();
  await page.locator("#doing").filter({ hasText: "seconds so far, 120 at most" }).waitFor();
  await accessible(page, "work that goes on");
  await page.locator("#stop").click();
  check(await page.locator("#makes .go").isVisible(), "work can be stopped");
  await page.unroute("**/ask");
  await show(page);
  await page.locator("#back").click();
  const before = failures.length;
  await page.route("**/*", (route) => route.abort());
  await page.locator("#alert").filter({ hasText: "rature has ended" }).waitFor();
  await page.locator("#makes .go").click();
  await page.locator("#alert").filter({ hasText: "rature has ended" }).waitFor();
  // The console says which requests came to nothing.
  failures.splice(before, failures.length, ...failures.slice(before).filter((failure) => !failure.includes("ERR_FAILED")));
  await page.context().close();
}

try {
  await redline();
  await others();
  await unreadable();
  await hostile();
  await surroundings();
  await interruptions();
} catch (error) {
  failures.push(`the check itself: ${error.stack}`);
}
await close();
report(failures);
