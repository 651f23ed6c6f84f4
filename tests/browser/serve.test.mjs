// `brief serve` as a writer sees it: edit, break, mend.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";
import { launch, LOOKS } from "./lib/chromium.mjs";
import { expectNone } from "./lib/expect.mjs";
import { NAME, serve, writingDesk } from "./lib/serving.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = { rules: { "target-size": { enabled: true } } };

let browser;
let desk;
let server;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());
beforeEach(() => {
  desk = writingDesk();
});
afterEach(async () => {
  await server?.stop();
  server = null;
  desk.clear();
});

async function start(...args) {
  server = await serve(desk, ...args);
}

/** Opens a tab on an address, and collects what it complains of. */
async function openTab(address = server.address, options = {}) {
  const tab = await browser.newPage({ viewport: { width: 1280, height: 900 }, ...options });
  tab.complaints = [];
  tab.on("console", (message) => message.type() === "error" && tab.complaints.push(message.text()));
  tab.on("pageerror", (error) => tab.complaints.push(String(error)));
  await tab.goto(address);
  return tab;
}

/** The page that is shown, which is the only one in the frame once it is. */
function shownIn(tab) {
  return tab.frameLocator("iframe.shown");
}

async function waitForTitle(tab, title) {
  await shownIn(tab).getByRole("heading", { level: 1, name: title }).waitFor();
}

/** The brief with another title. */
function titled(title, text = desk.text) {
  const changed = text.replace(/^title: .*(\n +.*)*/m, `title: ${title}`);
  assert.notEqual(changed, text, "the brief's title was not found");
  return changed;
}

function broken() {
  return desk.text.replace(/^claims:$/m, "cliams:");
}

describe("serve: the page follows the file", () => {
  test("an edit is shown, and the reader stays where they were", async () => {
    await start(`${NAME}.yaml`);
    const tab = await openTab();
    await shownIn(tab).locator("#C5").waitFor();
    const offset = () => tab.evaluate(() => document.querySelector("iframe.shown").contentDocument.getElementById("C5").getBoundingClientRect().top);
    await tab.evaluate(() => {
      const { contentDocument, contentWindow } = document.querySelector("iframe.shown");
      contentWindow.scrollTo({ top: contentWindow.scrollY + contentDocument.getElementById("C5").getBoundingClientRect().top, behavior: "instant" });
    });
    const before = await offset();
    assert.ok(Math.abs(before) < 2, `C5 stands at ${before}`);

    desk.save(titled("An edited title that is so much longer than the old one that it takes some more lines than that did, and pushes everything that stands below it further down the page"));
    await waitForTitle(tab, /^An edited title/);
    assert.ok(Math.abs((await offset()) - before) < 2, `C5 moved from ${before} to ${await offset()}`);
    assert.equal(await tab.locator("iframe").count(), 1);
    expectNone(tab.complaints, "complaint in the console");
  });

  test("a save by rename is shown, and one after it", async () => {
    await start(`${NAME}.yaml`);
    const tab = await openTab();
    for (const title of ["Renamed once", "Renamed twice"]) {
      desk.saveByRename(titled(title));
      await waitForTitle(tab, title);
    }
    desk.save(titled("Written in place"));
    await waitForTitle(tab, "Written in place");
  });

  test("two tabs follow, each at its anchor", async () => {
    await start(`${NAME}.yaml`);
    const tabs = [await openTab(`${server.address}#C2`), await openTab(`${server.address}#S1`)];
    for (const tab of tabs) await shownIn(tab).locator("#C2").waitFor();
    desk.save(titled("Seen twice"));
    for (const [at, tab] of tabs.entries()) {
      await waitForTitle(tab, "Seen twice");
      const hash = ["#C2", "#S1"][at];
      assert.equal(await tab.evaluate(() => document.querySelector("iframe.shown").contentWindow.location.hash), hash);
      assert.ok(await shownIn(tab).locator(`${hash}:target`).isVisible());
    }
  });

  // Windows side by side, and tabs that a browser takes for shown.
  test("nine tabs in one browser follow every save", async () => {
    desk.makeFolder("content");
    for (const name of ["one", "two", "three"]) desk.write(`content/${name}.yaml`, titled("At first"));
    await start();
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const tabs = [];
    for (let at = 0; at < 9; at += 1) {
      const tab = await context.newPage();
      await tab.goto(new URL(`/brief/${["one", "two", "three"][at % 3]}`, server.address).href);
      await waitForTitle(tab, "At first");
      tabs.push(tab);
    }
    for (const title of ["A first save", "A second save"]) {
      for (const name of ["one", "two", "three"]) desk.write(`content/${name}.yaml`, titled(title));
      const before = performance.now();
      for (const tab of tabs) await waitForTitle(tab, title);
      assert.ok(performance.now() - before < 10_000, `all nine took ${performance.now() - before} ms`);
    }
    for (const tab of tabs) assert.doesNotMatch(await tab.locator("#state").innerText(), /lost/i);
    await context.close();
  });

  test("style sheets and templates count", async () => {
    desk.makeFolder("styles");
    desk.makeFolder("templates/sections");
    await start(`${NAME}.yaml`, "--static", "styles", "--templates", "templates");
    const tab = await openTab();
    const heading = shownIn(tab).getByRole("heading", { level: 1 });
    await heading.waitFor();
    const colour = () => heading.evaluate((element) => getComputedStyle(element).color);
    assert.notEqual(await colour(), "rgb(1, 2, 3)");
    desk.write("styles/screen.css", "h1 { color: rgb(1, 2, 3) }");
    await poll(async () => (await colour()) === "rgb(1, 2, 3)", "the style sheet is not shown");
    desk.write("templates/sections/gaps.html", "<p>Another template</p>");
    await shownIn(tab).getByText("Another template").waitFor();
  });

  test("the page is the one that is built without its sources, byte for byte, and runs no script", async () => {
    await start(`${NAME}.yaml`);
    const tab = await openTab();
    const sandbox = await tab.locator("iframe.shown").getAttribute("sandbox");
    assert.doesNotMatch(sandbox, /allow-scripts/);
    const served = await tab.evaluate((name) => fetch(`/page/${name}.html`).then((answer) => answer.text()), NAME);
    // But for its sources: a preview is not sent to anybody.
    const built = ["build", `${process.env.CONTENT_DIR}/${NAME}.yaml`, "--no-source", "-o", "-"];
    assert.equal(served, execFileSync(process.env.BRIEF_BIN, built, { encoding: "utf8" }));
    expectNone(tab.complaints, "complaint in the console");
  });

  test("a link to elsewhere opens a tab of its own", async () => {
    await start(`${NAME}.yaml`);
    const tab = await openTab();
    await tab.context().route(/^https/, (route) => route.fulfill({ body: "elsewhere" }));
    const popup = tab.waitForEvent("popup");
    await shownIn(tab).locator("a[href^='https:']").first().click();
    assert.match((await popup).url(), /^https:/);
    await shownIn(tab).locator("#C1").waitFor();
    await shownIn(tab).locator("a[href='#C3']:visible").first().click();
    await poll(async () => (await tab.evaluate(() => location.hash)) === "#C3", "the frame's address does not follow");
  });
});

