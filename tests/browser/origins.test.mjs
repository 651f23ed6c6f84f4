// The drawing of `brief origins --format svg`: whatever the brief, every label can be read.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { allBriefs } from "./lib/briefs.mjs";
import { launch, open } from "./lib/chromium.mjs";
import { expectNone } from "./lib/expect.mjs";

const FIXTURES = fileURLToPath(new URL("../fixtures/", import.meta.url));
const LOCALES = join(FIXTURES, "locales");

const LATIN = "Council Ministry Harbour Times Port Authority Northern Regional Committee Fisheries News Agency Radio Institute Deputy Mayor".split(" ");
const ARABIC = "وزارة الخارجية القناة الإخبارية محمد المتحدث باسم الحكومة صحيفة الشرق وكالة الأنباء العربية مجلس".split(" ");
const HEBREW = "משרד החוץ ערוץ החדשות דובר הממשלה עיתון הבוקר סוכנות הידיעות רשות הנמל".split(" ");
const JAPANESE = "日本放送協会 外務省報道官 産経新聞社 東京電力ホールディングス 共同通信 内閣官房長官 経済産業省".split(" ");
const CYRILLIC = "Міністерство закордонних справ Українська правда речник уряду Щоденник агентство новин комітет".split(" ");

/** Numbers that look random, and are the same each time. */
function dice(seed) {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

/** A brief of so many voices and sources, and the names in it. Of `several` claims in ten, two voices or two sources. */
function generated({ voices, sources, claims, words, least, most, lang = "en", joint = " ", several = 2, seed = 7 }) {
  const roll = dice(seed);
  const names = [];
  const name = () => {
    const parts = Array.from({ length: least + roll(most - least + 1) }, () => words[roll(words.length)]);
    names.push(`${parts.join(joint)}${joint}${names.length}`);
    return JSON.stringify(names.at(-1));
  };
  const lines = ["format: 1", "topic: Harbour works", 'title: "The harbour will be widened, the council says [@c0]"', `lang: ${lang}`, "as_of: 2025-08-16", "edition: 1", 'bottom_line: "The council says that it will be widened [@c0]."', "voices:"];
  for (let voice = 0; voice < voices; voice++) {
    lines.push(voice % 6 === 5 ? `  v${voice}: { anonymous: unknown, described_as: ${name()}, reason: not given }` : `  v${voice}: { name: ${name()} }`);
  }
  lines.push("sources:");
  for (let source = 0; source < sources; source++) {
    const through = source > 0 && roll(10) < 4 ? `, through: s${roll(source)}` : "";
    lines.push(`  s${source}: { type: article-newspaper, title: A report, publisher: ${name()}, issued: { date: 2025-08-16 }${through} }`);
  }
  lines.push("claims:");
  for (let claim = 0; claim < claims; claim++) {
    const some = (count, prefix) => [claim < count ? claim : roll(count), ...(roll(10) < several ? [roll(count)] : [])].map((id) => `${prefix}${id}`);
    lines.push(`  - { id: c${claim}, says: A claim., voice: [${[...new Set(some(voices, "v"))]}], in: [${[...new Set(some(sources, "s"))]}], said: { date: 2025-08-16 } }`);
  }
  return { yaml: `${lines.join("\n")}\n`, names };
}

const GENERATED = {
  "20 voices": generated({ voices: 20, sources: 14, claims: 30, words: LATIN, least: 1, most: 3 }),
  "40 voices and 40 sources": generated({ voices: 40, sources: 40, claims: 60, words: LATIN, least: 1, most: 3 }),
  "everybody everywhere": generated({ voices: 20, sources: 20, claims: 80, words: LATIN, least: 1, most: 2, several: 8 }),
  "long names": generated({ voices: 20, sources: 12, claims: 24, words: LATIN, least: 5, most: 12 }),
  "names of one word": generated({ voices: 3, sources: 3, claims: 4, words: ["W".repeat(70)], least: 1, most: 1, joint: "" }),
  "one of each": generated({ voices: 1, sources: 1, claims: 1, words: LATIN, least: 1, most: 1 }),
  Arabic: generated({ voices: 20, sources: 12, claims: 26, words: ARABIC, least: 2, most: 5, lang: "ar" }),
  "Arabic and Hebrew in English": generated({ voices: 12, sources: 8, claims: 16, words: [...ARABIC, ...HEBREW], least: 2, most: 5 }),
  "English in Hebrew": generated({ voices: 12, sources: 8, claims: 16, words: LATIN, least: 1, most: 4, lang: "he" }),
  Japanese: generated({ voices: 20, sources: 12, claims: 26, words: JAPANESE, least: 1, most: 3, lang: "ja", joint: "" }),
  Ukrainian: generated({ voices: 20, sources: 12, claims: 26, words: CYRILLIC, least: 1, most: 4, lang: "uk" }),
};

/** In the page: what keeps a drawing from being read. A label is a group of lines, each a text. */
function faultsOfDrawing() {
  const faults = [];
  const svg = document.querySelector("svg");
  const { x, y, width, height } = svg.viewBox.baseVal;
  const boxes = [...svg.querySelectorAll("text")].map((line) => ({ text: line.textContent, label: line.parentNode, box: line.getBBox() }));
  const isIn = (box, px, py, room) => px > box.x - room && px < box.x + box.width + room && py > box.y - room && py < box.y + box.height + room;
  for (const [index, { text, label, box }] of boxes.entries()) {
    if (box.width === 0) faults.push(`“${text}” is not drawn`);
    if (box.x < x || box.y < y || box.x + box.width > x + width || box.y + box.height > y + height) faults.push(`“${text}” stands outside`);
    for (const other of boxes.slice(index + 1).filter((other) => other.label !== label)) {
      const apart = other.box.x >= box.x + box.width || box.x >= other.box.x + other.box.width || other.box.y >= box.y + box.height || box.y >= other.box.y + other.box.height;
      if (!apart) faults.push(`“${text}” touches “${other.text}”`);
    }
  }
  for (const path of svg.querySelectorAll("path")) {
    const length = path.getTotalLength();
    for (let at = 0; at <= length; at += 1) {
      const point = path.getPointAtLength(at);
      if (point.x < x || point.y < y || point.x > x + width || point.y > y + height) faults.push(`a line runs outside: ${path.getAttribute("d")}`);
      const met = boxes.find(({ box }) => isIn(box, point.x, point.y, 0));
      if (met) {
        faults.push(`a line runs through “${met.text}”: ${path.getAttribute("d")}`);
        break;
      }
    }
  }
  for (const dot of svg.querySelectorAll("circle")) {
    const [cx, cy, r] = ["cx", "cy", "r"].map((name) => Number(dot.getAttribute(name)));
    const met = boxes.find(({ box }) => isIn(box, cx, cy, r));
    if (met) faults.push(`a dot meets “${met.text}”`);
  }
  return faults;
}

/** A text without space and without characters that only order it. */
const letters = (text) => text.replace(/[\s\u2066-\u2069]/g, "");

let browser;
let folder;
before(async () => {
  browser = await launch();
  folder = mkdtempSync(join(tmpdir(), "brief-origins-"));
});
after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function drawn(yaml, name, options = []) {
  const svg = execFileSync(process.env.BRIEF_BIN, ["origins", yaml, "--format", "svg", ...options], { stdio: ["ignore", "pipe", "ignore"] });
  const path = join(folder, `${name.replace(/\W+/g, "-")}.svg`);
  writeFileSync(path, svg);
  return open(browser, path);
}

describe("the drawing of origins", () => {
  const files = Object.fromEntries(allBriefs().map((brief) => [brief.name, [brief.source]]));
  files["a page of every kind"] = [join(FIXTURES, "page.yaml")];
  files["Hebrew"] = [join(FIXTURES, "rtl.yaml"), ["--locales", LOCALES]];
  files["hostile names"] = [fileURLToPath(new URL("hostile/figure.yaml", import.meta.url))];
  for (const [name, [yaml, options]] of Object.entries(files)) {
    test(`${name}: no label is met by another or by a line`, async () => {
      const page = await drawn(yaml, name, options);
      expectNone(await page.evaluate(faultsOfDrawing), "fault of the drawing");
      await page.close();
    });
  }

  for (const [name, { yaml, names }] of Object.entries(GENERATED)) {
    test(`${name}: no label is met by another or by a line, none is cut or left out`, async () => {
      const file = join(folder, "brief.yaml");
      writeFileSync(file, yaml);
      const page = await drawn(file, name);
      expectNone(await page.evaluate(faultsOfDrawing), "fault of the drawing");
      const labels = await page.$$eval("g.name", (found) => found.map((label) => label.textContent));
      const shown = labels.map(letters);
      const expected = names.map(letters);
      expectNone(expected.filter((label) => !shown.some((text) => text.startsWith(label))), "name not shown in full");
      assert.equal(shown.length, expected.length);
      await page.close();
    });
  }

  test("every element says itself what it looks like", async () => {
    const page = await drawn(join(FIXTURES, "page.yaml"), "attributes");
    const bare = await page.$$eval("svg *", (all) =>
      all
        .filter((element) => {
          const has = (...names) => names.every((name) => element.hasAttribute(name));
          switch (element.localName) {
            case "text":
              return !has("font-family", "font-size", "fill", "text-anchor");
            case "path":
            case "circle":
              return !has("fill", "stroke", "stroke-width");
            default:
              return !["g", "rect", "title", "desc"].includes(element.localName);
          }
        })
        .map((element) => element.outerHTML),
    );
    expectNone(bare, "element that needs a style sheet");
    await page.close();
  });

  test("from right to left it begins at the right", async () => {
    const page = await drawn(join(FIXTURES, "rtl.yaml"), "rtl", ["--locales", LOCALES]);
    const [voices, brief] = await page.evaluate(() => ["g.name", "g.brief"].map((label) => document.querySelector(label).getBBox().x));
    assert.ok(voices > brief, `${voices} ${brief}`);
    await page.close();
  });
});
