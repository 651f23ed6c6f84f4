// `brief lsp`, as the protocol layer of Visual Studio Code's client (vscode-languageclient) speaks to it.
// That client itself runs only within Visual Studio Code.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { pathToFileURL } from "node:url";
import protocol from "vscode-languageserver-protocol/node.js";
import { TextDocument } from "vscode-languageserver-textdocument";
import { STARTED } from "./server.mjs";

const CAPABILITIES = {
  general: { positionEncodings: ["utf-16"] },
  workspace: {
    workspaceEdit: { documentChanges: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
  },
  textDocument: { publishDiagnostics: { relatedInformation: true } },
};

class Editor {
  #server = spawn(process.env.BRIEF_BIN, ["lsp", "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
  #folder = mkdtempSync(join(tmpdir(), "brief-lsp-"));
  #versions = new Map();
  #found = new Map();
  registered = [];

  constructor() {
    const reader = new protocol.StreamMessageReader(this.#server.stdout);
    const writer = new protocol.StreamMessageWriter(this.#server.stdin);
    this.connection = protocol.createProtocolConnection(reader, writer);
    this.connection.onNotification(protocol.PublishDiagnosticsNotification.type, (params) => this.#take(params));
    this.connection.onRequest(protocol.RegistrationRequest.type, ({ registrations }) => {
      this.registered.push(...registrations.map(({ method }) => method));
    });
    this.connection.listen();
  }

  async start() {
    const params = { processId: process.pid, rootUri: null, capabilities: CAPABILITIES };
    const { capabilities } = await this.ask(protocol.InitializeRequest.type, params);
    this.tell(protocol.InitializedNotification.type, {});
    return capabilities;
  }

  /** Ends the session, and returns the exit code. */
  async end() {
    const code = new Promise((resolve) => this.#server.on("exit", resolve));
    await this.ask(protocol.ShutdownRequest.type);
    this.tell(protocol.ExitNotification.type);
    return code;
  }

  ask = (type, params, token) => this.connection.sendRequest(type, params, token);
  tell = (type, params) => this.connection.sendNotification(type, params);
  uri = (name) => pathToFileURL(join(this.#folder, name)).href;
  save = (name, text) => writeFileSync(join(this.#folder, name), text);

  /** Opens a text, and returns what is wrong with it. */
  async open(name, text) {
    const uri = this.uri(name);
    this.#versions.set(uri, 1);
    const document = { uri, languageId: "yaml", version: 1, text };
    this.tell(protocol.DidOpenTextDocumentNotification.type, { textDocument: document });
    return this.problems(name);
  }

  change(name, contentChanges) {
    const uri = this.uri(name);
    const version = this.#versions.get(uri) + 1;
    this.#versions.set(uri, version);
    this.tell(protocol.DidChangeTextDocumentNotification.type, { textDocument: { uri, version }, contentChanges });
  }

  /** Waits for what is wrong with the newest version of a text. */
  problems(name) {
    const uri = this.uri(name);
    const isNew = ({ version }) => version === this.#versions.get(uri);
    const known = this.#found.get(uri);
    return known && isNew(known) ? known.diagnostics : this.#next(uri, isNew);
  }

  /** Waits until what is wrong with a text is as wanted. */
  until = (name, isWanted) => this.#next(this.uri(name), ({ diagnostics }) => isWanted(diagnostics));

  #next(uri, isWanted) {
    return new Promise((resolve) => {
      this.#waiting.push((params) => {
        const isIt = params.uri === uri && isWanted(params);
        if (isIt) resolve(params.diagnostics);
        return isIt;
      });
    });
  }

  #waiting = [];
  #take(params) {
    this.#found.set(params.uri, params);
    this.#waiting = this.#waiting.filter((wait) => !wait(params));
  }
}

const place = (text, words, at = words.length) => {
  const document = TextDocument.create("", "", 0, text);
  assert.ok(text.includes(words), words);
  return document.positionAt(text.indexOf(words) + at);
};

describe("brief lsp", () => {
  const editor = new Editor();
  let capabilities;
  before(async () => {
    capabilities = await editor.start();
  });
  after(async () => assert.equal(await editor.end(), 0));

  it("says what it can", () => {
    assert.equal(capabilities.positionEncoding, "utf-16");
    assert.equal(capabilities.textDocumentSync.change, protocol.TextDocumentSyncKind.Incremental);
  });

  it("asks to be told of files, and looks again when one changed", async () => {
    const brief = STARTED.replace("edition: 1\n", "edition: 1\ninclude: desk.yaml\n").replace("voice: members", "voice: mayor");
    const found = await editor.open("a.yaml", brief);
    assert.deepEqual(found.map(({ code }) => code), ["unreadable-include"]);
    assert.deepEqual(editor.registered, ["workspace/didChangeWatchedFiles"]);
    const sound = editor.until("a.yaml", (found) => found[0].code === "claim-without-position");
    editor.save("desk.yaml", "voices:\n  mayor: { name: Bo Example, role: Mayor }\n");
    const changes = [{ uri: editor.uri("desk.yaml"), type: protocol.FileChangeType.Created }];
    editor.tell(protocol.DidChangeWatchedFilesNotification.type, { changes });
    await sound;
  });

  it("names other places, and offers edits for a version", async () => {
    const other = new Editor();
    await other.start();
    const text = STARTED.replace("  members:\n", "  chair:\n").replace("stance: supports", "stance: suports");
    const found = await other.open("b.yaml", text);
    const twice = found.find(({ code }) => code === "duplicate-key" || code === "duplicate-id");
    assert.equal(twice.relatedInformation[0].location.uri, other.uri("b.yaml"));
    const fault = found.find(({ code }) => code === "unknown-value");
    const actions = await other.ask(protocol.CodeActionRequest.type, {
      textDocument: { uri: other.uri("b.yaml") },
      range: fault.range,
      context: { diagnostics: [fault] },
    });
    const [change] = actions[0].edit.documentChanges;
    assert.deepEqual(change.textDocument, { uri: other.uri("b.yaml"), version: 1 });
    const document = TextDocument.create(other.uri("b.yaml"), "yaml", 1, text);
    assert.ok(TextDocument.applyEdits(document, change.edits).includes("stance: supports"));
    assert.equal(await other.end(), 0);
  });

  it("cancels what is not wanted any more", async () => {
    await editor.open("c.yaml", STARTED);
    const textDocument = { uri: editor.uri("c.yaml") };
    for (let time = 0; time < 20; time++) {
      editor.change("c.yaml", [{ text: `${STARTED}# ${time}\n` }]);
      const source = new protocol.CancellationTokenSource();
      const answer = editor.ask(protocol.DocumentSymbolRequest.type, { textDocument }, source.token);
      source.cancel();
      await answer.catch(({ code }) => assert.equal(code, protocol.LSPErrorCodes.RequestCancelled));
    }
    assert.deepEqual(await editor.problems("c.yaml"), []);
  });

  it("follows edits of CR LF, emoji and Ukrainian letters", async () => {
    let text = STARTED.replaceAll("\n", "\r\n");
    await editor.open("d.yaml", text);
    const edits = [
      ["The works are to take two years.", '"🙂🙂 Роботи триватимуть два роки."'],
      ["two years.\r\n        about", "two years.\r\n        note: 🙂\r\n        about"],
      ["🙂🙂 Роботи", "🙂 І роботи"],
      ["voice: members", "voice: membres"],
    ];
    for (const [from, to] of edits) {
      if (!text.includes(from)) continue;
      const range = { start: place(text, from, 0), end: place(text, from) };
      editor.change("d.yaml", [{ range, text: to }]);
      text = text.replace(from, to);
    }
    const found = await editor.problems("d.yaml");
    const unknown = found.find(({ code }) => code === "unknown-id");
    assert.deepEqual(unknown.range, { start: place(text, "membres", 0), end: place(text, "membres") });
  });

  it("completes within what is no YAML", async () => {
    await editor.open("e.yaml", STARTED);
    const text = `${STARTED}events:\n  - { what: "never closed [@wid`;
    editor.change("e.yaml", [{ text }]);
    const answer = await editor.ask(protocol.CompletionRequest.type, {
      textDocument: { uri: editor.uri("e.yaml") },
      position: place(text, "[@wid\u0000".slice(0, 5), 5),
    });
    assert.ok(answer.items.some(({ label }) => label === "widening"));
  });
});
