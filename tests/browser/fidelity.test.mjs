// What the YAML says is what the page says: every id, every quote.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { claimsOf, allBriefs, quotesOf } from "./lib/briefs.mjs";
import { launch, open } from "./lib/chromium.mjs";
import { exact, expectNone, squeezed } from "./lib/expect.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

for (const brief of allBriefs()) {
  describe(`${brief.name}: fidelity`, () => {
    let page;
    before(async () => {
      page = await open(browser, brief.path);
    });

    for (const [kind, ids] of Object.entries(idsOf(brief.document))) {
      test(`every ${kind} of the YAML has one element, and no other has any`, async () => {
        const shown = await page.evaluate((kind) => [...document.querySelectorAll(`[data-kind="${kind}"]`)].map((element) => element.dataset.id), kind);
        const times = (id) => shown.filter((one) => one === id).length;
        expectNone(ids.filter((id) => times(id) !== 1).map((id) => `${id}: ${times(id)} elements [data-kind="${kind}"][data-id="${id}"]`), `${kind} not shown exactly once`);
        expectNone(shown.filter((id) => !ids.includes(id)), `${kind} that the YAML does not have`);
      });
    }

    test("every quote is there once, byte for byte, in the YAML's order", async () => {
      const shown = await quotesShown(page);
      const quotes = quotesOf(brief.document);
      const times = (list, text) => list.filter((one) => one === text).length;
      expectNone(
        quotes.filter((text) => times(shown, text) !== times(quotes, text)).map((text) => `${times(shown, text)} elements [data-quote] hold ${exact(text)}; the nearest holds ${exact(nearest(shown, text) ?? "")}`),
        "quote not shown exactly once",
      );
      expectNone(shown.filter((text) => !quotes.includes(text)).map(exact), "[data-quote] that the YAML does not have");
      assert.deepEqual(shown, quotes, "the quotes are not in the YAML's order");
    });

    test("every quote stands in a blockquote or q", async () => {
      const loose = await page.evaluate(() => [...document.querySelectorAll("[data-quote]")].filter((quote) => !quote.closest("blockquote, q")).map((quote) => quote.textContent));
      expectNone(loose, "quote outside blockquote and q");
    });

    test("every quote can be seen, selected and copied", async () => {
      const seen = squeezed(await page.evaluate(() => document.body.innerText));
      expectNone(quotesOf(brief.document).filter((text) => !seen.includes(squeezed(text))), "quote that is not in the visible text");
      const locked = await page.evaluate(() => [...document.querySelectorAll("[data-quote]")].filter((quote) => getComputedStyle(quote).userSelect === "none").map((quote) => quote.textContent));
      expectNone(locked, "quote that cannot be selected");
    });
  });
}

function idsOf(document) {
  return {
    voice: Object.keys(document.voices ?? {}),
    source: Object.keys(document.sources ?? {}),
    issue: Object.keys(document.issues ?? {}),
    claim: claimsOf(document).map((claim) => claim.id),
  };
}

function quotesShown(page) {
  return page.evaluate(() => [...document.querySelectorAll("[data-quote]")].map((quote) => quote.textContent));
}

/** The shown text that shares the longest beginning or end with the wanted one: for the message only. */
function nearest(shown, wanted) {
  const shared = (a, b) => {
    let length = 0;
    while (length < a.length && a[length] === b[length]) length += 1;
    return length;
  };
  const reversed = (text) => [...text].reverse().join("");
  const likeness = (text) => shared(text, wanted) + shared(reversed(text), reversed(wanted));
  return shown.reduce((best, text) => (best === null || likeness(text) > likeness(best) ? text : best), null);
}
