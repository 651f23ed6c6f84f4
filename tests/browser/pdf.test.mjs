// What `brief pdf` writes, with the system's own Chromium: read back with poppler, and held against
// what a reader of the page would print.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { allBriefs, contentBriefs, uncited } from "./lib/briefs.mjs";
import { executable, launch, open } from "./lib/chromium.mjs";
import { expectNone, squeezed } from "./lib/expect.mjs";
import { claimsToBeHeard, faultsOf } from "./lib/heard.mjs";
import { fontsOf, infoOf, outlineOf, pagesOf, print, structureOf } from "./lib/paper.mjs";

const SIZES = { A4: [595.28, 841.89], Letter: [612, 792] };
const NEAR = 1;
const FAR = 2;
// As in paper.test.mjs: these are a sheet.
const SHEETS = { "ukraine-security-guarantees": 2, "ukraine-security-guarantees.uk": 2 };

let browser;
let folder;
before(async () => {
  browser = await launch();
  folder = mkdtempSync(join(tmpdir(), "brief pdf ü#1%-"));
});
after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** How far the outermost words of a page are from its edges: left, top, right, bottom. */
function marginsOf({ width, height, words }) {
  const all = (side) => words.map((word) => word[side]);
  return [Math.min(...all("left")), Math.min(...all("top")), width - Math.max(...all("right")), height - Math.max(...all("bottom"))];
}

function brief(...given) {
  const run = spawnSync(process.env.BRIEF_BIN, ["pdf", "--browser", executable(), ...given], { encoding: "utf8", cwd: folder });
  return { code: run.status, out: run.stdout, err: run.stderr };
}

for (const { name, path, source, document } of contentBriefs()) {
  for (const [paper, [width, height]] of Object.entries(SIZES)) {
    describe(`${name}: ${paper}`, () => {
      let pdf;
      let said;
      before(() => {
        pdf = join(folder, `${name} ${paper}.pdf`);
        said = brief(source, "--paper", paper.toLowerCase(), "-o", pdf);
        assert.equal(said.code, 0, said.err);
      });

      test("says how many pages it wrote", () => {
        const { Pages, ...info } = infoOf(pdf);
        assert.equal(said.err, `wrote ${pdf}: ${Pages} page${Pages === "1" ? "" : "s"}, ${paper}\n`);
        assert.equal(said.out, "");
        if (name in SHEETS) assert.equal(Number(Pages), SHEETS[name]);
        const [, wide, high] = info["Page size"].match(/([\d.]+) x ([\d.]+) pts/);
        assert.ok(Math.abs(wide - width) < NEAR && Math.abs(high - height) < NEAR, info["Page size"]);
      });

      test("is tagged, with a title and a language", () => {
        const info = infoOf(pdf);
        assert.equal(info.Tagged, "yes");
        assert.equal(info.Title, uncited(document.title));
        assert.match(info.Creator, /^brief \d/);
        const language = (document.lang ?? "en").replace(/\W/g, ".");
        assert.match(readFileSync(pdf, "latin1"), new RegExp(`/Lang \\(${language}\\)`));
        const structure = structureOf(pdf);
        expectNone(["H1", "H2", "L", "Table", "TH"].filter((tag) => !structure.has(tag)), `tag missing among ${[...structure].join(" ")}`);
      });

      test("has in its outline all headings of the page, with all their words", async () => {
        const page = await open(browser, path);
        const headings = await page.$$eval("h1, h2, h3", (found) => found.filter((heading) => !heading.closest("[popover]")).map((heading) => heading.textContent));
        await page.close();
        assert.deepEqual(outlineOf(pdf), headings.map(squeezed));
      });

      test("can be heard whole, and says so: PDF/UA-1", () => {
        expectNone(faultsOf(pdf), "fault");
        assert.ok(claimsToBeHeard(readFileSync(pdf)));
      });

      test("has its fonts in it, and no other", () => {
        const rows = fontsOf(pdf);
        assert.ok(rows.length > 0);
        expectNone(rows.filter((font) => !font.startsWith("BriefSerif")), "foreign font");
      });

      // The browser rounds a paper that it is told to other pixels than one that a page asks for: a
      // word may stand on another line, but none on another page.
      test("has the words, margins and pages of one who prints the page", async () => {
        const printed = join(folder, `${name} ${paper} reader.pdf`);
        const page = await open(browser, path);
        await print(page, printed, paper);
        await page.close();
        const words = (path) => pagesOf(path).map((page) => page.words.map((word) => word.text).sort());
        assert.deepEqual(words(pdf), words(printed));
        const [ours, theirs] = [pdf, printed].map((path) => pagesOf(path).map(marginsOf));
        const moved = ours.flatMap((margins, at) => margins.map((margin, side) => Math.abs(margin - theirs[at][side])));
        assert.ok(Math.max(...moved) < FAR, `margins differ by ${Math.max(...moved)} pt`);
      });

      test("is the same, byte for byte, when it is made again", () => {
        const again = join(folder, `${name} ${paper} again.pdf`);
        assert.equal(brief(source, "--paper", paper.toLowerCase(), "-o", again).code, 0);
        assert.ok(readFileSync(pdf).equals(readFileSync(again)), "the bytes differ");
      });
    });
  }

  test(`${name}: in large print it takes more pages`, () => {
    const pages = (...options) => {
      const pdf = join(folder, `${name} large.pdf`);
      assert.equal(brief(source, "-o", pdf, ...options).code, 0);
      return Number(infoOf(pdf).Pages);
    };
    assert.ok(pages("--large-print") > pages());
  });

  test(`${name}: what stands beyond a page is counted and named`, async () => {
    const pdf = join(folder, `${name} long.pdf`);
    const { code, err } = brief(source, "--large-print", "--max-pages", "1", "-o", pdf);
    assert.equal(code, 1, err);
    const whole = join(folder, `${name} whole.pdf`);
    assert.equal(brief(source, "--large-print", "-o", whole).code, 0);
    // Running heads are words of poppler's and not of the brief.
    const words = pagesOf(whole).slice(1).flatMap((page) => page.words).filter((word) => /[\p{L}\p{N}]/u.test(word.text)).length;
    const said = Number(err.match(/cut about (\d+) words/)?.[1]);
    assert.ok(said > words * 0.9 && said < words * 1.1, `${said} said, ${words} found by poppler`);
    const page = await open(browser, path);
    const last = await page.$$eval("h2", (headings) => headings.at(-1).textContent.trim());
    await page.close();
    const beyond = err.split("\n").find((line) => line.includes("beyond page 1: "));
    assert.ok(beyond?.includes(`, ${last} (`), `${last} is not in: ${beyond}`);
  });
}

const known = new Set(contentBriefs().map(({ name }) => name));
for (const { name, source, ownLetters, rightToLeft } of allBriefs().filter(({ name }) => !known.has(name))) {
  for (const paper of Object.keys(SIZES)) {
    test(`${name}: ${paper}: can be heard whole, and says so: PDF/UA-1`, () => {
      const pdf = join(folder, `${name} ${paper}.pdf`);
      assert.equal(brief(source, "--paper", paper.toLowerCase(), "-o", pdf).code, 0);
      const faults = faultsOf(pdf);
      // Where the machine has no letters for a text, no PDF of it can be heard, and none may say so.
      const lacksLetters = !ownLetters && !rightToLeft && faults.some((fault) => fault.startsWith("TXT-005"));
      assert.equal(claimsToBeHeard(readFileSync(pdf)), !lacksLetters);
      expectNone(faults.filter((fault) => !(lacksLetters && /^(TXT-00[235]|DOC-012)/.test(fault))), "fault");
    });
  }
}
