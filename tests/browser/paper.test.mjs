// The page on paper: A4 and Letter, as Chromium prints it.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { allBriefs, numbersOf, quotesOf } from "./lib/briefs.mjs";
import { launch, open } from "./lib/chromium.mjs";
import { expectNone } from "./lib/expect.mjs";
import { fontsDrawn } from "./lib/fonts.mjs";
import { fillOf, fontsOf, infoOf, pagesOf, print, structureOf, textsOf } from "./lib/paper.mjs";

const PAPERS = ["A4", "Letter"];
// A brief that is named here is a sheet: this many pages and no more, each of them well filled.
const SHEETS = { "ukraine-security-guarantees": 2, "ukraine-security-guarantees.uk": 2 };
const PAGE_OF_PAGES = { en: (page, pages) => `Page ${page} of ${pages}`, uk: (page, pages) => `Сторінка ${page} з ${pages}` };
const LEAST_FILL = 0.6;
const LEAST_FILL_OF_LAST = 0.5;
const POINTS_PER_MM = 72 / 25.4;
const LEAST_MARGIN = 5 * POINTS_PER_MM;

const LARGE = `format: 1
title: The bridge is open [@open]
topic: The bridge
lang: en
as_of: 2026-11-27
edition: 1
bottom_line: The bridge is open [@open].
voices:
  guild: { group: The guild }
sources:
  gazette: { type: article-newspaper, publisher: Gazette }
claims:
  - { id: open, says: The bridge is open., voice: guild, in: gazette, said: {} }
gaps:
`;

let browser;
let folder;
before(async () => {
  browser = await launch();
  folder = mkdtempSync(join(tmpdir(), "brief-paper-"));
});
after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

test("in large print a table stands on the page of its question", async () => {
  const faults = [];
  for (let count = 1; count < 12; count += 1) {
    const fillers = Array.from({ length: count }, (_, at) => `  - { question: Filler ${at}?, why: Nobody says. }\n`).join("");
    const yaml = join(folder, `large-${count}.yaml`);
    writeFileSync(yaml, `${LARGE}${fillers}  - { question: What did the gate cost?, why: "Two were asked.\\n\\n| asked | answer |\\n| --- | --- |\\n| Guild | none |\\n| Mayor | later |\\n| Gazette | silence |\\n" }\n`);
    const html = join(folder, "large.html");
    execFileSync(process.env.BRIEF_BIN, ["build", yaml, "--large-print", "-o", html], { stdio: "ignore" });
    const page = await open(browser, html);
    const pdf = join(folder, "large.pdf");
    await print(page, pdf, "A4");
    await page.close();
    const at = (words) => textsOf(pdf).findIndex((text) => text.includes(words));
    if (at("What did the gate") !== at("silence")) faults.push(`after ${count} others`);
  }
  expectNone(faults, "table parted from its question");
});

