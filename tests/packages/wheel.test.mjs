// The wheel: built by maturin, installed by pip from the file, and run.

import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { folder, newsroom, root, run, sound, tool } from "./lib/work.mjs";

test("the wheel has the program, its licences and its README, and runs where pip puts it", () => {
  const place = folder();
  const target = process.env.CARGO_TARGET_DIR ?? join(root, "target");
  // What .ci/run has built already is taken, since it is built with the same settings.
  const settings = ["--profile", "release", "--config", join(root, ".ci/checked.toml")];
  sound(tool("maturin"), ["build", "--locked", "--quiet", ...settings, "--compatibility", "linux", "--out", place], {
    cwd: root,
    env: { ...process.env, CARGO_TARGET_DIR: target },
  });
  const [wheel, ...others] = readdirSync(place);
  assert.deepEqual(others, []);
  assert.match(wheel, /^briefwright-\d+\.\d+\.\d+-py3-none-linux_\w+\.whl$/);
  const held = sound("python3", ["-m", "zipfile", "--list", join(place, wheel)]);
  for (const file of ["licenses/LICENSE-MIT", "licenses/LICENSE-APACHE", "licenses/static/fonts/OFL.txt", "scripts/brief"]) {
    assert.ok(held.includes(file), `${file} in\n${held}`);
  }

  sound("python3", ["-m", "zipfile", "--extract", join(place, wheel), join(place, "held")]);
  const [information] = readdirSync(join(place, "held")).filter((name) => name.endsWith(".dist-info"));
  const metadata = readFileSync(join(place, "held", information, "METADATA"), "utf8");
  assert.match(metadata, /^License-Expression: MIT OR Apache-2\.0$/m);
  assert.match(metadata, /^Description-Content-Type: text\/markdown/m);

  const environment = join(place, "environment");
  sound("python3", ["-m", "venv", environment]);
  const pip = ["-m", "pip", "install", "--quiet", "--no-index", "--disable-pip-version-check", join(place, wheel)];
  sound(join(environment, "bin/python"), pip);
  const installed = join(environment, "bin/brief");
  assert.match(sound(installed, ["--version"]), /^brief \d/);
  sound(installed, ["build", "--output", join(place, "pages/"), join(newsroom, "content")]);
  assert.ok(existsSync(join(place, "pages/night-ferry.html")));
  assert.equal(run(installed, ["check", "none.yaml"]).code, 2);
});
