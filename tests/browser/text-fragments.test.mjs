// The links beside quotes, in a real Chromium and many scripts: the page of the source opens at the passage
// in which the quote was found, and nowhere else; a case with `top` says why it does not. What is tried is what
// web-platform-tests try of the search for a text directive, in words of our own, through the whole of `brief`.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { after, before, test } from "node:test";
import { launch } from "./lib/chromium.mjs";

const fixture = (name) => JSON.parse(readFileSync(new URL(`../fixtures/${name}.json`, import.meta.url), "utf8"));

const scripts = fixture("scripts").map(({ script, lang, text, quote }) => ({ kind: script, lang, page: `<p id=here>${text}</p>`, quote }));
const cases = [...scripts, ...fixture("fragments")];

// What stands between passages, and before and after them, is taller than a window.
const filler = "<p>Something else is said here.</p>".repeat(200);
const whole = ({ lang, page }) =>
  `<!DOCTYPE html><html lang="${lang}"><meta charset="utf-8"><title>Source</title>${filler}${page.replace("…<p", `${filler}<p`)}${filler}`;

let browser;
let folder;
let links;
before(async () => {
  browser = await launch();
  folder = mkdtempSync(join(tmpdir(), "brief-fragments-"));
  links = linked();
});
after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Verifies and builds a brief with a quote of every case; returns the link beside each. */
function linked() {
  mkdirSync(join(folder, "snapshots"));
  cases.forEach((one, nth) => writeFileSync(join(folder, "snapshots", `s${nth}.html`), whole(one)));
  const path = join(folder, "brief.yaml");
  writeFileSync(path, JSON.stringify(brief()));
  const run = (...args) => execFileSync(process.env.BRIEF_BIN, args, { encoding: "utf8", stdio: "pipe" });
  run("verify", path, "--snapshots", join(folder, "snapshots"));
  const page = run("build", path, "-o", "-");
  return cases.map((_, nth) => page.match(new RegExp(`href="(https://source\\.example/s${nth}#[^"]*)"`))?.[1].replaceAll("&amp;", "&"));
}

function brief() {
  const numbered = (make) => cases.map((one, nth) => make(one, nth));
  return {
    format: 1, topic: "Works", title: "Works begin, Bell said [@c0]", lang: "en", as_of: "2025-08-16", edition: 1,
    bottom_line: "Works begin, Bell said [@c0].",
    voices: { bell: { name: "Ann Bell" } },
    sources: Object.fromEntries(numbered((_, nth) => [`s${nth}`, { type: "webpage", publisher: `Paper ${nth}`, url: `https://source.example/s${nth}` }])),
    claims: numbered(({ lang, quote, context, labels }, nth) => ({
      id: `c${nth}`, says: "Works begin.", voice: "bell", in: `s${nth}`, said: { date: "2025-08-15" },
      quotes: [{ text: quote, lang, ...(context && { context }), kind: ["fragment", ...(labels ?? [])] }],
    })),
  };
}

test("sixteen scripts and thirty-nine kinds of passages are tried, and no fewer", () => {
  assert.ok(scripts.length >= 16 && cases.length - scripts.length >= 39);
});

for (const [nth, one] of cases.entries()) {
  test(`${one.kind} (${one.lang}): the source opens at ${one.top ? "its top" : "the quote"}`, async () => {
    const link = links[nth];
    assert.ok(link, "no link stands beside the quote");
    assert.equal(await opensHere(nth, link.slice(link.indexOf("#"))), !one.top, link);
    assert.ok(!(await opensHere(nth, "#:~:text=nothing%20of%20the%20kind")), "the page opens there by itself");
  });
}

/** Whether the page of a case opens where its passage is seen. */
async function opensHere(nth, fragment) {
  const page = await browser.newPage();
  await page.goto(pathToFileURL(join(folder, "snapshots", `s${nth}.html`)).href + fragment);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const isSeen = await page.evaluate(() => {
    const { top, bottom } = document.getElementById("here").getBoundingClientRect();
    return window.scrollY > 0 && top < window.innerHeight && bottom > 0;
  });
  await page.close();
  return isSeen;
}
