// An edition beside the one before: bars in the margin, words that changed, in every look and on paper.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { editionPage } from "./lib/briefs.mjs";
import { launch, LOOKS, open } from "./lib/chromium.mjs";
import { expectNone } from "./lib/expect.mjs";

const EVERY_LOOK = { ...LOOKS, paper: { media: "print" } };

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

describe("an edition and the one before", () => {
  for (const [name, { media, ...look }] of Object.entries(EVERY_LOOK)) {
    test(`bars stand beside what is new or changed, and nowhere else: ${name}`, async () => {
      const page = await openAs(browser, look, media);
      const bars = await page.evaluate(barsOfClaims);
      assert.deepEqual(bars.filter((bar) => bar.visible).map((bar) => bar.id), ["C1", "C6", "C3", "C4", "C7"]);
      expectNone(bars.filter((bar) => bar.visible && bar.width < 3).map((bar) => `${bar.id}: ${bar.width}`), "bar that is thinner than the rules of the record");
      expectNone(bars.filter((bar) => bar.left < 0).map((bar) => bar.id), "bar outside of the page");
      await page.close();
    });

    test(`removed and added words are told apart without colour: ${name}`, async () => {
      const page = await openAs(browser, look, media);
      const lines = await page.evaluate(() => ["del", "ins"].map((element) => getComputedStyle(document.querySelector(element)).textDecorationLine));
      assert.deepEqual(lines, ["line-through", "underline"]);
      await page.close();
    });
  }

  test("each claim says in words what became of it", async () => {
    const page = await open(browser, editionPage());
    const words = await page.evaluate(() => [...document.querySelectorAll(".claim")].map((claim) => claim.querySelector(".change")?.textContent));
    assert.deepEqual(words, ["changed", "new", "changed", "changed", "new", undefined]);
    await page.close();
  });
});

async function openAs(browser, look, media) {
  const page = await open(browser, editionPage(), look);
  if (media) await page.emulateMedia({ media });
  return page;
}

/** Runs in the page: the bar before each claim, visible if its colour is not the paper's. */
function barsOfClaims() {
  const paper = getComputedStyle(document.documentElement).backgroundColor;
  return [...document.querySelectorAll(".claim")].map((claim) => {
    const { borderInlineStartColor: colour, borderInlineStartWidth: width } = getComputedStyle(claim);
    const seen = colour !== paper && !/^rgba.*, 0\)$/.test(colour);
    return { id: claim.id, visible: seen && parseFloat(width) > 0, width: parseFloat(width), left: claim.getBoundingClientRect().left };
  });
}
