// Packs the npm packages: `briefwright`, which starts the program, and one with the program of each
// system that is named. Their version is that of Cargo.toml.
// usage: node npm/pack.mjs OUT SYSTEM=PROGRAM…      such as linux-x64=target/release/brief

import { execFileSync } from "node:child_process";
import { chmodSync, copyFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(here);
const read = (path) => JSON.parse(readFileSync(join(here, path), "utf8"));
const main = read("package.json");
const platforms = read("platforms.json");
const version = /^version = "(.+)"$/m.exec(readFileSync(join(root, "Cargo.toml"), "utf8"))[1];

const [out, ...programs] = process.argv.slice(2);
const named = programs.map((argument) => argument.split(/=(.*)/s, 2));
const unknown = named.find(([system]) => !(system in platforms));
if (!out || programs.length === 0 || unknown) {
  console.error(`usage: node npm/pack.mjs OUT SYSTEM=PROGRAM…; a system is ${Object.keys(platforms).join(", ")}`);
  process.exit(2);
}
mkdirSync(out, { recursive: true });

/** Packs a folder that `fill` fills, with the licences that belong to it. */
function pack(manifest, fill) {
  const folder = mkdtempSync(join(tmpdir(), "briefwright-"));
  try {
    for (const file of ["LICENSE-MIT", "LICENSE-APACHE", "README.md", "static/fonts/OFL.txt"]) {
      copyFileSync(join(root, file), join(folder, file.split("/").pop()));
    }
    writeFileSync(join(folder, "package.json"), `${JSON.stringify({ ...manifest, version }, null, 2)}\n`);
    fill(folder);
    const options = { cwd: folder, shell: process.platform === "win32" };
    execFileSync("npm", ["pack", "--silent", "--pack-destination", resolve(out)], options);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const systems = Object.keys(platforms).map((system) => [`briefwright-${system}`, version]);
pack({ ...main, optionalDependencies: Object.fromEntries(systems) }, (folder) => {
  cpSync(join(here, "bin"), join(folder, "bin"), { recursive: true });
});

for (const [system, program] of named) {
  const { os, cpu } = platforms[system];
  const file = os === "win32" ? "brief.exe" : "brief";
  const { description, license } = main;
  const manifest = {
    name: `briefwright-${system}`,
    description: `${description}: the program for ${system}`,
    license,
    os: [os],
    cpu: [cpu],
    files: [file, "LICENSE-MIT", "LICENSE-APACHE", "OFL.txt"],
    preferUnplugged: true,
  };
  pack(manifest, (folder) => {
    copyFileSync(program, join(folder, file));
    chmodSync(join(folder, file), 0o755);
  });
}
