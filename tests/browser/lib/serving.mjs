// `brief serve` on a copy of the Ukraine brief, in a folder of its own.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

const BRIEF = process.env.BRIEF_BIN;
const CONTENT = process.env.CONTENT_DIR;
export const NAME = "ukraine-security-guarantees";

if (!BRIEF || !CONTENT) throw new Error("BRIEF_BIN or CONTENT_DIR is not set: start the tests with run.sh");

/** A folder with a copy of the brief and its evidence; `text` is what the brief says at first. */
export function writingDesk() {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), "brief-serve-"));
  const at = (name) => join(folder, name);
  for (const ending of [".yaml", ".evidence.yaml"]) copyFileSync(join(CONTENT, NAME + ending), at(NAME + ending));
  const file = at(`${NAME}.yaml`);
  return {
    folder,
    text: readFileSync(file, "utf8"),
    at,
    makeFolder: (name) => mkdirSync(at(name), { recursive: true }),
    read: (name) => readFileSync(at(name), "utf8"),
    write: (name, text) => writeFileSync(at(name), text),
    remove: (name) => rmSync(at(name)),
    /** As editors save that write in place. */
    save: (text) => writeFileSync(file, text),
    /** As editors save that write beside the file and rename. */
    saveByRename: (text) => {
      writeFileSync(`${file}~`, text);
      renameSync(`${file}~`, file);
    },
    clear: () => rmSync(folder, { recursive: true }),
  };
}

/** Starts the server; `stop` ends it as Ctrl-C does, and fails unless it ends well. */
export async function serve(desk, ...args) {
  const child = spawn(BRIEF, ["serve", "--port", "0", ...args], { cwd: desk.folder, stdio: ["ignore", "pipe", "ignore"] });
  const exited = once(child, "exit");
  let address;
  for await (const line of createInterface({ input: child.stdout })) {
    address = /^serving at (\S+)$/.exec(line)?.[1];
    if (address) break;
  }
  assert.ok(address, "brief serve printed no address");
  return {
    address,
    stop: async () => {
      child.kill("SIGINT");
      const [code] = await exited;
      assert.equal(code, 0, "exit code of brief serve");
    },
  };
}
