// How long `check` says a brief is, held against its pages as Chromium prints them.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { parse, stringify } from "yaml";
import { launch, open } from "./lib/chromium.mjs";
import { withClaims } from "./lib/cut.mjs";
import { fillOf, pagesOf, print } from "./lib/paper.mjs";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const SHEET = 2;
// Each side but the last is filled at least so far: a section begins where there is room for it.
const LEAST_FILL = 0.8;

// A brief and how many claims of it: one to sixty, in five scripts.
const BRIEFS = [
  ["content/ukraine-security-guarantees.yaml", 1, 6, 12, 16],
  ["content/ukraine-security-guarantees.uk.yaml", 3, 9, 16],
  ["tests/briefs/challenger-launch.yaml", 3, 8, 12, 15, 20, 34, 60],
  ["tests/briefs/apagon-iberico.yaml", 2, 7, 13, 24, 34],
  ["tests/fixtures/dukou-bridge.yaml", 5, 12, 24],
  ["tests/fixtures/rtl.yaml", 3],
];
// The same before anybody wrote where voices stand: claims fill the cells.
const UNSTATED = [
  ["content/ukraine-security-guarantees.yaml", 12, 16],
  ["tests/briefs/challenger-launch.yaml", 12, 20, 34, 60],
  ["tests/briefs/apagon-iberico.yaml", 13, 34, 48],
  ["tests/fixtures/dukou-bridge.yaml", 12, 24],
];
const cases = (briefs, isStated) => briefs.flatMap(([file, ...counts]) => counts.map((count) => ({ file, count, isStated })));
const CASES = [...cases(BRIEFS, true), ...cases(UNSTATED, false)];

let browser;
let folder;
let measured;
before(async () => {
  browser = await launch();
  folder = mkdtempSync(join(tmpdir(), "brief-length-"));
  measured = [];
  for (const [at, { file, count, isStated }] of CASES.entries()) {
    const yaml = join(folder, `${at}.yaml`);
    const brief = withClaims(parse(readFileSync(join(ROOT, file), "utf8")), count);
    writeFileSync(yaml, stringify(isStated ? brief : { ...brief, positions: undefined }));
    measured.push({ file, count, isStated, said: sidesSaid(yaml), fill: await fillPrinted(yaml, join(folder, `${at}`)) });
  }
});
after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

test("the number of sides is named, and the sheet's end is known in all cases but one in twelve", (context) => {
  for (const { file, count, isStated, said, fill } of measured) {
    const sides = fill.length - 1 + fill.at(-1);
    context.diagnostic(`${file} ${count}${isStated ? "" : ", unstated"}: ${said ? `said ${said.join(" to ")}` : "silent"}, printed ${fill.length} (${sides.toFixed(2)})`);
  }
  const far = measured.filter(({ said, fill }) => said !== undefined && fill.length > SHEET && (fill.length < said[0] || fill.length > said[1]));
  assert.deepEqual(far, [], "another number of sides than is named");
  const wrong = measured.filter(({ said, fill }) => (said !== undefined) !== fill.length > SHEET);
  assert.ok(wrong.length <= measured.length / 12, `silent or warning where it should not be: ${JSON.stringify(wrong, null, 1)}`);
});

test("no side but the last is left half white", () => {
  const white = measured.filter(({ fill }) => fill.slice(0, -1).some((share) => share < LEAST_FILL));
  assert.deepEqual(white, [], "sides left white");
});

/** How many sides the warning says at least and at most, or undefined where there is none. */
function sidesSaid(yaml) {
  const { stdout, stderr, status } = brief("check", "--format", "json", yaml);
  assert.equal(status, 0, stdout + stderr);
  const found = JSON.parse(stdout).files[0].diagnostics.find(({ code }) => code === "over-budget");
  if (!found) return undefined;
  const [least, most = least] = found.message.match(/(?:(\d+) (?:or|to) )?(\d+) sides/).slice(1).filter(Boolean).map(Number);
  return [least, most];
}

/** How far each side of A4 is filled. */
async function fillPrinted(yaml, path) {
  const { stdout, stderr, status } = brief("build", yaml, "-o", `${path}.html`);
  assert.equal(status, 0, stdout + stderr);
  const page = await open(browser, `${path}.html`);
  await print(page, `${path}.pdf`, "A4");
  await page.close();
  return fillOf(pagesOf(`${path}.pdf`));
}

function brief(...args) {
  return spawnSync(process.env.BRIEF_BIN, args, { encoding: "utf8" });
}
