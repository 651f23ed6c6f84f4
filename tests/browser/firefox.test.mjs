// Firefox has no margin boxes: what each printed side is has to stand in the page.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { contentBriefs } from "./lib/briefs.mjs";
import { printInFirefox } from "./lib/firefox.mjs";

const PAPERS = ["A4", "Letter"];

for (const brief of contentBriefs()) {
  test(`${brief.name}: in Firefox too, a sheet has two sides, and each names the brief`, async () => {
    for (const [index, pdf] of (await printInFirefox(brief.path, PAPERS)).entries()) {
      const sides = execFileSync("pdftotext", ["-", "-"], { input: pdf, encoding: "utf8" }).split("\f").slice(0, -1);
      assert.equal(sides.length, 2, PAPERS[index]);
      for (const side of sides) {
        assert.ok(side.replace(/\s+/g, " ").includes(brief.document.topic), `${PAPERS[index]}: ${side}`);
      }
    }
  });
}
