// Makes dist/: the extension in one file, the schema, and the snippets that the schema has.
// usage: node editors/vscode/build.mjs

import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(dirname(here));
const dist = join(here, "dist");

/** Writes a value as the lines of block YAML; what is `$1` or `${1:id}` is filled in by the editor. */
function yaml(value) {
  if (Array.isArray(value)) {
    return value.flatMap((item) => yaml(item).map((line, number) => (number ? `  ${line}` : `- ${line}`)));
  }
  return Object.entries(value).flatMap(([key, inner]) =>
    inner !== null && typeof inner === "object"
      ? [`${key}:`, ...yaml(inner).map((line) => `  ${line}`)]
      : [`${key}: ${inner}`],
  );
}

/** Returns the snippets as Visual Studio Code has them, by name. */
export function snippets() {
  const fields = JSON.parse(readFileSync(join(root, "src/schema/snippets.json"), "utf8"));
  const all = Object.entries(fields).flatMap(([field, list]) =>
    list.map(({ label, description, body }) => {
      const prefix = `brief-${field}-${label}`.replaceAll(/[ _]/g, "-");
      return [`${field}: ${label}`, { prefix, description: `brief, ${field}: ${description}`, body: yaml(body) }];
    }),
  );
  return Object.fromEntries(all);
}

mkdirSync(dist, { recursive: true });
writeFileSync(join(dist, "snippets.json"), `${JSON.stringify(snippets(), null, 2)}\n`);
copyFileSync(join(root, "content/brief.schema.json"), join(dist, "brief.schema.json"));
copyFileSync(join(root, "LICENSE-APACHE"), join(here, "LICENSE-APACHE.txt"));
copyFileSync(join(root, "LICENSE-MIT"), join(here, "LICENSE.txt"));
await build({
  entryPoints: [join(here, "src/extension.js")],
  outfile: join(dist, "extension.js"),
  bundle: true,
  external: ["vscode"],
  format: "cjs",
  platform: "node",
  target: "node20",
  minify: true,
  legalComments: "eof",
});
