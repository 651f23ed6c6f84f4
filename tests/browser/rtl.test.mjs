// A page that is read from right to left: what stands where, and which way things point.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
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

    test("ids hang at the right of their texts", async () => {
      for (const [item, label, text] of [
        [".claim", ".label", ".statement"],
        [".source-list li", ".label", "b:first-of-type"],
        [".voices li", ".label", "b:first-of-type"],
        [".tension", ".label", ".sides"],
      ]) {
        const [ids, texts] = [await boxesOf(page, `${item} > ${label}`), await boxesOf(page, `${item} > ${text}`)];
        assert.ok(ids.length > 0 && ids.length === texts.length, `${item}: ${ids.length} ids, ${texts.length} texts`);
        expectNone(ids.filter((id, at) => id.left < texts[at].right - 1).map((id) => id.text), `id at the left in ${item}`);
      }
    });

    test("the mark of the record stands at the right of the attribution", async () => {
      const marks = await page.$$eval(".attribution, .legend li", (found) =>
        found.map((element) => {
          const { borderLeftWidth, borderRightWidth } = getComputedStyle(element);
          return { left: parseFloat(borderLeftWidth), right: parseFloat(borderRightWidth), text: element.className };
        }),
      );
      assert.ok(marks.length > 0);
      expectNone(marks.filter(({ left, right }) => left > 0 || right === 0).map(({ text }) => text), "mark at the left");
    });

    test("the figure begins at the right, and no label covers another", async () => {
      const voices = await boxesOf(page, "figure .voice");
      const sources = await boxesOf(page, "figure .source");
      const [brief] = await boxesOf(page, "figure .brief");
      assert.ok(voices.length > 1 && sources.length > 1);
      expectNone(voices.filter((voice) => sources.some((source) => source.right > voice.left)).map((voice) => voice.text), "voice not at the right of all sources");
      expectNone(sources.filter((source) => brief.right > source.left).map((source) => source.text), "source not at the right of the brief");
      const [svg] = await boxesOf(page, "figure svg");
      const labels = [...voices, ...sources, brief];
      expectNone(labels.filter(({ left, right }) => left < svg.left - 1 || right > svg.right + 1).map(({ text }) => text), "label beyond the drawing");
    });

    test("labels stand beside their dots, whatever their letters", async () => {
      const labels = await page.$$eval("figure .voice, figure .source, figure .brief", (found) =>
        found.map((label) => {
          const { x, width } = label.getBBox();
          const isVoice = label.classList.contains("voice");
          return { text: label.textContent, beyond: isVoice ? label.x.baseVal[0].value - x : x + width - label.x.baseVal[0].value };
        }),
      );
      assert.ok(labels.some(({ text }) => text.includes("Harbour Times")));
      expectNone(labels.filter(({ beyond }) => beyond > 1).map(({ text }) => text), "label over its dot and lines");
    });

    test("chains point from right to left", async () => {
      const text = await page.$eval(".claims", (section) => section.textContent);
      assert.ok(text.includes("←") && !text.includes("→"), text);
    });

    test("the table begins at the right", async () => {
      const [first, second, third] = await boxesOf(page, ".positions thead th");
      assert.ok(first.left >= second.right - 1 && second.left >= third.right - 1, JSON.stringify([first, second, third]));
      const aligned = await page.$$eval(".positions th, .positions td, .positions caption", (cells) =>
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