for (const brief of allBriefs()) {
  for (const paper of PAPERS) {
    describe(`${brief.name}: ${paper}`, () => {
      let pdf;
      let pages;
      let texts;
      let ownFonts;
      let headings;
      before(async () => {
        pdf = join(folder, `${brief.name}-${paper}.pdf`);
        const page = await open(browser, brief.path);
        await print(page, pdf, paper);
        await page.emulateMedia({ media: "print" });
        headings = await page.evaluate(() => [...document.querySelectorAll("h2, caption, .positions thead, .explained, .changes .sum")].map((heading) => heading.innerText));
        const drawn = (await fontsDrawn(page)).flatMap(({ fonts }) => fonts);
        ownFonts = new Set(drawn.filter((font) => font.isCustomFont).map((font) => font.postScriptName));
        await page.close();
        pages = pagesOf(pdf);
        texts = textsOf(pdf);
      });

      test("is tagged, with a title and a language", () => {
        const info = infoOf(pdf);
        assert.equal(info.Tagged, "yes");
        assert.ok(info.Title, "the PDF has no title");
        const structure = structureOf(pdf);
        expectNone(["H1", "H2", "L", "Table", "TH"].filter((tag) => !structure.has(tag)), `tag missing among ${[...structure].join(" ")}`);
      });

      test("every page has its number, the count of pages and the as-of date", () => {
        const dates = writtenDates(brief.document.as_of, brief.document.lang ?? "en");
        const faults = texts.flatMap((text, at) => {
          const wanted = (PAGE_OF_PAGES[brief.document.lang.split("-")[0]] ?? PAGE_OF_PAGES.en)(at + 1, texts.length);
          const line = text.replace(/\s+/g, " ");
          return [
            ...(line.includes(wanted) ? [] : [`page ${at + 1} does not say "${wanted}"`]),
            ...(dates.some((date) => line.includes(date)) ? [] : [`page ${at + 1} does not say ${dates.join(" or ")}`]),
          ];
        });
        expectNone(faults, "page without its running text");
      });

      test("nothing is nearer than 5 mm to the paper's edge", () => {
        const outside = pages.flatMap(({ width, height, words }, at) => words
          .filter((word) => word.left < LEAST_MARGIN || word.top < LEAST_MARGIN || word.right > width - LEAST_MARGIN || word.bottom > height - LEAST_MARGIN)
          .map((word) => `page ${at + 1}: «${word.text}» at ${Math.round(word.left)}–${Math.round(word.right)} × ${Math.round(word.top)}–${Math.round(word.bottom)} pt of ${width} × ${height}`));
        expectNone(outside, "word outside the margins");
      });

      test("every claim's number and every quote is on the paper", () => {
        const all = solid(texts.map((text) => text.replace(/\n[^\n]*Page \d+ of \d+[^\n]*/g, "")).join(""));
        expectNone(numbersOf(brief).filter((id) => !new RegExp(`\\b${id}\\b`).test(texts.join(" "))), "claim whose number is not printed");
        // Chromium names some letters of a machine's Korean and Japanese fonts wrongly: most of a quote has to be there.
        const least = brief.rightToLeft ? 1 : 0.5;
        const arePrinted = (words) => words.filter((word) => all.includes(word)).length >= least * words.length;
        const isPrinted = (text) => (brief.ownLetters ? all.includes(solid(text)) : arePrinted(wordsOf(text)));
        expectNone(quotesOf(brief.document).filter((text) => !isPrinted(text)), "quote that is not printed whole");
      });

      test("no heading and no head of a table is left alone at the foot of a page", () => {
        const lowest = pages.map(({ height, words }) => {
          const own = words.filter(({ bottom }) => bottom < height - 13 * POINTS_PER_MM);
          const line = Math.max(...own.map(({ bottom }) => bottom));
          return solid(own.filter(({ bottom }) => bottom > line - 3).map(({ text }) => text).join("")).toLowerCase();
        });
        const all = headings.map((heading) => solid(heading).toLowerCase());
        expectNone(lowest.slice(0, -1).flatMap((line, at) => (all.some((heading) => line.length > 3 && heading.endsWith(line)) ? [`page ${at + 1}: ${line}`] : [])), "heading left alone");
      });

      if (brief.ownLetters) {
        test("its fonts are the page's own, in the margins too", () => {
          expectNone(fontsOf(pdf).filter((name) => !ownFonts.has(name)), `font on paper that is not among ${[...ownFonts].join(", ")}`);
        });
      }

      test("the browser adds no address of its own in the margins", async () => {
        const withFeet = join(folder, `${brief.name}-${paper}-feet.pdf`);
        const page = await open(browser, brief.path);
        await printAsFromTheMenu(page, withFeet, paper);
        await page.close();
        expectNone(textsOf(withFeet).flatMap((text, at) => (/file:\/\//.test(text) ? [`page ${at + 1}`] : [])), "page with the file's address");
      });

      if (brief.name in SHEETS) {
        test(`is at most ${SHEETS[brief.name]} pages`, () => {
          assert.ok(pages.length <= SHEETS[brief.name], `${pages.length} pages; the last begins «${texts.at(-1)?.slice(0, 200)}»`);
        });

        test("every page is well filled", (context) => {
          const fill = fillOf(pages);
          context.diagnostic(`filled: ${fill.map(percent).join(", ")}`);
          const least = (at) => (at === fill.length - 1 ? LEAST_FILL_OF_LAST : LEAST_FILL);
          expectNone(fill.flatMap((share, at) => (share < least(at) ? [`page ${at + 1}: ${percent(share)}, less than ${percent(least(at))}`] : [])), "page too empty");
        });
      }
    });
  }
}

/** Prints with the header and footer that a reader's print dialog has switched on. */
async function printAsFromTheMenu(page, path, paper) {
  const session = await page.context().newCDPSession(page);
  const [paperWidth, paperHeight] = paper === "A4" ? [8.27, 11.69] : [8.5, 11];
  const { data } = await session.send("Page.printToPDF", { displayHeaderFooter: true, paperWidth, paperHeight });
  writeFileSync(path, Buffer.from(data, "base64"));
}

/** A date of the YAML as the page may write it. */
function writtenDates(date, language) {
  const [year, month, day] = String(date).split("-").map(Number);
  if (!day) return [String(date)];
  const at = new Date(Date.UTC(year, month - 1, day));
  const long = (locale) => new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }).format(at);
  return [...new Set([String(date), long(language), long("en-GB"), long("en-US")])];
}

/** The words and numbers of a text. */
function wordsOf(text) {
  // A number among Chinese or Japanese letters is set in another font, and given out apart from them.
  const runs = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+|(?:(?!\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana})[\p{L}\p{M}\p{N}])+/gu;
  return text.normalize("NFKC").match(runs) ?? [];
}

/** Without white space, soft hyphens and ligatures, which the PDF's text may have where the page has none. */
function solid(text) {
  return text.normalize("NFKC").replace(/[\s\u00ad]+/g, "");
}

function percent(share) {
  return `${Math.round(share * 100)} %`;
}
