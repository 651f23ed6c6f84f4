// Runs of claims over two sides: whoever reads on overleaf sees there by which chain it came.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { parse, stringify } from "yaml";
import { launch, open } from "./lib/chromium.mjs";
import { withClaims } from "./lib/cut.mjs";
import { expectNone } from "./lib/expect.mjs";
import { fillOf, pagesOf, print } from "./lib/paper.mjs";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const PAPERS = ["A4", "Letter"];
const POINTS_PER_MM = 72 / 25.4;
// What stands beside claims begins so far across the sheet, and its first names so far below its drawing.
const BESIDE = 0.64;
const BELOW = 24;
// Each side but the last is filled at least so far, in hundredths.
const LEAST_FILL = 80;

const LONG = { name: "Ministerialdirigentin Annegret von Wolffersdorff-Ehrenstein", role: "spokeswoman of the authority" };
const LONG_SOURCES = [
  "Westdeutsche Allgemeine Nachrichtenagentur", "The Upper Vale Evening Chronicle and Advertiser", "Radio Vale", "Hill Post",
];
const WORDS = "The bridge over the lower reach of the river stays closed to lorries until the piers have been looked at again by the engineers whom the county asked in May.";

// How long the claims are, in words, and how long the names of their chain.
const RUNS = [
  { words: [3], voice: { name: "Ann Bell", role: "engineer" }, sources: ["The Herald"] },
  { words: [29], voice: { name: "Ann Bell", role: "engineer" }, sources: ["The Herald", "Hill Post"] },
  { words: [3, 29, 8], voice: LONG, sources: LONG_SOURCES.slice(0, 2) },
  { words: [4], voice: LONG, sources: LONG_SOURCES },
];

let browser;
let folder;
let printed;
before(async () => {
  browser = await launch();
  folder = mkdtempSync(join(tmpdir(), "brief-parting-"));
  printed = [];
  for (const { name, document } of briefs()) {
    const path = join(folder, `${printed.length}`);
    writeFileSync(`${path}.yaml`, stringify(document));
    const { stdout, stderr, status } = spawnSync(process.env.BRIEF_BIN, ["build", `${path}.yaml`, "-o", `${path}.html`], { encoding: "utf8" });
    assert.equal(status, 0, stdout + stderr);
    for (const { paper, ...found } of await printedOn(PAPERS, path)) printed.push({ name: `${name} on ${paper}`, ...found });
  }
});
after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

test("a run that goes on overleaf has its chain there, too", (context) => {
  const parted = printed.flatMap(({ name, runs, pages, rightToLeft }) =>
    runs.flatMap(({ claims, voice }) => {
      const at = claims.map((claim) => placeOf(claim, pages));
      const firsts = claims.map((claim, index) => ({ claim, ...at[index] })).filter(({ page }, index) => index > 0 && page !== at[index - 1].page);
      return firsts.map(({ claim, page, top }) => ({ name, claim, voice, beside: beside(pages[page], top, rightToLeft) }));
    }));
  context.diagnostic(`${parted.length} runs go on overleaf: ${parted.map(({ name, claim }) => `${name} at ${claim}`).join(", ")}`);
  assert.ok(parted.length > 6, "runs that part are not seen here");
  expectNone(parted.filter(({ voice, beside }) => !beside.includes(voice)), "claims overleaf without their chain");
});

test("no side but the last is left half white", () => {
  const fill = printed.map(({ name, pages }) => ({ name, fill: fillOf(pages).map((share) => Math.round(share * 100)) }));
  expectNone(fill.filter(({ fill }) => fill.slice(0, -1).some((share) => share < LEAST_FILL)), "sides left white");
});

test("no word stands on another", () => {
  expectNone(printed.flatMap(({ name, pages }) => pages.flatMap((page, at) => overlaps(page).map((found) => `${name}, side ${at + 1}: ${found}`))), "words over each other");
});

test("claims in a row that came by one text stand over one name in the strip, however many", () => {
  expectNone(printed.flatMap(({ name, strip }) => strip.filter((text, at) => at > 0 && text === strip[at - 1]).map((text) => `${name}: ${text}`)), "text that is named twice");
});

test("a short run is not parted", () => {
  const parted = printed.flatMap(({ name, runs, pages }) =>
    runs.filter(({ claims }) => claims.length === 2 && new Set(claims.map((claim) => placeOf(claim, pages).page)).size > 1)
      .map(({ claims }) => `${name}: ${claims.join(" ")}`));
  expectNone(parted, "two claims of a chain on two sides");
});

