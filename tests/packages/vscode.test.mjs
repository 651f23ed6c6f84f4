// The extension for Visual Studio Code: packed as it is published, with what it has from the program; and the
// preview, followed as the editor follows it.

import assert from "node:assert/strict";
import { cpSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { parse } from "yaml";
import { brief, folder, newsroom, root, sound } from "./lib/work.mjs";

const home = join(root, "editors/vscode");
const { follow } = createRequire(import.meta.url)(join(home, "src/served.js"));
const { isBrief, namesSchema } = createRequire(import.meta.url)(join(home, "src/kind.js"));
const bin = (name) => join(home, "node_modules/.bin", name);
const json = (path) => JSON.parse(readFileSync(path, "utf8"));

test("its types hold", () => {
  sound(bin("tsc"), ["--project", home]);
});

test("the package has the program's schema and snippets, and nothing that it does not need", () => {
  const place = folder();
  const packed = join(place, "brief.vsix");
  const words = ["package", "--no-dependencies", "--allow-missing-repository", "--out", packed];
  sound(bin("vsce"), words, { cwd: home });
  sound("python3", ["-m", "zipfile", "--extract", packed, place]);
  const held = join(place, "extension");
  const listed = sound("find", [held, "-type", "f", "-printf", "%P\n"]).trim().split("\n").sort();
  assert.deepEqual(listed, [
    "LICENSE-APACHE.txt",
    "LICENSE.txt",
    "dist/brief.schema.json",
    "dist/extension.js",
    "dist/snippets.json",
    "package.json",
    "readme.md",
  ]);
  assert.equal(readFileSync(join(held, "dist/brief.schema.json"), "utf8"), sound(brief, ["schema"]));
  assert.equal(`brief ${json(join(held, "package.json")).version}`, sound(brief, ["--version"]).trim());
  holdsSnippets(json(join(held, "dist/snippets.json")));
});

/** Holds the snippets to those of the schema: what they write is what these describe. */
function holdsSnippets(written) {
  const filled = (text) => text.replaceAll(/\$\{\d+:([^}]*)\}|\$\d+/g, (_, word) => word ?? "");
  const fill = (value) => {
    if (Array.isArray(value)) return value.map(fill);
    if (value === null || typeof value !== "object") return String(value ?? "") && filled(String(value));
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [filled(key), fill(inner)]));
  };
  const text = (value) => {
    if (Array.isArray(value)) return value.map(text);
    if (value === null || typeof value !== "object") return String(value ?? "");
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, text(inner)]));
  };
  const schema = JSON.parse(sound(brief, ["schema"])).properties;
  const offered = Object.entries(schema).flatMap(([field, { defaultSnippets = [] }]) =>
    defaultSnippets.map((one) => [`${field}: ${one.label}`, one.body]),
  );
  assert.ok(offered.length > 5);
  assert.deepEqual(Object.keys(written), offered.map(([name]) => name));
  for (const [name, body] of offered) {
    assert.deepEqual(text(parse(filled(written[name].body.join("\n")))), text(fill(body)), name);
  }
  const prefixes = Object.values(written).map((one) => one.prefix);
  assert.equal(new Set(prefixes).size, prefixes.length);
}

test("briefs are told from other files, as those of the example are", () => {
  for (const [file, expected] of [
    ["examples/newsroom/content/night-ferry.yaml", true],
    ["examples/newsroom/content/night-ferry.evidence.yaml", false],
    ["examples/newsroom/.github/workflows/briefs.yml", false],
    ["action.yml", false],
  ]) {
    assert.equal(isBrief(readFileSync(join(root, file), "utf8")), expected, file);
  }
  assert.ok(namesSchema(readFileSync(join(root, "content/ukraine-security-guarantees.yaml"), "utf8")));
});

test("the page beside the text follows what is saved, and stays while the text is at fault", async () => {
  const place = folder();
  cpSync(join(newsroom, "content"), place, { recursive: true });
  const file = join(place, "night-ferry.yaml");
  const good = readFileSync(file, "utf8");
  const heard = [];
  let wake = () => {};
  const next = async (count) => {
    const late = AbortSignal.timeout(20_000);
    while (heard.length < count) {
      await new Promise((settle, fail) => {
        wake = settle;
        late.onabort = () => fail(new Error(`heard ${heard.length} of ${count}`));
      });
    }
    return heard[count - 1];
  };
  const end = follow(brief, file, {
    page: (html) => {
      heard.push(html);
      wake();
    },
    ended: (why) => assert.equal(why, ""),
  });
  assert.match(await next(1), /^<!DOCTYPE html>[\s\S]*The night ferry stops in May/);
  writeFileSync(file, good.replace("topic:", "tpoic:"));
  await sleep(500);
  assert.equal(heard.length, 1);
  writeFileSync(file, good.replace("stops in May, the", "stops in spring, the"));
  assert.match(await next(2), /The night ferry stops in spring/);
  end();
});

test("why there is no preview is told", async () => {
  const why = (program, file) => new Promise((settle) => follow(program, file, { page: () => {}, ended: settle }));
  const place = folder();
  assert.match(await why(brief, join(place, "none.yaml")), /none\.yaml/);
  assert.match(await why(join(place, "none"), join(place, "none.yaml")), /ENOENT/);
  assert.ok(!existsSync(join(place, "none.yaml")));
});
