// The YAML language server, over standard input and output.

import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const FOLDER = process.env.BRIEF_FOLDER;
const PROGRAM = createRequire(import.meta.url).resolve("yaml-language-server/bin/yaml-language-server");
/** Marks the cursor in the texts of tests. */
export const CURSOR = "‸";
/** The brief that `brief new` wrote, and the line in it that names the schema. */
export const STARTED = readFileSync(join(FOLDER, "brief.yaml"), "utf8");
export const SCHEMA_LINE = STARTED.slice(0, STARTED.indexOf("\n") + 1);

const CAPABILITIES = {
  textDocument: {
    completion: { completionItem: { snippetSupport: true, documentationFormat: ["markdown"] } },
    hover: { contentFormat: ["markdown"] },
  },
};

/** Starts the server. */
export async function start() {
  const server = new Server();
  const rootUri = pathToFileURL(FOLDER).href;
  await server.ask("initialize", { processId: process.pid, rootUri, capabilities: CAPABILITIES });
  server.tell("initialized", {});
  return server;
}

class Server {
  #process = spawn(process.execPath, [PROGRAM, "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
  #received = Buffer.alloc(0);
  #answers = new Map();
  #problems = new Map();
  #asked = 0;
  #opened = 0;

  constructor() {
    this.#process.stdout.on("data", (bytes) => this.#read(bytes));
  }

  /** Sends a message that asks for no answer. */
  tell(method, params) {
    this.#send({ method, params });
  }

  /** Sends a question, and returns the answer. */
  ask(method, params) {
    const id = ++this.#asked;
    const answer = new Promise((resolve) => this.#answers.set(id, resolve));
    this.#send({ id, method, params });
    return answer;
  }

  /** Returns what may stand at the cursor of a text. */
  async completions(text) {
    const answer = await this.#at("textDocument/completion", text);
    return answer.items ?? answer;
  }

  /** Returns what is said of the place of the cursor, as Markdown. */
  async hover(text) {
    const answer = await this.#at("textDocument/hover", text);
    return answer?.contents.value ?? "";
  }

  /** Returns what is wrong with a text: lines from 1, and messages. */
  async problems(text) {
    const { found } = await this.#open(text);
    return found.map(({ range, message }) => `${range.start.line + 1}: ${message}`);
  }

  stop() {
    this.#process.kill();
  }

  async #at(method, marked) {
    const before = marked.slice(0, marked.indexOf(CURSOR)).split("\n");
    const position = { line: before.length - 1, character: before.at(-1).length };
    const { uri } = await this.#open(marked.replace(CURSOR, ""));
    return this.ask(method, { textDocument: { uri }, position });
  }

  /** Opens a text as a file beside the brief, and waits until it was looked through. */
  async #open(text) {
    const uri = pathToFileURL(join(FOLDER, `${++this.#opened}.yaml`)).href;
    const found = new Promise((resolve) => this.#problems.set(uri, resolve));
    this.tell("textDocument/didOpen", { textDocument: { uri, languageId: "yaml", version: 1, text } });
    return { uri, found: await found };
  }

  #send(message) {
    const text = JSON.stringify({ jsonrpc: "2.0", ...message });
    this.#process.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
  }

  #read(bytes) {
    this.#received = Buffer.concat([this.#received, bytes]);
    for (;;) {
      const end = this.#received.indexOf("\r\n\r\n");
      if (end < 0) return;
      const length = Number(/Content-Length: (\d+)/.exec(this.#received.subarray(0, end))[1]);
      const start = end + 4;
      if (this.#received.length < start + length) return;
      const message = JSON.parse(this.#received.subarray(start, start + length));
      this.#received = this.#received.subarray(start + length);
      this.#take(message);
    }
  }

  #take(message) {
    if (message.method === "textDocument/publishDiagnostics") {
      this.#problems.get(message.params.uri)?.(message.params.diagnostics);
    } else if (message.method && message.id !== undefined) {
      // The server asks for settings: there are none.
      this.#send({ id: message.id, result: message.params?.items?.map(() => null) ?? null });
    } else if (message.id !== undefined) {
      this.#answers.get(message.id)(message.result ?? {});
    }
  }
}
