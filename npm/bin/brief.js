#!/usr/bin/env node
// Starts the program for this system, which npm installed as an optional dependency.
"use strict";

const { spawn } = require("node:child_process");

const system = `${process.platform}-${process.arch}`;
const file = process.platform === "win32" ? "brief.exe" : "brief";

/** @returns {string} where the program is */
function program() {
  try {
    return require.resolve(`briefwright-${system}/${file}`);
  } catch {
    console.error(
      `error: briefwright has no program for ${system} here\n` +
        "help: install it without --omit=optional; where there is none for this system, `cargo install briefwright`",
    );
    process.exit(2);
  }
}

const child = spawn(program(), process.argv.slice(2), { stdio: "inherit" });
// A terminal sends its interrupts to both; who ends this process alone means the program.
process.on("SIGINT", () => {});
for (const signal of ["SIGTERM", "SIGHUP"]) {
  process.on(signal, () => child.kill(signal));
}
child.on("error", (error) => {
  console.error(`error: cannot start brief: ${error.message}`);
  process.exit(2);
});
child.on("exit", (code, signal) => {
  if (signal) {
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  } else {
    process.exit(code ?? 2);
  }
});
