// What builds a release elsewhere: the container, and the workflow that `dist` wrote.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { parse } from "yaml";
import { root, sound, tool } from "./lib/work.mjs";

const read = (path) => readFileSync(join(root, path), "utf8");
/** Reads TOML as JSON. */
const toml = (path) => {
  const script = "import json, sys, tomllib; print(json.dumps(tomllib.load(open(sys.argv[1], 'rb'))))";
  return JSON.parse(sound("python3", ["-c", script, join(root, path)]));
};

test("the container is built as hadolint says, with this Rust, and runs without rights", () => {
  sound(tool("hadolint"), ["--failure-threshold", "info", join(root, "Dockerfile")]);
  const container = read("Dockerfile");
  const { channel } = toml("rust-toolchain.toml").toolchain;
  assert.ok(container.includes(`FROM rust:${channel}-slim-`), channel);
  assert.ok(container.includes(`RUSTUP_TOOLCHAIN=${channel}\n`), channel);
  const user = [...container.matchAll(/^USER (\d+)/gm)].pop()[1];
  assert.notEqual(user, "0");
});

test("the container has all that the program is built of", () => {
  const leftOut = read(".dockerignore").split("\n").filter((line) => line && !line.startsWith("#"));
  const { package: { include }, bench } = toml("Cargo.toml");
  for (const needed of [...include, ...bench.map((one) => `/${one.path}`)]) {
    const [, top] = needed.split("/");
    assert.ok(!leftOut.includes(top), needed);
  }
});

test("the workflow of releases is sound, and of the version that its settings name", () => {
  const workflow = ".github/workflows/release.yml";
  sound(tool("actionlint"), ["-no-color", join(root, workflow)]);
  const { dist } = toml("dist-workspace.toml");
  assert.ok(read(workflow).includes(`/download/v${dist["cargo-dist-version"]}/`));
  assert.ok(toml("Cargo.toml").profile.dist, "dist builds with the profile of its name");
  parse(read(workflow));
});

test("what is installed as a binary is found where a release has it", () => {
  const { binstall } = toml("Cargo.toml").package.metadata;
  const { dist } = toml("dist-workspace.toml");
  assert.equal(dist["unix-archive"], ".tar.xz");
  assert.equal(binstall["pkg-fmt"], "txz");
  const { targets } = dist;
  for (const { target } of Object.values(JSON.parse(read("npm/platforms.json")))) {
    assert.ok(targets.includes(target), target);
  }
});
