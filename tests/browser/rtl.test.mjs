// A page that is read from right to left: what stands where, and which way things point.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { launch, open } from "./lib/chromium.mjs";
import { expectNone } from "./lib/expect.mjs";
import { infoOf, print } from "./lib/paper.mjs";
import { sidewaysFaults } from "./lib/width.mjs";

const FIXTURES = fileURLToPath(new URL("../fixtures/", import.meta.url));

let browser;
let folder;
let path;
before(async () => {
  browser = await launch();
  folder = mkdtempSync(join(tmpdir(), "brief-rtl-"));
  path = join(folder, "page.html");
  const locales = join(FIXTURES, "locales");
  execFileSync(process.env.BRIEF_BIN, ["build", join(FIXTURES, "rtl.yaml"), "--locales", locales, "-o", path], { stdio: "ignore" });
});
after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** In the page: the boxes of all that a selector finds. */
const boxesOf = (page, selector) =>
  page.$$eval(selector, (found) =>
    found.map((element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      return { left, right, top, bottom, text: element.textContent };
    }),
  );

for (const media of ["screen", "print"]) {
  describe(`from right to left: ${media}`, () => {
    let page;
    before(async () => {
      page = await open(browser, path);
      await page.emulateMedia({ media });
    });
    after(() => page?.close());

    test("the words under the code stand under it", async () => {
      const [[code], [words]] = [await boxesOf(page, ".qr svg"), await boxesOf(page, ".qr bdi")];
      const isBeside = words.left > code.left - 20 && words.right < code.right + 20;
      assert.ok(words.top > code.bottom - 5 && isBeside, JSON.stringify({ code, words }));
    });

    test("ids hang at the right of their texts", async () => {
      for (const [item, label, text] of [
        [".claim", "h3", ".statement"],
        [".source-list li", ".label", "b:first-of-type"],
        [".voice-list li:not(.bare)", ".label", "b:first-of-type"],
      ]) {
        const [ids, texts] = [await boxesOf(page, `${item} > ${label}`), await boxesOf(page, `${item} > ${text}`)];
        assert.ok(ids.length > 0 && ids.length === texts.length, `${item}: ${ids.length} ids, ${texts.length} texts`);
        expectNone(ids.filter((id, at) => id.left < texts[at].right - 1).map((id) => id.text), `id at the left in ${item}`);
      }
    });

    test("the chain stands at the left of its claims, and begins at the right", async () => {
      const chains = await page.$$eval(".run", (runs) =>
        runs.map((run) => {
          const box = (selector) => run.querySelector(selector).getBoundingClientRect();
          const [claims, drawing, voices, step] = [".claims-of-run", ".drawing", ".names .voices", ".names .step"].map(box);
          const dots = [...run.querySelector(".drawing").querySelectorAll("circle")].map((dot) => dot.getBoundingClientRect().right);
          return { text: run.textContent.slice(0, 80), beside: drawing.right <= claims.left + 1, begins: voices.right > step.right, dots, stepAt: step.right };
        }));
      assert.ok(chains.length > 1);
      expectNone(chains.filter((chain) => !chain.beside || !chain.begins).map((chain) => chain.text), "chain that runs the wrong way");
      expectNone(chains.filter(({ dots }) => dots.some((dot, at) => at > 0 && dot >= dots[at - 1])).map((chain) => chain.text), "dots from left to right");
    });

    test("chains point from right to left", async () => {
      const text = await page.$eval(".claims", (section) => section.textContent);
      assert.ok(text.includes("←") && !text.includes("→"), text);
    });

    test("the table begins at the right", async () => {
      const [first, second, third] = await boxesOf(page, ".positions thead th");
      assert.ok(first.left >= second.right - 1 && second.left >= third.right - 1, JSON.stringify([first, second, third]));
      const aligned = await page.$$eval(".positions th, .positions td, .positions .signs", (cells) =>
        cells.filter((cell) => getComputedStyle(cell).textAlign !== "start").map((cell) => cell.textContent),
      );
      expectNone(aligned, "cell not aligned with the text");
    });

    test("a quote in another direction is read in its own", async () => {
      const direction = await page.$eval("[data-quote][lang=en]", (quote) => getComputedStyle(quote).direction);
      assert.equal(direction, "ltr");
    });

    test("letters that join are not parted", async () => {
      // English words in their own direction may be spaced.
      const parted = await page.$$eval("body *", (all) =>
        all.filter((element) => getComputedStyle(element).direction === "rtl" || /[\u0590-\u08ff]/.test(element.textContent))
          .filter((element) => getComputedStyle(element).letterSpacing !== "normal" && parseFloat(getComputedStyle(element).letterSpacing) !== 0).map((element) => element.outerHTML.slice(0, 80)),
      );
      expectNone(parted, "element with space between letters");
    });
  });
}

for (const width of [320, 390, 768, 1280]) {
  test(`from right to left, nothing sticks out sideways at ${width} px`, async () => {
    const page = await open(browser, path, { viewport: { width, height: 900 } });
    expectNone(await sidewaysFaults(page), `fault at ${width} px`);
    await page.close();
  });
}

test("from right to left, it prints", async () => {
  const page = await open(browser, path);
  const pdf = join(folder, "page.pdf");
  await print(page, pdf, "A4");
  assert.equal(infoOf(pdf).Pages, "1");
  await page.close();
});