/** Briefs of one to sixty claims, and runs of every kind that begin at several heights of a side. */
function* briefs() {
  for (const [file, ...counts] of [
    ["tests/briefs/challenger-launch.yaml", 60],
    ["tests/briefs/hatpala.yaml", 40],
    ["tests/briefs/shiomi-bridge.yaml", 50],
  ]) {
    const document = parse(readFileSync(join(ROOT, file), "utf8"));
    for (const count of counts) yield { name: `${file} ${count}`, document: withClaims(document, count) };
  }
  for (const [kind, { words, voice, sources }] of RUNS.entries()) {
    for (const before of [0, 9]) yield { name: `run ${kind + 1} after ${before} claims`, document: withRun(before, words, voice, sources) };
  }
}

/** A brief of some claims of others and then one long run. */
function withRun(before, words, voice, sources) {
  const ids = sources.map((_, index) => `s-${index + 1}`);
  const entries = sources.map((publisher, index) => [ids[index], {
    type: "article-newspaper", title: `Title ${index + 1}`, publisher, issued: { date: "2026-05-04" },
    ...(index + 1 < sources.length ? { through: ids[index + 1] } : { url: "https://example.org/a" }),
  }]);
  const claim = (id, count, rest) => ({ id, says: WORDS.split(" ").slice(0, count).join(" ").replace(/\.?$/, ` ${id}.`), said: { date: "2026-05-03" }, ...rest });
  const others = Array.from({ length: before }, (_, index) => claim(`other-${index + 1}`, 20, { voice: index % 2 ? "b" : "c", in: "other" }));
  const run = Array.from({ length: 45 }, (_, index) => claim(`claim-${index + 1}`, words[index % words.length], { voice: "a", in: "s-1" }));
  return {
    format: 1, topic: "A bridge", title: "The bridge stays closed [@claim-1]", lang: "en", as_of: "2026-05-05", edition: 1,
    bottom_line: "The bridge stays closed [@claim-1].",
    voices: { a: voice, ...(before > 0 ? { b: { name: "Bo Carr", role: "driver" }, c: { name: "Cy Dale", role: "farmer" } } : {}) },
    sources: { ...Object.fromEntries(entries), ...(before > 0 ? { other: { type: "article-newspaper", title: "Other", publisher: "Vale News", issued: { date: "2026-05-04" }, url: "https://example.org/b" } } : {}) },
    claims: [...others, ...run],
  };
}

async function printedOn(papers, path) {
  const page = await open(browser, `${path}.html`);
  const runs = await page.$$eval(".run", (all) => all.map((run) => ({
    claims: [...run.querySelectorAll(".claim")].map((claim) => claim.id),
    voice: run.querySelector(".voices").firstChild.textContent.split(/[\s-]/)[0],
  })));
  const strip = await page.$$eval(".group > .text", (texts) => texts.map((text) => text.textContent));
  const rightToLeft = await page.evaluate(() => document.documentElement.dir === "rtl");
  // So that the numbers of claims are told from those that cite them.
  await page.$$eval(".claim .label", (labels) => labels.forEach((label) => { label.textContent = label.textContent.toLowerCase(); }));
  const found = [];
  for (const paper of papers) {
    const pdf = `${path}-${paper}.pdf`;
    await print(page, pdf, paper);
    found.push({ paper, runs, strip, rightToLeft, pages: pagesOf(pdf) });
  }
  await page.close();
  return found;
}

/** Where the number of a claim hangs before its text: the side, and how far down it. */
function placeOf(claim, pages) {
  for (const [page, { words }] of pages.entries()) {
    const found = words.find(({ text }) => text === claim.toLowerCase());
    if (found) return { page, top: found.top };
  }
  throw new Error(`${claim} is on no side`);
}

function beside({ width, words }, top, rightToLeft) {
  const isBeside = ({ left, right }) => (rightToLeft ? right < width * (1 - BESIDE) : left > width * BESIDE);
  return words.filter((word) => isBeside(word) && word.top > top - 4 && word.top < top + BELOW).map(({ text }) => text).join(" ");
}

/** Words whose boxes share more than their edges. */
function overlaps({ words }) {
  const sorted = [...words].sort((one, other) => one.top - other.top);
  const found = [];
  for (const [at, word] of sorted.entries()) {
    for (let next = at + 1; next < sorted.length && sorted[next].top < word.bottom; next += 1) {
      const other = sorted[next];
      const [across, down] = [Math.min(word.right, other.right) - Math.max(word.left, other.left), Math.min(word.bottom, other.bottom) - Math.max(word.top, other.top)];
      const least = Math.min(word.bottom - word.top, other.bottom - other.top);
      if (across > 1.5 && down > least * 0.45) found.push(`«${word.text}» and «${other.text}»`);
    }
  }
  return found;
}