describe("serve: what is wrong", () => {
  test("a fault stands over the last good page, with code, place, excerpt and help, until it is mended", async () => {
    await start(`${NAME}.yaml`);
    const tab = await openTab();
    const alert = tab.getByRole("alert");
    await shownIn(tab).locator("#C1").waitFor();
    assert.ok(!(await alert.isVisible()));

    desk.save(broken());
    await alert.filter({ hasText: /error/ }).waitFor();
    const panel = tab.locator("#problems");
    const line = broken().split("\n").indexOf("cliams:") + 1;
    const fault = panel.locator("li.error").filter({ hasText: "unknown-field" });
    assert.match(await fault.innerText(), new RegExp(`${NAME}\\.yaml:${line}:1`));
    assert.equal(await fault.locator("mark.primary").innerText(), "cliams");
    assert.equal(await fault.locator(".number").first().innerText(), String(line));
    assert.match(await fault.innerText(), /help: did you mean claims\?/);
    assert.ok(await shownIn(tab).locator("#C1").isVisible(), "the last good page is gone");
    assert.match(await tab.title(), /^✗/);

    desk.save(titled("Mended"));
    await waitForTitle(tab, "Mended");
    await panel.waitFor({ state: "hidden" });
    assert.doesNotMatch(await tab.title(), /^✗/);
    expectNone(tab.complaints, "complaint in the console");
  });

  test("the focus stays where it is, and the panel can be left and come back to by keyboard", async () => {
    await start(`${NAME}.yaml`);
    const tab = await openTab();
    await shownIn(tab).locator("#C1").waitFor();
    await tab.getByRole("link", { name: "Page alone" }).focus();
    desk.save(broken());
    await tab.getByRole("alert").filter({ hasText: /error/ }).waitFor();
    const focused = () => tab.evaluate(() => document.activeElement.id);
    assert.equal(await focused(), "alone");
    await tab.keyboard.press("Escape");
    assert.ok(!(await tab.locator("#problems").isVisible()));
    await tab.locator("#count").press("Enter");
    assert.ok(await tab.locator("#problems").isVisible());
    assert.equal(await tab.locator("#count").getAttribute("aria-expanded"), "true");
    await tab.locator("#hide").click();
    assert.equal(await focused(), "count");
  });

  test("a warning is counted and waits to be looked at", async () => {
    await start(`${NAME}.yaml`);
    const tab = await openTab();
    await shownIn(tab).locator("#C1").waitFor();
    desk.save(desk.text.replace(/^( +says: )(.*)$/m, "$1Officials claimed that $2"));
    const count = tab.locator("#count");
    await count.filter({ hasText: /warning/ }).waitFor();
    assert.ok(!(await tab.locator("#problems").isVisible()));
    await count.click();
    await tab.locator("#problems li.warning").filter({ hasText: "loaded-verb" }).waitFor();
  });

  test("before there is a page, the overlay stands over a word on that", async () => {
    desk.save(broken());
    await start(`${NAME}.yaml`);
    const tab = await openTab();
    await tab.getByRole("alert").filter({ hasText: /error/ }).waitFor();
    assert.ok(await tab.getByRole("heading", { name: "No page yet" }).isVisible());
    desk.save(titled("The first page"));
    await waitForTitle(tab, "The first page");
    assert.ok(!(await tab.getByRole("heading", { name: "No page yet" }).isVisible()));
  });

  test("a changed evidence lock counts, and a file that is gone is said to be", async () => {
    await start(`${NAME}.yaml`);
    const tab = await openTab();
    await shownIn(tab).locator("#C1").waitFor();
    const lock = `${NAME}.evidence.yaml`;
    const evidence = desk.read(lock);
    desk.write(lock, "format: 9\n");
    await tab.locator("#problems li.error").filter({ hasText: "invalid-evidence" }).waitFor();
    desk.write(lock, evidence);
    await tab.locator("#problems").waitFor({ state: "hidden" });
    desk.remove(`${NAME}.yaml`);
    await tab.locator("#problems li.error").filter({ hasText: "cannot read" }).waitFor();
    assert.ok(await shownIn(tab).locator("#C1").isVisible());
  });

  test("what the file says is text, whatever it says", async () => {
    await start(`${NAME}.yaml`);
    const tab = await openTab();
    await shownIn(tab).locator("#C1").waitFor();
    // Short enough not to be cut in the message.
    const hostile = "<img src onerror=document.title=666>";
    desk.save(`"${hostile}": 1\n${desk.text}`);
    await tab.locator("#problems li.error h3").filter({ hasText: hostile }).waitFor();
    assert.equal(await tab.locator("#problems img").count(), 0);
    assert.doesNotMatch(await tab.title(), /666/);
    expectNone(tab.complaints, "complaint in the console");
  });

  test("a server that is gone is said to be", async () => {
    await start(`${NAME}.yaml`);
    const tab = await openTab();
    await shownIn(tab).locator("#C1").waitFor();
    await server.stop();
    server = null;
    await tab.getByRole("status").filter({ hasText: "Connection lost" }).waitFor();
    assert.ok(await shownIn(tab).locator("#C1").isVisible());
  });
});

