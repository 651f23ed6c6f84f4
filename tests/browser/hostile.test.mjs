// Hostile YAML: refused without a trace, or built into a page in which it is mere text.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { contentBriefs, hostileBriefs } from "./lib/briefs.mjs";
import { launch, open } from "./lib/chromium.mjs";
import { expectNone, squeezed } from "./lib/expect.mjs";
import { forbiddenMarkup, vocabulary } from "./lib/markup.mjs";
import { nuMessages } from "./lib/nu.mjs";
import { noiseOf } from "./lib/silence.mjs";
import { sidewaysFaults } from "./lib/width.mjs";

// What Markdown may add to the elements and attributes of the pages of content/.
const MARKDOWN = ["em", "strong", "code", "a", "a@href", "p", "ul", "ol", "li", "br", "s", "del", "blockquote", "bdi", "bdo@dir"];
// What quotes in another language than the page's add.
const LANGUAGES = ["span@lang", "span@dir"];

const built = [];
let browser;
let nu;
const ordinary = new Set([...MARKDOWN, ...LANGUAGES]);
const hostile = hostileBriefs();

before(async () => {
  browser = await launch();
  for (const brief of contentBriefs()) {
    const page = await open(browser, brief.path);
    for (const word of await vocabulary(page)) ordinary.add(word);
    await page.close();
  }
  nu = nuMessages(built.map((brief) => brief.path));
});
after(() => browser?.close());

for (const brief of hostile) {
  const wasBuilt = brief.exitCode === 0;
  if (wasBuilt && brief.written.includes("page.html")) built.push(brief);

  describe(`hostile ${brief.name}`, () => {
    test(`is ${brief.expect === "either" ? "built or refused" : brief.expect}`, () => {
      assert.ok([0, 1].includes(brief.exitCode), `exit code ${brief.exitCode}:\n${brief.messages}`);
      assert.doesNotMatch(brief.messages, /panicked at/);
      if (brief.expect !== "either") assert.equal(wasBuilt ? "built" : "refused", brief.expect, brief.messages);
      assert.deepEqual(brief.written, wasBuilt ? ["page.html"] : [], "files in the output's folder");
    });

    if (!wasBuilt) {
      test("the refusal says why, and sends no control character to the terminal", () => {
        assert.match(brief.messages, /error/i);
        assert.doesNotMatch(brief.messages, /[\u0000-\u0008\u000b-\u001f\u007f\u0080-\u009f]/);
        expectNone(brief.says.filter((text) => !brief.messages.includes(text)), `text missing from «${brief.messages}»`);
      });
      return;
    }

    let found;
    before(async () => {
      found = await findingsOf(brief.path);
    });

    test("nothing of it is markup", () => {
      expectNone(found.markup, "forbidden markup");
      expectNone(found.words.filter((word) => !ordinary.has(word)), "element or attribute that no page of content/ has");
    });

    test("the page is silent", () => {
      expectNone(found.noise, "noise");
    });

    test("the Nu HTML checker finds nothing", () => {
      expectNone(nu(brief.path).filter((message) => !/document appears to be written in/.test(message)), "message of the Nu HTML checker");
    });

    test("nothing sticks out sideways at 320 px", () => {
      expectNone(found.sideways, "fault at 320 px");
    });

    test("the hostile text can be read as it was written", () => {
      assert.ok(brief.shows.length > 0, 'the fixture needs a line "# shows: …"');
      const seen = plain(found.text);
      expectNone(brief.shows.filter((text) => !seen.includes(plain(text))), "text that the page does not show");
    });
  });
}

/** All that the tests ask of a built page, from one visit to it. */
async function findingsOf(path) {
  const found = {};
  found.noise = await noiseOf(browser, path, async (page) => {
    found.text = await page.evaluate(() => document.body.innerText);
    found.markup = await forbiddenMarkup(page);
    found.words = await vocabulary(page);
    await page.setViewportSize({ width: 320, height: 900 });
    found.sideways = await sidewaysFaults(page);
  });
  return found;
}

/** As a reader sees it: white space squeezed, case aside (a style may set capitals), direction marks aside. */
function plain(text) {
  return squeezed(text.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "")).toLowerCase();
}
