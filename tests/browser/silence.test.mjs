// The page asks for nothing, says nothing to the console, and is the same with script off.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { allBriefs } from "./lib/briefs.mjs";
import { launch, open } from "./lib/chromium.mjs";
import { expectNone } from "./lib/expect.mjs";
import { noiseOf } from "./lib/silence.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

for (const brief of allBriefs()) {
  describe(`${brief.name}: silence`, () => {
    test("no request, console message, error or refusal by the policy", async () => {
      expectNone(await noiseOf(browser, brief.path), "noise");
    });

    test("the same text with script on and off", async () => {
      const texts = [];
      for (const javaScriptEnabled of [true, false]) {
        const page = await open(browser, brief.path, { javaScriptEnabled });
        texts.push(await page.evaluate(() => document.body.innerText));
        await page.close();
      }
      assert.equal(texts[1], texts[0]);
    });
  });
}
