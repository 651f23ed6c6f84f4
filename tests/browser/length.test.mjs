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

// A brief and how many claims of it: one to sixty, in five scripts.
const BRIEFS = [
  ["content/ukraine-security-guarantees.yaml", 1, 6, 12, 16],
  ["content/ukraine-security-guarantees.uk.yaml", 3, 9, 16],
  ["tests/briefs/challenger-launch.yaml", 3, 8, 12, 20, 34, 60],
  ["tests/briefs/apagon-iberico.yaml", 2, 7, 13, 24, 34],
  ["tests/fixtures/dukou-bridge.yaml", 5, 12, 24],
  ["tests/fixtures/rtl.yaml", 3],
];
const CASES = BRIEFS.flatMap(([file, ...counts]) => counts.map((count) => ({ file, count })));

let browser;
let folder;
before(async () => {
  browser = await launch();
  folder = mkdtempSync(join(tmpdir(), "brief-length-"));
});
after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

test("the number of sides is named within one, and the sheet's end is known in all cases but one in twelve", async (context) => {
  const measured = [];
  for (const [at, { file, count }] of CASES.entries()) {
    const yaml = join(folder, `${at}.yaml`);
    writeFileSync(yaml, stringify(withClaims(parse(readFileSync(join(ROOT, file), "utf8")), count)));
    const said = sidesSaid(yaml);
    const { sides, full } = await sidesPrinted(yaml, join(folder, `${at}`));
    measured.push({ file, count, said, sides, full });
    context.diagnostic(`${file} ${count}: ${said ? `said ${said}` : "silent"}, printed ${sides} (${full.toFixed(2)})`);
  }
  const far = measured.filter(({ said, sides }) => said !== undefined && Math.abs(said - sides) > 1);
  assert.deepEqual(far, [], "sides named more than one off");
  const wrong = measured.filter(({ said, sides }) => (said !== undefined) !== sides > SHEET);
  assert.ok(wrong.length <= measured.length / 12, `silent or warning where it should not be: ${JSON.stringify(wrong, null, 1)}`);
});

/** What the warning says, or undefined where there is none. */
function sidesSaid(yaml) {
  const { stdout, stderr, status } = brief("check", "--format", "json", yaml);
  assert.equal(status, 0, stdout + stderr);
  const found = JSON.parse(stdout).files[0].diagnostics.find(({ code }) => code === "over-budget");
  return found && Number(found.message.match(/(\d+) sides/)[1]);
}

/** How many sides of A4 it takes, and the same with the last one counted as far as it is filled. */
async function sidesPrinted(yaml, path) {
  const { stdout, stderr, status } = brief("build", yaml, "-o", `${path}.html`);
  assert.equal(status, 0, stdout + stderr);
  const page = await open(browser, `${path}.html`);
  await print(page, `${path}.pdf`, "A4");
  await page.close();
  const pages = pagesOf(`${path}.pdf`);
  return { sides: pages.length, full: pages.length - 1 + fillOf(pages).at(-1) };
}

function brief(...args) {
  return spawnSync(process.env.BRIEF_BIN, args, { encoding: "utf8" });
}
