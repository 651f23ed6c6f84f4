// The Nu HTML checker, as a Java program, once over many files.

import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { addressOf } from "./chromium.mjs";

const JAR = join(dirname(createRequire(import.meta.url).resolve("vnu-jar/package.json")), "build/dist/vnu.jar");

/**
 * What the checker says of CSS that is right all the same. Each entry: the words of its message,
 * and why they are wrong here.
 */
const OUTDATED = [
  { words: /Bad value “isolate” for attribute “unicode-bidi”/, because: "SVG 2 takes the property from CSS Writing Modes 3, which has it" },
];

/** The checker's messages by path; a path it has nothing to say about has an empty list. */
export function nuMessages(paths) {
  const found = new Map(paths.map((path) => [addressOf(path), []]));
  for (const message of run(paths)) {
    if (OUTDATED.some(({ words }) => words.test(message.message))) continue;
    const address = addressOf(decodeURI(message.url.replace(/^file:(\/\/)?/, "")));
    const place = message.lastLine ? `line ${message.lastLine}: ` : "";
    const extract = message.extract ? ` «${message.extract.replace(/\s+/g, " ").slice(0, 160)}»` : "";
    found.get(address).push(`${message.subType ?? message.type}: ${place}${message.message}${extract}`);
  }
  return (path) => found.get(addressOf(path));
}

function run(paths) {
  if (paths.length === 0) return [];
  const out = execFileSync("java", ["-Xss4m", "-jar", JAR, "--format", "json", "--stdout", "--exit-zero-always", ...paths], {
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
    stdio: ["ignore", "pipe", "inherit"],
  });
  return JSON.parse(out).messages;
}
