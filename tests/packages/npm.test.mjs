// The npm packages: packed for this system, installed from the files, and run by npx.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { brief, folder, newsroom, root, run, sound } from "./lib/work.mjs";

const system = `${process.platform}-${process.arch}`;
const place = folder();
const project = join(place, "project");

function install() {
  const packed = join(place, "packed");
  sound("node", [join(root, "npm/pack.mjs"), packed, `${system}=${brief}`]);
  const files = readdirSync(packed).map((file) => join(packed, file));
  assert.equal(files.length, 2);
  sound("mkdir", [project]);
  writeFileSync(join(project, "package.json"), "{}");
  // The programs of other systems are optional, and nobody has published them yet.
  sound("npm", ["install", "--offline", "--no-audit", "--no-fund", ...files], { cwd: project });
}

test("the packages run where npm puts them", () => {
  install();
  const npx = (...words) => run("npx", ["--offline", "brief", ...words], { cwd: project });
  assert.match(npx("--version").out, /^brief \d/);
  assert.equal(npx("build", "--output", "pages/", join(newsroom, "content")).code, 0);
  assert.ok(existsSync(join(project, "pages/night-ferry.html")));
  // What the program says and how it ends come through.
  const faulty = run("npx", ["--offline", "brief", "check", "-"], { cwd: project, input: "format: 2\n" });
  assert.equal(faulty.code, 1);
  assert.match(faulty.err, /error\[unsupported-format\]/);
});

test("each package has the licences, and the version of the program", () => {
  const version = sound(brief, ["--version"]).trim().split(" ")[1];
  for (const name of ["briefwright", `briefwright-${system}`]) {
    const within = join(project, "node_modules", name);
    const manifest = JSON.parse(readFileSync(join(within, "package.json"), "utf8"));
    assert.equal(manifest.version, version);
    assert.equal(manifest.license, "MIT OR Apache-2.0");
    for (const file of ["LICENSE-MIT", "LICENSE-APACHE", "OFL.txt", "README.md"]) {
      assert.ok(existsSync(join(within, file)), `${file} of ${name}`);
    }
  }
});

test("a system without a program is told so", () => {
  sound("rm", ["-r", join(project, "node_modules", `briefwright-${system}`)]);
  const { code, err } = run("node", [join(project, "node_modules/briefwright/bin/brief.js")]);
  assert.equal(code, 2);
  assert.match(err, new RegExp(`no program for ${system}`));
});

test("who ends the wrapper ends the program", async () => {
  sound("mkdir", ["-p", join(project, `node_modules/briefwright-${system}`)]);
  sound("ln", ["-s", brief, join(project, `node_modules/briefwright-${system}/brief`)]);
  const wrapper = join(project, "node_modules/briefwright/bin/brief.js");
  const child = spawn("node", [wrapper, "serve", "--port", "0", join(newsroom, "content")]);
  const ended = new Promise((settle) => child.on("exit", (code, signal) => settle({ code, signal })));
  const address = await new Promise((settle) => {
    child.stdout.on("data", (data) => settle(/http:\S+/.exec(String(data))[0]));
  });
  assert.ok((await fetch(address)).ok);
  child.kill("SIGTERM");
  await ended;
  await assert.rejects(fetch(address));
});
