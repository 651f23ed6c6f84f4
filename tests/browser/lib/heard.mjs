// What those hear who cannot see a PDF: judged by outloud, a checker of PDF/UA-1.

import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const PACKAGES = fileURLToPath(new URL("../python", import.meta.url));
/** Rules that guess, and what they take for a fault. */
const GUESSES = {
  "HDG-010": "reads the painted letters of a heading (C4), not the text that stands for them",
  "ORD-001": "wants columns painted in reading order; browsers paint boxes by layers, and the tags have the order",
  "TAG-002": "takes a long running head for prose",
  "TBL-010": "takes a table of two rows and two columns for headers alone",
};

/** All that is wrong with a PDF, a line each: rule, page, what. */
export function faultsOf(pdf) {
  const given = ["-m", "outloud.cli", "--json", "-", "--no-info", "--skip", Object.keys(GUESSES).join(","), pdf];
  const run = spawnSync("python3", given, { encoding: "utf8", env: { ...process.env, PYTHONPATH: PACKAGES }, maxBuffer: 64 * 1024 * 1024 });
  if (!run.stdout.startsWith("{")) throw new Error(`outloud: ${run.stderr}`);
  const [{ error, findings }] = JSON.parse(run.stdout).results;
  if (error) throw new Error(`outloud: ${error}`);
  return findings.filter(({ severity }) => severity !== "info").map(({ rule, page, message }) => `${rule} p. ${page}: ${message}`);
}

/** Whether a PDF says that it is one of PDF/UA-1. */
export function claimsToBeHeard(pdf) {
  return pdf.includes("<pdfuaid:part>1</pdfuaid:part>");
}
