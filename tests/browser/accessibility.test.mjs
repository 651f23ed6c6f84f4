// axe-core over every page: wide and narrow, in every look.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, describe, test } from "node:test";
import { allBriefs, contentBriefs } from "./lib/briefs.mjs";
import { launch, LOOKS, open } from "./lib/chromium.mjs";
import { expectNone } from "./lib/expect.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
// All rules that axe runs by default, its best practices among them, and one that it leaves out: WCAG 2.2's target size.
const RULES = { rules: { "target-size": { enabled: true } } };
const WIDTHS = [1280, 320];

// Dossiers have the marks and the colours of these: of them one look is enough.
const inEveryLook = new Set(contentBriefs().map((brief) => brief.name));

for (const brief of allBriefs()) {
  describe(`${brief.name}: axe finds nothing`, () => {
    let browser;
    let page;
    before(async () => {
      browser = await launch();
      page = await open(browser, brief.path);
      await page.evaluate(`${AXE}; 0`); // a script element would be refused by the page's own policy
    });
    after(() => browser?.close());

    for (const width of WIDTHS) {
      for (const [name, look] of Object.entries(LOOKS).slice(0, inEveryLook.has(brief.name) ? undefined : 1)) {
        test(`at ${width} px, ${name}`, async (context) => {
          await page.setViewportSize({ width, height: 900 });
          await page.emulateMedia(look);
          const { violations, incomplete } = await page.evaluate((rules) => axe.run(document, rules), RULES);
          for (const rule of incomplete) context.diagnostic(`axe cannot tell: ${rule.id} on ${rule.nodes.length} elements, first ${rule.nodes[0].target}`);
          expectNone(violations.flatMap(describeRule), "accessibility violation");
        });
      }
    }
  });
}

function describeRule({ id, impact, help, nodes }) {
  return nodes.map((node) => {
    const why = [...node.any, ...node.all, ...node.none].map((check) => check.message).join("; ");
    return `${id} (${impact}) ${help}: ${node.target} ${node.html.slice(0, 120)}: ${why}`;
  });
}
