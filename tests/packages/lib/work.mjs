// Where things are, and how programs are run, for all suites of this folder.

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after } from "node:test";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));
export const brief = process.env.BRIEF_BIN;
export const newsroom = join(root, "examples/newsroom");
/** The tools from PyPI. */
export const tool = (name) => join(root, "target/packages/tools/bin", name);

/** Returns a folder that is gone when the suite ends. */
export function folder() {
  const path = mkdtempSync(join(tmpdir(), "brief-packages-"));
  after(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** Runs a program to its end; returns its exit code and what it said. */
export function run(program, arguments_, options = {}) {
  const ended = spawnSync(program, arguments_, { encoding: "utf8", maxBuffer: 1 << 28, ...options });
  if (ended.error) throw ended.error;
  return { code: ended.status, out: ended.stdout, err: ended.stderr };
}

/** Does so, and fails with what it said unless all is well. */
export function sound(program, arguments_, options) {
  const { code, out, err } = run(program, arguments_, options);
  if (code !== 0) throw new Error(`${program} ${arguments_.join(" ")} exits with ${code}\n${out}\n${err}`);
  return out;
}
