// The page as a document: valid, free of anything active, every address and id in order.

import { after, before, describe, test } from "node:test";
import { allBriefs, numbersOf } from "./lib/briefs.mjs";
import { launch, open } from "./lib/chromium.mjs";
import { expectNone } from "./lib/expect.mjs";
import { forbiddenMarkup } from "./lib/markup.mjs";
import { nuMessages } from "./lib/nu.mjs";

const briefs = allBriefs();
let nu;
let browser;
before(async () => {
  nu = nuMessages(briefs.map((brief) => brief.path));
  browser = await launch();
});
after(() => browser?.close());

for (const brief of briefs) {
  describe(`${brief.name}: markup`, () => {
    let page;
    before(async () => {
      page = await open(browser, brief.path);
    });

    test("the Nu HTML checker finds no error and no warning", () => {
      expectNone(nu(brief.path), "message of the Nu HTML checker");
    });

    test("no script, handler, style attribute, refresh or foreign address", async () => {
      expectNone(await forbiddenMarkup(page), "forbidden markup");
    });

    test("every id is there once", async () => {
      const repeated = await page.evaluate(() => {
        const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
        return [...new Set(ids.filter((id, at) => id === "" || ids.indexOf(id) !== at))];
      });
      expectNone(repeated, "repeated id");
    });

    test("every internal link leads to exactly one element", async () => {
      const broken = await page.evaluate(() => {
        const links = [...document.querySelectorAll("a[href^='#']")];
        const targets = (link) => document.querySelectorAll(`[id="${CSS.escape(decodeURIComponent(link.getAttribute("href").slice(1)))}"]`);
        return links.filter((link) => targets(link).length !== 1).map((link) => `${link.outerHTML.slice(0, 100)}: ${targets(link).length} targets`);
      });
      expectNone(broken, "broken internal link");
    });

    test("claims stand in the order of the YAML, each under its number", async () => {
      const ids = await page.evaluate(() => [...document.querySelectorAll(".claim, .judgement")].map((claim) => claim.id));
      const expected = numbersOf(brief);
      expectNone(expected.filter((id, at) => ids[at] !== id).map((id) => `${id} is not where it should be: ${ids}`), "claim out of place");
      expectNone(ids.slice(expected.length), "claim too many");
    });

    test("every claim is linked to", async () => {
      const unlinked = await page.evaluate(() =>
        [...document.querySelectorAll(".claim[id]")].map((claim) => claim.id)
          .filter((id) => ![...document.querySelectorAll(`a[href="#${id}"]`)].some((link) => link.closest(".claim")?.id !== id)));
      expectNone(unlinked, "claim that nothing links to");
    });

    test("every citation of a claim opens its preview, or else is a link", async () => {
      const faults = await page.evaluate(() =>
        [...document.querySelectorAll(".cited > a")].flatMap((link) => {
          const button = link.nextElementSibling;
          const id = link.getAttribute("href").slice(1);
          return button?.matches(`.cited > button[popovertarget="see-${id}"]`) && button.textContent === link.textContent ? [] : [link.outerHTML];
        }));
      expectNone(faults, "citation without a preview");
    });

    test("every claim is headed by its number, which is a link to it, and its first words", async () => {
      const faults = await page.evaluate(() =>
        [...document.querySelectorAll(".claim, .judgement")].flatMap((claim) => {
          const heading = claim.querySelector(":scope > h3");
          const label = heading?.querySelector("a.label");
          const says = claim.querySelector(".says").textContent;
          const [, begins] = heading?.textContent.match(/^C\d+: (.*?)(?: …)?$/) ?? [];
          return label?.getAttribute("href") === `#${claim.id}` && label.textContent === claim.id && begins ? [] : [`${claim.id}: ${heading?.textContent} / ${says}`];
        }));
      expectNone(faults, "claim without a heading of its own");
    });
  });
}
