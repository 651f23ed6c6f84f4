// The links beside the quotes: they open the source, and Chromium finds the quote in it. The tests
// fetch no source; they put the words of the page's own data into a page of their own.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { after, before, describe, test } from "node:test";
import { contentBriefs } from "./lib/briefs.mjs";
import { launch, open } from "./lib/chromium.mjs";

let browser;
let folder;
before(async () => {
  browser = await launch();
  folder = mkdtempSync(join(tmpdir(), "brief-sources-"));
});
after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

for (const brief of contentBriefs()) {
  describe(`${brief.name}: links to sources`, () => {
    test("every quote that was found has one, to an address of its source", async () => {
      const { quotes, addresses } = await linksOf(brief);
      assert.ok(quotes.length > 0, "no quote of the brief was found in its source");
      for (const { id, href } of quotes) {
        assert.ok(href, `${id} has no link`);
        assert.ok(addresses.includes(href.split("#")[0]), `${id}: ${href}`);
      }
    });

    test("the source opens at the quote, however it sets quote marks", async () => {
      const { quotes } = await linksOf(brief);
      for (const { id, href, passages } of quotes) {
        for (const set of [(text) => text, straight]) {
          assert.ok(await opensAt(href, passages.map(set)), `${id} is not found by ${href}`);
        }
        assert.ok(!(await opensAt(href, ["Nothing of the kind."])), `${id}: ${href} finds what is not there`);
      }
    });
  });
}

/** The quotes with their links and the passages around them, and the addresses of all works. */
async function linksOf(brief) {
  const page = await open(browser, brief.path);
  const found = await page.evaluate(() => {
    const { "@graph": graph } = JSON.parse(document.querySelector("script[type='application/ld+json']").textContent);
    const annotations = graph.filter((node) => node["@type"] === "oa:Annotation" && node["dcterms:created"]);
    const quotes = annotations.map((annotation) => {
      const id = annotation["oa:hasBody"].map((body) => body["@id"] ?? "").find((body) => /^_:Q/.test(body)).slice(2);
      const passages = annotation["oa:hasTarget"].map((target) => {
        const [words] = target["oa:hasSelector"];
        return words["oa:prefix"] + words["oa:exact"] + words["oa:suffix"];
      });
      return { id, passages, href: document.querySelector(`#${id} .quote-note a`)?.getAttribute("href") };
    });
    return { quotes, addresses: graph.map((node) => node.url).filter(Boolean) };
  });
  await page.close();
  return found;
}

/** Whether a page with these paragraphs far down opens there by the fragment of an address. */
async function opensAt(href, paragraphs) {
  const path = join(folder, "source.html");
  const filler = "<p>Something else is said here.</p>".repeat(200);
  const text = paragraphs.map((words) => `<p>${words.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</p>`).join("");
  writeFileSync(path, `<!DOCTYPE html><meta charset="utf-8"><title>Source</title>${filler}${text}${filler}`);
  const page = await browser.newPage();
  await page.goto(pathToFileURL(path).href + href.slice(href.indexOf("#")));
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const down = await page.evaluate(() => window.scrollY);
  await page.close();
  return down > 0;
}

function straight(text) {
  return text.replaceAll(/[‘’]/g, "'").replaceAll(/[“”]/g, '"');
}
