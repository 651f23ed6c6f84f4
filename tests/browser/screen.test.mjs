// The page on a screen: its width, its focus, its targets, its letters.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { allBriefs } from "./lib/briefs.mjs";
import { addressOf, fontsReady, launch, LOOKS, open } from "./lib/chromium.mjs";
import { expectNone } from "./lib/expect.mjs";
import { fontsDrawn } from "./lib/fonts.mjs";
import { sidewaysFaults } from "./lib/width.mjs";

const WIDTHS = [320, 390, 768, 1280];
const MOST_WIDER = 0.03;
const FOCUS_STOPS = 5;
// Of base64, which is what the page carries. A page in two scripts carries two sets.
const MOST_FONT_BYTES = { "ukraine-security-guarantees": 90_000 };

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

for (const brief of allBriefs()) {
  describe(`${brief.name}: screen`, () => {
    for (const width of WIDTHS) {
      test(`nothing sticks out sideways at ${width} px`, async () => {
        const page = await open(browser, brief.path, { viewport: { width, height: 900 } });
        expectNone(await sidewaysFaults(page), `fault at ${width} px`);
        await page.close();
      });
    }

    test("no line begins with a mark that belongs to what stands before it", async () => {
      const page = await open(browser, brief.path);
      const faults = new Set();
      for (let width = 1280; width >= 320; width -= 7) {
        await page.setViewportSize({ width, height: 900 });
        for (const line of await page.evaluate(linesThatBeginWithMarks)) faults.add(line);
      }
      expectNone([...faults], "line that begins with a mark");
      await page.close();
    });

    for (const [width, height] of [[1280, 900], [1600, 1000], [1024, 700]]) {
      test(`the strip is whole, and takes little of the window where it stays in sight: ${width} × ${height} px`, async () => {
        const page = await open(browser, brief.path, { viewport: { width, height } });
        const strip = await page.$eval(".cells", (cells) => ({ cut: cells.scrollHeight > cells.clientHeight, stays: getComputedStyle(cells).position === "sticky", height: cells.offsetHeight }));
        assert.ok(!strip.cut && !(strip.stays && strip.height > height / 5), JSON.stringify(strip));
        await page.close();
      });
    }

    test("heads of rows are not squeezed where cells stand below each other", async () => {
      const page = await open(browser, brief.path, { viewport: { width: 390, height: 900 } });
      const heads = await page.evaluate(() => [...document.querySelectorAll(".positions tbody th")].map((head) => ({ name: head.textContent, width: head.getBoundingClientRect().width })));
      expectNone(heads.filter(({ width }) => width < 195).map(({ name, width }) => `${name}: ${Math.round(width)} px`), "head of a row that is squeezed");
      await page.close();
    });

    for (const [name, look] of Object.entries(LOOKS)) {
      test(`keyboard focus is visible, skip link first: ${name}`, async () => {
        const page = await open(browser, brief.path, look);
        const stops = [];
        for (let stop = 0; stop < FOCUS_STOPS; stop += 1) {
          await page.keyboard.press("Tab");
          stops.push(await page.evaluate(describeFocus));
        }
        assert.ok(stops[0].leadsIntoPage, `the first stop is no link to the page's main part: ${stops[0].html}`);
        expectNone(stops.filter((stop) => stop.fault).map((stop) => `${stop.fault}: ${stop.html}`), "stop whose focus cannot be seen");
        await page.close();
      });

      test(`a linked claim lights up: ${name}`, async () => {
        const lit = await looksOfClaims(browser, brief.path, look, "#C1");
        const plain = await looksOfClaims(browser, brief.path, look, "");
        assert.notDeepEqual(lit.first, plain.first, "C1 looks the same as target of the address and without");
        assert.deepEqual(lit.second, plain.second, "the claim after it changes although it is not the target");
      });
    }

    test("the fonts are the page's own, loaded, used, and small enough", async () => {
      const page = await open(browser, brief.path);
      await page.emulateMedia({ media: "print" });
      await fontsReady(page);
      const { faces, family } = await page.evaluate(() => ({
        faces: [...document.fonts].map(({ family, weight, style, unicodeRange, status }) => ({ family: family.replace(/["']/g, ""), weight, style, unicodeRange, status })),
        family: getComputedStyle(document.body).fontFamily.split(",")[0].replace(/["']/g, "").trim(),
      }));
      assert.ok(faces.some((face) => face.family === family), `the body's first family, ${family}, is not among the page's own: ${JSON.stringify(faces)}`);
      expectNone(faces.filter((face) => face.family === family && face.status !== "loaded"), "font that is carried but not loaded, on screen or in print");
      const bytes = [...brief.html.matchAll(/data:(?:font\/|application\/(?:x-)?font)[^;,]*;base64,([A-Za-z0-9+/=]*)/g)].reduce((sum, [, base64]) => sum + base64.length, 0);
      assert.ok(bytes > 0, "no font is embedded");
      const most = MOST_FONT_BYTES[brief.name] ?? Infinity;
      assert.ok(bytes <= most, `${bytes} bytes of base64 fonts, more than ${most}`);
      await page.close();
    });

    if (brief.ownLetters) {
      test("what stands in until the fonts are read is as wide as they are", async () => {
        const page = await open(browser, brief.path);
        await fontsReady(page);
        const ratios = await page.evaluate(async () => {
          const width = (family, weight, text) => {
            const line = document.createElement("span");
            line.style.cssText = `position: absolute; white-space: nowrap; font: ${weight} 50px ${family}`;
            line.textContent = text;
            document.body.append(line);
            const { width } = line.getBoundingClientRect();
            line.remove();
            return width;
          };
          const text = [...document.querySelectorAll("main .says")].map((says) => says.textContent).join(" ").replace(/[^ -\u04ff‘-”]/g, "");
          const found = [];
          for (const face of [...document.fonts].filter((face) => face.family.includes("System"))) {
            const loaded = await face.load().then(() => true, () => false);
            if (loaded) found.push(width(face.family, face.weight, text) / width('"Brief Serif"', face.weight, text));
          }
          return found;
        });
        assert.ok(ratios.length >= 2, "this machine has none of the fonts that stand in");
        expectNone(ratios.filter((ratio) => Math.abs(ratio - 1) > MOST_WIDER), "ratio of widths");
        await page.close();
      });

      test("no letter falls back to a font of the machine", async () => {
        const page = await open(browser, brief.path);
        expectNone((await fontsDrawn(page)).flatMap(describeForeign), "element set in a font that the page does not carry");
        await page.close();
      });
    }
  });
}

/** In the page: marks that begin a line though what stands before them is in another element. */
function linesThatBeginWithMarks() {
  const edge = (node, at) => {
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    return range.getClientRects()[0];
  };
  const faults = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let before;
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (!node.parentElement.checkVisibility() || !edge(node, node.length - 1)) continue;
    const goesOn = before && /^[,.;:!?)\]’”»。、，）」』،؛؟]/.test(node.data);
    if (goesOn && edge(before, before.length - 1).bottom <= edge(node, 0).top) faults.push(`${before.data.slice(-20)}/${node.data.slice(0, 20)}`);
    // A dot that parts what stands in a line ends it, and begins none; a word keeps to its number.
    for (const { index } of node.data.matchAll(/(?<=\S\s)·|(?<=^|\s)(?:pp?|paras?|ch|sec)\.(?=\s\d)|(?<=\d–)\d/g)) {
      const ends = node.data[index] === "·" ? [index - 2, index] : /\d/.test(node.data[index]) ? [index - 2, index] : [index, node.data.indexOf(".", index) + 2];
      if (!node.parentElement.closest("[data-quote]") && edge(node, ends[0]).bottom <= edge(node, ends[1]).top) faults.push(`parted: ${node.data.slice(Math.max(0, index - 15), index + 10)}`);
    }
    before = node;
  }
  return faults;
}

/** In the page: what is focused, and why it may not be seen. */
function describeFocus() {
  const element = document.activeElement;
  if (!element || element === document.body) return { fault: "nothing has the focus", html: "" };
  const style = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  let fault = "";
  if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) === 0) fault = "no outline";
  else if (/rgba\(.*, 0\)|transparent/.test(style.outlineColor)) fault = "a transparent outline";
  else if (box.width < 2 || box.height < 2 || box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth) fault = "outside the window";
  else if (style.clipPath !== "none" || style.opacity === "0" || style.visibility !== "visible") fault = "hidden while it has the focus";
  const target = element.matches("a[href^='#']") && document.getElementById(element.getAttribute("href").slice(1));
  return { fault, html: element.outerHTML.slice(0, 100), leadsIntoPage: Boolean(target && (target.matches("main, h1, article") || target.closest("main"))) };
}

/** Background, outline, borders and shadow of the first two claims with the given target in the address; in forced colours, what the system leaves of them. */
async function looksOfClaims(browser, path, look, target) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce", ...look });
  await page.goto(addressOf(path) + target);
  await page.waitForTimeout(50);
  const looks = await page.evaluate((forced) => {
    const look = (claim) => {
      const style = getComputedStyle(claim);
      const colour = (name) => (forced ? "the system's" : style[name]);
      const outline = style.outlineStyle === "none" ? "none" : `${style.outlineStyle} ${style.outlineWidth} ${colour("outlineColor")}`;
      const borders = ["Top", "Right", "Bottom", "Left"].map((side) => `${style[`border${side}Style`]} ${style[`border${side}Width`]} ${colour(`border${side}Color`)}`);
      if (forced) return { outline, borders };
      return { background: style.backgroundColor, outline, borders, shadow: style.boxShadow };
    };
    const [first, second] = document.querySelectorAll(".claim");
    return { first: look(first), second: look(second) };
  }, look.forcedColors === "active");
  await page.close();
  return looks;
}

function describeForeign({ html, fonts }) {
  const foreign = fonts.filter((font) => !font.isCustomFont).map((font) => `${font.familyName} (${font.glyphCount} glyphs)`);
  return foreign.length > 0 ? [`${foreign.join(", ")}: ${html}`] : [];
}
