// The GitHub Action: its inputs as workflows name them, and its steps as a runner runs them.

import assert from "node:assert/strict";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { parse } from "yaml";
import { brief, folder, newsroom, root, run, sound, tool } from "./lib/work.mjs";

const action = parse(readFileSync(join(root, "action.yml"), "utf8"));
const steps = action.runs.steps;
const workflow = readFileSync(join(newsroom, ".github/workflows/briefs.yml"), "utf8");

/** Lets actionlint read a workflow in a repository that has the action. */
function lint(text) {
  const place = folder();
  mkdirSync(join(place, ".github/workflows"), { recursive: true });
  mkdirSync(join(place, "briefwright"));
  cpSync(join(root, "action.yml"), join(place, "briefwright/action.yml"));
  const local = text.replace(/uses: OWNER\/briefwright@\S+/g, "uses: ./briefwright");
  writeFileSync(join(place, ".github/workflows/briefs.yml"), local);
  sound("git", ["init", "--quiet", place]);
  return run(tool("actionlint"), ["-no-color"], { cwd: place });
}

/** Runs the shell steps as a runner does: with their environment, and no more than it. */
function act(inputs, place) {
  const known = Object.fromEntries(Object.entries(action.inputs).map(([name, input]) => [name, input.default]));
  for (const name of Object.keys(inputs)) assert.ok(name in known, name);
  const values = { ...known, ...inputs };
  const outputs = {};
  const temporary = folder();
  const said = [];
  for (const step of steps.filter((step) => step.run)) {
    if (step.if?.includes("inputs.build") && values.build !== "true") continue;
    const file = join(temporary, "output");
    writeFileSync(file, "");
    const environment = { PATH: process.env.PATH, RUNNER_TEMP: temporary, GITHUB_OUTPUT: file };
    for (const [name, expression] of Object.entries(step.env)) {
      const [, context, key, output] = /^\$\{\{ (?:(inputs)|steps)\.([\w-]+)(?:\.outputs\.(\w+))? \}\}$/.exec(expression) ?? [];
      if (key) environment[name] = context ? values[key] : outputs[key]?.[output] ?? "";
      else assert.equal(expression, "${{ github.action_path }}");
    }
    const { code, out, err } = run("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", step.run], {
      cwd: place,
      env: environment,
    });
    said.push(out, err);
    const lines = readFileSync(file, "utf8").split("\n").filter(Boolean);
    outputs[step.id] = Object.fromEntries(lines.map((line) => line.split(/=(.*)/s, 2)));
    if (code !== 0) return { code, outputs, said: said.join("") };
  }
  return { code: 0, outputs, said: said.join("") };
}

function desk() {
  const place = folder();
  cpSync(join(newsroom, "content"), join(place, "content"), { recursive: true });
  return place;
}

test("the example workflow is sound, and names inputs and outputs that there are", () => {
  const { code, out } = lint(workflow);
  assert.equal(code, 0, out);
  const wrong = workflow.replace("deny-warnings:", "deny-warning:");
  assert.match(lint(wrong).out, /deny-warning/);
  assert.match(lint(workflow.replace("outputs.pages", "outputs.page")).out, /"page"/);
});

test("every input says what it is for, and none is put into a script", () => {
  for (const input of Object.values(action.inputs)) {
    assert.ok(input.description);
    assert.equal(typeof input.default, "string");
  }
  for (const step of steps.filter((step) => step.run)) {
    assert.ok(!step.run.includes("${{"), step.id);
    assert.equal(step.shell, "bash");
  }
});

test("sound briefs become pages, and a report without results", () => {
  const place = desk();
  const { code, outputs, said } = act({ brief, "deny-warnings": "true" }, place);
  assert.equal(code, 0, said);
  assert.deepEqual(readdirSync(join(place, outputs.build.pages)), ["library-hours.html", "night-ferry.html"]);
  const sarif = JSON.parse(readFileSync(outputs.check.sarif, "utf8"));
  assert.deepEqual(sarif.runs[0].results, []);
});

test("a faulty brief fails the run, with a report for code scanning and annotations, and no page", () => {
  const place = desk();
  const file = join(place, "content/night-ferry.yaml");
  writeFileSync(file, readFileSync(file, "utf8").replace("    voice: marn\n", ""));
  const { code, outputs, said } = act({ brief }, place);
  assert.equal(code, 1, said);
  assert.match(said, /^::error file=content\/night-ferry\.yaml,line=\d+/m);
  const sarif = JSON.parse(readFileSync(outputs.check.sarif, "utf8"));
  assert.ok(sarif.runs[0].results.some((result) => result.ruleId === "unattributed-claim"));
  assert.ok(!existsSync(join(place, "dist")));
});

test("what is named wrongly fails the run", () => {
  const { code, said } = act({ brief, files: "none.yaml" }, desk());
  assert.equal(code, 2, said);
  assert.match(said, /^::error[^\n]*none\.yaml/m);
});

test("files are named one a line, whatever they are called", () => {
  const place = desk();
  mkdirSync(join(place, "a desk"));
  for (const name of ["desk.yaml", "night-ferry.yaml", "night-ferry.evidence.yaml"]) {
    cpSync(join(place, "content", name), join(place, "a desk", name));
  }
  rmSync(join(place, "content"), { recursive: true });
  const { code, said } = act({ brief, files: "a desk/night-ferry.yaml\n\n", output: "the pages" }, place);
  assert.equal(code, 0, said);
  assert.deepEqual(readdirSync(join(place, "the pages")), ["night-ferry.html"]);
});

test("no input is run", () => {
  const place = desk();
  const hostile = ['$(touch run)', '`touch run`', '"; touch run; "', "'; touch run #", "--output=run", "x\nbrief=run"];
  for (const text of hostile) {
    for (const input of ["files", "output", "deny-warnings", "build", "brief"]) {
      act({ brief, [input]: text }, place);
      assert.ok(!existsSync(join(place, "run")), `${input}: ${text}`);
    }
  }
});
