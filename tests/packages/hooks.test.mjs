// The hooks for pre-commit: their manifest, and a commit that they stop.

import assert from "node:assert/strict";
import { cpSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { brief, folder, newsroom, root, run, sound, tool } from "./lib/work.mjs";

const manifest = join(root, ".pre-commit-hooks.yaml");

test("the manifest and the example's configuration are sound", () => {
  sound(tool("pre-commit"), ["validate-manifest", manifest]);
  sound(tool("pre-commit"), ["validate-config", join(newsroom, ".pre-commit-config.yaml")]);
  const named = /id: (\S+)/.exec(readFileSync(join(newsroom, ".pre-commit-config.yaml"), "utf8"))[1];
  assert.ok(readFileSync(manifest, "utf8").includes(`- id: ${named}\n`));
});

test("a commit of a brief that does not hold is stopped", () => {
  const place = folder();
  const bin = folder();
  symlinkSync(brief, join(bin, "brief"));
  const person = { GIT_AUTHOR_NAME: "a", GIT_AUTHOR_EMAIL: "a@b", GIT_COMMITTER_NAME: "a", GIT_COMMITTER_EMAIL: "a@b" };
  const path = [bin, dirname(tool("pre-commit")), process.env.PATH].join(":");
  const home = folder();
  const env = { ...process.env, ...person, PATH: path, PRE_COMMIT_HOME: home, GIT_CONFIG_GLOBAL: join(home, "none") };
  const git = (cwd, ...words) => run("git", words, { cwd, env });

  // The repository that has the hooks, as far as pre-commit looks at it.
  const hooks = folder();
  cpSync(manifest, join(hooks, ".pre-commit-hooks.yaml"));
  git(hooks, "init", "--quiet");
  git(hooks, "add", ".");
  assert.equal(git(hooks, "commit", "--quiet", "-m", "hooks").code, 0);
  const revision = git(hooks, "rev-parse", "HEAD").out.trim();

  cpSync(join(newsroom, "content"), join(place, "content"), { recursive: true });
  const hook = `{ id: brief-check-installed, args: [--deny, warnings] }`;
  const config = `repos:\n  - repo: ${hooks}\n    rev: ${revision}\n    hooks: [${hook}]\n`;
  writeFileSync(join(place, ".pre-commit-config.yaml"), config);
  git(place, "init", "--quiet");
  sound(tool("pre-commit"), ["install"], { cwd: place, env });
  git(place, "add", ".");
  const first = git(place, "commit", "-m", "sound");
  assert.equal(first.code, 0, first.out + first.err);

  // What is changed is no brief, and yet no brief holds any more.
  const desk = join(place, "content/desk.yaml");
  writeFileSync(desk, readFileSync(desk, "utf8").replace("  marn:", "  mayor:"));
  git(place, "add", ".");
  const second = git(place, "commit", "-m", "faulty");
  assert.equal(second.code, 1);
  assert.match(second.out + second.err, /unknown-id/);
});
