// The drawings of the page: chains and the strip, measured by the boxes of what is in them.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { allBriefs, contentBriefs } from "./lib/briefs.mjs";
import { launch, open } from "./lib/chromium.mjs";
import { expectNone } from "./lib/expect.mjs";

const PLACES = { "1280 px": { viewport: { width: 1280, height: 900 } }, "390 px": { viewport: { width: 390, height: 844 } }, paper: { viewport: { width: 680, height: 900 } } };
const SMALLEST_ON_PAPER = 8;

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

for (const brief of allBriefs()) {
  describe(`${brief.name}: drawings`, () => {
    for (const [place, look] of Object.entries(PLACES)) {
      test(`no name of a chain or of the strip is cut or touches another: ${place}`, async () => {
        const page = await open(browser, brief.path, look);
        if (place === "paper") await page.emulateMedia({ media: "print" });
        const { count, faults } = await page.evaluate(touchingNames);
        assert.ok(count > 3);
        expectNone(faults, "fault of a drawing");
        await page.close();
      });

      test(`no word of a chain, of the strip or of a head of the matrix is parted: ${place}`, async () => {
        const page = await open(browser, brief.path, look);
        if (place === "paper") await page.emulateMedia({ media: "print" });
        expectNone(await page.evaluate(partedWords), "word that is parted");
        await page.close();
      });
    }

    test("every claim of others hangs on a chain, every cell of the strip leads to its claim", async () => {
      const page = await open(browser, brief.path);
      const faults = await page.evaluate(() => {
        const found = [];
        for (const run of document.querySelectorAll(".run")) {
          if (!run.querySelector(".attribution .chain .drawing circle")) found.push(`no chain: ${run.textContent.slice(0, 60)}`);
        }
        const cells = [...document.querySelectorAll(".cells li > a")].map((link) => link.hash.slice(1));
        const claims = [...document.querySelectorAll(".claim, .judgement")].map((claim) => claim.id);
        if (cells.toSorted().join() !== claims.toSorted().join()) found.push(`cells ${cells} for claims ${claims}`);
        return found;
      });
      expectNone(faults, "claim without its place");
      await page.close();
    });

    test(`no text under ${SMALLEST_ON_PAPER} pt on paper`, async () => {
      const page = await open(browser, brief.path);
      await page.emulateMedia({ media: "print" });
      const small = await page.evaluate(textsUnder, SMALLEST_ON_PAPER);
      expectNone(small, "small text");
      await page.close();
    });
  });
}

for (const brief of contentBriefs()) {
  describe(`${brief.name}: previews`, () => {
    test("a citation shows its claim without a jump, and Escape puts it away", async () => {
      const page = await open(browser, brief.path, PLACES["1280 px"]);
      const button = page.locator("main [popovertarget]").first();
      const id = await button.textContent();
      await button.click();
      const preview = page.locator(`#see-${id}`);
      assert.ok(await preview.isVisible());
      const says = await page.$eval(`#${id} .says`, (text) => {
        const words = text.cloneNode(true);
        // The mark of what changed is the list's, and stands in no preview.
        for (const mark of words.querySelectorAll(".change")) mark.remove();
        return words.textContent.trim().slice(0, 40);
      });
      assert.ok((await preview.innerText()).includes(says), says);
      assert.equal(await page.evaluate(() => location.hash), "");
      const { y, height } = await preview.boundingBox();
      assert.ok(y > 0 && y + height <= 900, "within the window");
      await page.keyboard.press("Escape");
      assert.ok(!(await preview.isVisible()));
      await page.close();
    });
  });
}

/** Runs in the page: names whose letters leave their column, or come nearer than 2 px to other names. */
function touchingNames() {
  const boxesOf = (element) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const boxes = [];
    while (walker.nextNode()) {
      if (walker.currentNode.parentElement.closest(".visually-hidden")) continue;
      const range = document.createRange();
      range.selectNodeContents(walker.currentNode);
      boxes.push(...range.getClientRects());
    }
    return boxes.filter((box) => box.width > 4);
  };
  const faults = [];
  let count = 0;
  const groups = [...document.querySelectorAll(".chain:not(.runs-on) > .names")].map((names) => [...names.children]);
  groups.push([...document.querySelectorAll(".cells .text")]);
  for (const names of groups) {
    const all = names.map((name) => ({ text: name.textContent, boxes: boxesOf(name), room: name.getBoundingClientRect() })).filter(({ boxes }) => boxes.length > 0);
    count += all.length;
    all.forEach(({ text, boxes, room }, at) => {
      if (boxes.some((box) => box.left < room.left - 1 || box.right > room.right + 1)) faults.push(`out of its column: ${text}`);
      for (const other of all.slice(at + 1)) {
        const touch = (a, b) => a.left < b.right + 2 && b.left < a.right + 2 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
        if (boxes.some((a) => other.boxes.some((b) => touch(a, b)))) faults.push(`${text} touches ${other.text}`);
      }
    });
  }
  return { count, faults };
}

/** Runs in the page: words of which one letter stands lower than the one before. */
function partedWords() {
  const found = [];
  for (const element of document.querySelectorAll(".names, .cells .text, .positions tbody th, .positions thead th")) {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { currentNode: node } = walker;
      if (!node.parentElement.checkVisibility() || node.parentElement.closest(".visually-hidden, .unseen")) continue;
      for (const { 0: word, index } of node.data.matchAll(/[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}]+/gu)) {
        const tops = [...word].map((_, at) => {
          const range = document.createRange();
          range.setStart(node, index + at);
          range.setEnd(node, index + at + 1);
          return range.getBoundingClientRect().top;
        });
        if (getComputedStyle(node.parentElement.closest("thead") ?? node.parentElement).position !== "absolute" && tops.some((top, at) => at > 0 && top > tops[at - 1] + 5)) found.push(word);
      }
    }
  }
  return found;
}

/** Runs in the page: texts that are shown and set smaller than so many points. */
function textsUnder(points) {
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { parentElement: parent, textContent: text } = walker.currentNode;
    if (!text.trim() || !parent.checkVisibility() || parent.closest(".visually-hidden, .unseen")) continue;
    const size = (parseFloat(getComputedStyle(parent).fontSize) * 72) / 96;
    if (size < points - 0.01) found.push(`${size.toFixed(2)} pt: ${text.trim().slice(0, 40)}`);
  }
  return found;
}
