// Measures how long `brief lsp` takes as a client sees it: from a keystroke to its diagnostics, to completions, and
// to answers. Figures are in docs/editors.md.
// usage: cargo build --release && cargo run --release --example generate -- 10000 > large.yaml
//        BRIEF_BIN=target/release/brief node tests/editor/latency.mjs large.yaml

import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import protocol from "vscode-languageserver-protocol/node.js";
import { TextDocument } from "vscode-languageserver-textdocument";

const TIMES = 40;
const [file] = process.argv.slice(2);
const uri = pathToFileURL(resolve(file)).href;
let document = TextDocument.create(uri, "yaml", 1, readFileSync(file, "utf8"));

const server = spawn(process.env.BRIEF_BIN, ["lsp"], { stdio: ["pipe", "pipe", "inherit"] });
const reader = new protocol.StreamMessageReader(server.stdout);
const connection = protocol.createProtocolConnection(reader, new protocol.StreamMessageWriter(server.stdin));
const waiting = new Map();
connection.onNotification(protocol.PublishDiagnosticsNotification.type, ({ version }) => waiting.get(version)?.());
connection.listen();

const now = () => performance.now();
const pause = (time) => new Promise((done) => setTimeout(done, time));
const told = (version) => new Promise((done) => waiting.set(version, done));

/** Types a letter at a place; returns when the diagnostics of the new text are there. */
function type(offset, letter) {
  const range = { start: document.positionAt(offset), end: document.positionAt(offset) };
  const version = document.version + 1;
  const changes = [{ range, text: letter }];
  const found = told(version);
  const start = now();
  connection.sendNotification(protocol.DidChangeTextDocumentNotification.type, {
    textDocument: { uri, version },
    contentChanges: changes,
  });
  document = TextDocument.update(document, changes, version);
  return found.then(() => now() - start);
}

async function timed(ask) {
  const start = now();
  await ask();
  return now() - start;
}

function tell(what, times) {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))].toFixed(0);
  console.log(`${what.padEnd(44)} median ${at(0.5)} ms, 95 of 100 within ${at(0.95)} ms, slowest ${at(1)} ms`);
}

const capabilities = { general: { positionEncodings: ["utf-16"] } };
await connection.sendRequest(protocol.InitializeRequest.type, { processId: null, rootUri: null, capabilities });
connection.sendNotification(protocol.InitializedNotification.type, {});
const opened = told(1);
const textDocument = { uri, languageId: "yaml", version: 1, text: document.getText() };
const opening = await timed(async () => {
  connection.sendNotification(protocol.DidOpenTextDocumentNotification.type, { textDocument });
  await opened;
});
console.log(`${document.getText().length} characters; open to diagnostics ${opening.toFixed(0)} ms`);

const middle = () => document.getText().indexOf("says: ", document.getText().length / 2) + 6;
const times = [];
for (let time = 0; time < TIMES; time++) {
  times.push(await type(middle(), "x"));
  await pause(50);
}
tell("keystroke to diagnostics", times);

const bursts = [];
for (let time = 0; time < TIMES / 4; time++) {
  let last;
  for (let letter = 0; letter < 8; letter++) {
    last = type(middle(), "y");
    await pause(60);
  }
  bursts.push(await last);
}
tell("last keystroke of 8, 60 ms apart", bursts);

const ask = (request, offset, more = {}) => {
  const position = document.positionAt(offset);
  return connection.sendRequest(request.type, { textDocument: { uri }, position, ...more });
};
const within = (words) => document.getText().indexOf(words, document.getText().length / 2) + words.length;
for (const [what, words, letter] of [
  ["keystroke to completions: a voice", "voice: ", "v"],
  ["keystroke to completions: a claim in [@", "says: ", "[@c"],
]) {
  const taken = [];
  for (let time = 0; time < TIMES / 2; time++) {
    const offset = within(words);
    const found = type(offset, letter);
    taken.push(await timed(() => ask(protocol.CompletionRequest, offset + letter.length)));
    await found;
    await type(offset, "").catch(() => {});
    const range = { start: document.positionAt(offset), end: document.positionAt(offset + letter.length) };
    const version = document.version + 1;
    const gone = told(version);
    const contentChanges = [{ range, text: "" }];
    connection.sendNotification(protocol.DidChangeTextDocumentNotification.type, { textDocument: { uri, version }, contentChanges });
    document = TextDocument.update(document, contentChanges, version);
    await gone;
  }
  tell(what, taken);
}
for (const [what, request, words, more] of [
  ["hover on a claim", protocol.HoverRequest, "- id: claim", {}],
  ["definition of a voice", protocol.DefinitionRequest, "voice: voice", {}],
  ["outline", protocol.DocumentSymbolRequest, "says: ", {}],
]) {
  const taken = [];
  for (let time = 0; time < 10; time++) taken.push(await timed(() => ask(request, within(words), more)));
  tell(what, taken);
}
await connection.sendRequest(protocol.ShutdownRequest.type);
connection.sendNotification(protocol.ExitNotification.type);