test("lines of Japanese break between phrases, those of Korean between words", async () => {
  for (const [language, expected] of [["ja", "auto-phrase"], ["ko", "keep-all"]]) {
    const yaml = readFileSync(join(FIXTURES, "rtl.yaml"), "utf8").replace("lang: he", `lang: ${language}`);
    writeFileSync(join(folder, "breaks.yaml"), yaml);
    execFileSync(process.env.BRIEF_BIN, ["build", join(folder, "breaks.yaml"), "-o", join(folder, "breaks.html")], { stdio: "ignore" });
    const page = await open(browser, join(folder, "breaks.html"));
    assert.equal(await page.$eval("h1", (heading) => getComputedStyle(heading).wordBreak), expected);
    await page.close();
  }
});

// All texts of a brief in the letters of another direction than its language, or than the page's own words: each
// is read by itself.
for (const [language, alphabet] of [["en", "אבגדהוזחטיכלמנ"], ["he", "абвгґдеєжзиіїй"], ["ar", "אבגדהוזחטיכלמנ"]]) {
  test(`a brief of ${language}: no text that runs against it stands in one line of text with others`, async () => {
    const yaml = readFileSync(join(FIXTURES, "unfilled/directions.yaml"), "utf8").replace("LANG", language);
    const word = (at) => Array.from({ length: 4 }, (_, turn) => alphabet[(at * 7 + turn * 3 + Math.floor(at / 10)) % alphabet.length]).join("");
    let count = 0;
    const filled = yaml.replace(/WORDS/g, () => `${word((count += 1))} ${count} ${word(count)}`);
    writeFileSync(join(folder, "directions.yaml"), filled);
    const html = join(folder, "directions.html");
    execFileSync(process.env.BRIEF_BIN, ["build", join(folder, "directions.yaml"), "--locales", join(FIXTURES, "locales"), "-o", html], { stdio: "ignore" });
    const page = await open(browser, html);
    const faults = await page.evaluate((alphabet) => {
      const against = new RegExp(`[${alphabet}]`, "u");
      const isApart = (element) => {
        const { display, unicodeBidi, position } = getComputedStyle(element);
        return !["inline", "contents"].includes(display) || unicodeBidi.includes("isolate") || ["absolute", "fixed"].includes(position);
      };
      const faults = [];
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let text = walker.nextNode(); text; text = walker.nextNode()) {
        if (!against.test(text.data) || text.parentElement.closest("script")) continue;
        let around = text.parentElement;
        while (!isApart(around)) around = around.parentElement;
        // What stands in the same line of text, those parts left out that are set apart themselves.
        const own = (element) => [...element.childNodes].map((node) => (node.nodeType === 3 ? node.data : node.nodeType === 1 && !isApart(node) ? own(node) : "")).join("");
        const letters = own(around).match(/\p{L}/gu) ?? [];
        if (letters.some((letter) => !against.test(letter))) faults.push(`${around.tagName}.${around.className}: ${own(around)}`);
      }
      return faults;
    }, alphabet);
    await page.close();
    expectNone(faults, "text that is not set apart");
  });
}

describe("from right to left, without words of its own", () => {
  let html;
  before(() => {
    html = join(folder, "english-words.html");
    const yaml = readFileSync(join(FIXTURES, "rtl.yaml"), "utf8").replace("lang: he", "lang: ar");
    writeFileSync(join(folder, "english-words.yaml"), yaml);
    execFileSync(process.env.BRIEF_BIN, ["build", join(folder, "english-words.yaml"), "-o", html], { stdio: "ignore" });
  });

  for (const width of [390, 1280]) {
    test(`English sentences run from left to right, at the edge of the page's own: ${width} px`, async () => {
      const page = await open(browser, html, { viewport: { width, height: 900 } });
      const { turned, astray, count } = await page.evaluate(() => {
        const own = [...document.querySelectorAll("[lang=en]:not(.legend)")].filter((element) => element.checkVisibility());
        const style = (element) => getComputedStyle(element);
        const isTurned = (element) => style(element).direction !== "ltr" || (style(element).display === "inline" && !style(element).unicodeBidi.includes("isolate") && style(element.parentElement).direction !== "ltr");
        const blocks = own.filter((element) => style(element).display === "block" && style(element.parentElement).direction === "rtl");
        const text = (element) => element.outerHTML.slice(0, 120);
        return { turned: own.filter(isTurned).map(text), astray: blocks.filter((element) => !["right", "start"].includes(style(element).textAlign) || (style(element).textAlign === "start" && style(element).direction === "ltr")).map(text), count: own.length };
      });
      await page.close();
      assert.ok(count > 10, `${count} elements in English`);
      expectNone(turned, "English that runs the wrong way");
      expectNone(astray, "English at the wrong edge");
    });
  }

  test("what runs along the edges of paper stands on the same side of every page, as in the masthead", async () => {
    const page = await open(browser, html);
    const pdf = join(folder, "english-words.pdf");
    await print(page, pdf, "A5");
    await page.close();
    const pages = execFileSync("pdftotext", ["-bbox", pdf, "-"], { encoding: "utf8" }).split("<page ").slice(1);
    assert.ok(pages.length > 1);
    for (const text of pages) {
      const width = Number(text.match(/width="([\d.]+)"/)[1]);
      const edge = (word) => Number([...text.matchAll(/xMin="([\d.]+)"[^>]*>([^<]*)</g)].filter(([, , found]) => found === word).at(-1)[1]);
      assert.ok(edge("Edition") > width / 2 && edge("Page") < width / 2, text.slice(-600));
    }
  });
});
