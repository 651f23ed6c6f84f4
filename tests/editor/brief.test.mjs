// What a writer sees in an editor: completions, explanations, problems.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { SCHEMA_LINE, STARTED, start } from "./server.mjs";

let server;
before(async () => {
  server = await start();
});
after(() => server.stop());

const completions = (text) => server.completions(SCHEMA_LINE + text);
const labels = async (text) => (await completions(text)).map(({ label }) => label);
const hover = (text) => server.hover(SCHEMA_LINE + text);
/** Returns the problems of the started brief after a change. */
const problems = (before, after) => {
  assert.ok(STARTED.includes(before), before);
  return server.problems(STARTED.replace(before, after));
};

describe("completion", () => {
  it("offers every stance, and explains it", async () => {
    const offered = await completions("positions:\n  - of: a\n    stance: ‸\n");
    const stances = [
      "supports", "opposes", "conditional", "undecided", "says-so", "denies", "does-not-know",
      "describes", "declined", "no-reply", "no-position",
    ];
    assert.deepEqual(offered.map(({ label }) => label), stances);
    for (const { label, documentation } of offered) {
      assert.ok((documentation?.value ?? documentation)?.length > 4, label);
    }
  });

  it("offers the kinds of work and of quotes", async () => {
    const types = await labels("sources:\n  a:\n    type: ‸\n");
    assert.ok(types.length > 40 && types.includes("legal_case"), types.join());
    const kinds = await labels("claims:\n  - id: a\n    quotes:\n      - text: a\n        kind: [‸]\n");
    assert.ok(kinds.includes("edited-in-source"), kinds.join());
  });

  it("offers the fields that are not there yet", async () => {
    const fields = await labels("claims:\n  - id: a\n    says: b\n    ‸\n");
    for (const field of ["voice", "in", "told_to", "said"]) assert.ok(fields.includes(field), field);
    for (const field of ["id", "says", "stance"]) assert.ok(!fields.includes(field), field);
  });

  it("offers a whole voice", async () => {
    const offered = await completions("voices:\n  ‸\n");
    const voice = offered.find(({ label }) => label === "anonymous");
    assert.match(voice.insertText, /anonymous: .*\n.*described_as: /);
  });

  it("offers no words that YAML only takes for something else", async () => {
    const offered = await labels("claims:\n  - id: a\n    told_to: ‸\n");
    assert.deepEqual(offered, ["NBC News"]);
  });
});

describe("explanation", () => {
  it("says what a field is, with an example", async () => {
    const text = await hover("claims:\n  - id: a\n    told‸_to: b\n");
    assert.match(text, /To whom it was said\./);
    assert.match(text, /Example:[^]*NBC News/);
  });

  it("says what each stance means", async () => {
    const text = await hover("positions:\n  - of: a\n    stan‸ce: supports\n");
    assert.match(text, /`declined`: Was asked and declined to comment\./);
  });
});

describe("problems", () => {
  it("are none in what `brief new` writes", async () => {
    assert.deepEqual(await server.problems(STARTED), []);
  });

  for (const [what, from, to, expected] of [
    ["a misspelt field", "told_to: Radio", "tolld_to: Radio", /Property tolld_to is not allowed/],
    ["a missing field", "    says: The council", "    # says: The council", /Missing property "says"/],
    ["a misspelt stance", "stance: supports", "stance: suports", /Valid values: "supports", /],
    ["an id", "voice: chair", "voice: The chair", /an id is lower-case words/],
    ["an address", "url: https:", "url: ftp:", /not an http or https address/],
    ["two kinds of voice", "anonymous: 2", "anonymous: 2\n    name: B", /a voice with `name` has no `anonymous`/],
    ["a text that is a list", "told_to: Radio Quay", "told_to: [Radio Quay]", /Expected "string"/],
    ["a text that says nothing", "says: The council has not found the money.", 'says: ""', /this text says nothing/],
  ]) {
    it(`are flagged: ${what}`, async () => {
      const found = await problems(from, to);
      assert.ok(found.some((problem) => expected.test(problem)), found.join("\n"));
    });
  }
});
