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

    test("every citation of a claim is linked back from the claim", async () => {
      const oneWay = await page.evaluate(() => {
        const faults = new Set();
        for (const link of document.querySelectorAll("a[href^='#C']")) {
          const id = link.getAttribute("href").slice(1);
          const claim = document.getElementById(id);
          if (!/^C\d+$/.test(id) || !claim || claim.contains(link) || link.closest("nav")) continue;
          // What is computed of claims is no use that the writer makes of them.
          if (link.closest("#strength, .strength")) continue;
          const place = link.parentElement.closest("[id]") ?? (link.id && link);
          if (!place) faults.add(`a link to ${id} stands inside no element with an id: ${link.parentElement.outerHTML.slice(0, 100)}`);
          else if (!claim.querySelector(`a[href="#${CSS.escape(place.id)}"]`)) faults.add(`#${place.id} cites ${id}, which does not link back to #${place.id}`);
        }
        return [...faults];
      });
      expectNone(oneWay, "citation that goes one way only");
    });

    test("one attribution figure: named, described and captioned", async () => {
      const faults = await page.evaluate(() => {
        const figures = [...document.querySelectorAll("figure")].filter((figure) => figure.querySelector("svg[role='img']"));
        if (figures.length !== 1) return [`${figures.length} figures hold an svg with role="img"`];
        const [figure] = figures;
        const svg = figure.querySelector("svg[role='img']");
        const textOf = (ids) => (ids ?? "").split(/\s+/).filter(Boolean).map((id) => document.getElementById(id)?.textContent ?? "").join(" ").trim();
        const name = svg.getAttribute("aria-label")?.trim() || textOf(svg.getAttribute("aria-labelledby")) || svg.querySelector(":scope > title")?.textContent.trim();
        const described = textOf(svg.getAttribute("aria-describedby")) || textOf(svg.getAttribute("aria-details")) || svg.querySelector(":scope > desc")?.textContent.trim();
        const found = [];
        if (!name) found.push("the svg has no name: aria-label, aria-labelledby or a <title> of its own");
        if (!described) found.push("the svg has no text alternative: aria-describedby, aria-details or a <desc> of its own");
        if (!figure.querySelector("figcaption")?.textContent.trim()) found.push("the figure has no caption");
        return found;
      });
      expectNone(faults, "fault of the attribution figure");
    });
  });
}