describe("serve: several briefs", () => {
  test("each has its address, and the list follows what is wrong", async () => {
    desk.makeFolder("content");
    desk.write("content/one.yaml", titled("Number one"));
    desk.write("content/two & ½.yaml", titled("Number two"));
    await start();
    const tab = await openTab();
    await tab.getByRole("link", { name: "two & ½", exact: true }).click();
    await waitForTitle(tab, "Number two");
    await tab.getByRole("link", { name: "All briefs" }).click();
    desk.write("content/one.yaml", broken());
    await tab.getByRole("listitem").filter({ hasText: /one\.yaml \d+ errors?/ }).waitFor();
    desk.write("content/three.yaml", titled("Number three"));
    await tab.getByRole("link", { name: "three", exact: true }).click();
    await waitForTitle(tab, "Number three");
    expectNone(tab.complaints, "complaint in the console");
  });
});

describe("serve: axe finds nothing", () => {
  for (const width of [1280, 320]) {
    for (const [name, look] of Object.entries(LOOKS)) {
      test(`at ${width} px, ${name}: overlay, page, list`, async () => {
        desk.save(broken());
        await start(`${NAME}.yaml`);
        const tab = await openTab(server.address, { viewport: { width, height: 900 }, ...look });
        await tab.locator("#problems li").first().waitFor();
        expectNone(await violations(tab), "violation with errors and no page");
        desk.save(desk.text.replace(/^( +says: )(.*)$/m, "$1Officials claimed that $2"));
        await shownIn(tab).locator("#C1").waitFor();
        await tab.locator("#count").click();
        expectNone(await violations(tab), "violation with warnings");
        await tab.locator("#hide").click();
        expectNone(await violations(tab), "violation with the page");
        await tab.goto(new URL("/", server.address).href);
        await tab.getByRole("link").first().waitFor();
        expectNone(await violations(tab), "violation in the list");
      });
    }
  }
});

/** Axe's findings in the frame itself; the page in it has its own test. */
async function violations(tab) {
  await tab.evaluate(`${AXE}; 0`);
  const { violations } = await tab.evaluate((rules) => axe.run({ exclude: ["iframe"] }, { ...rules, iframes: false }), RULES);
  return violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id} ${help}: ${node.html.slice(0, 120)}: ${node.any.map((check) => check.message).join("; ")}`));
}

async function poll(holds, complaint) {
  for (let round = 0; round < 200; round += 1) {
    if (await holds().catch(() => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  assert.fail(complaint);
}
