// `brief mcp`, called by the official SDK of another language, and held to the protocol's own suite.

import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { StreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/streamableHttp.js";
import { spawn } from "node:child_process";
import { brief, newsroom } from "./lib/work.mjs";

const start = () => new StdioClientTransport({ command: brief, args: ["mcp"], cwd: newsroom });
const client = new Client({ name: "brief-tests", version: "1.0.0" });

before(() => client.connect(start()));
after(() => client.close());

const call = (name, arguments_) => client.callTool({ name, arguments: arguments_ });
const path = "content/night-ferry.yaml";

test("the tools are those that read, and say so", async () => {
  const { tools } = await client.listTools();
  assert.deepEqual(
    tools.map((tool) => tool.name),
    ["check", "verify", "origins", "coverage", "explain", "schema"],
  );
  assert.ok(tools.every((tool) => tool.annotations.readOnlyHint && !tool.annotations.openWorldHint));
  assert.match(client.getInstructions(), /attributed/);
});

// The client holds each answer to the schema that the tool told.
test("an assistant drafts with what each tool answers", async () => {
  const checked = await call("check", { path });
  assert.deepEqual(checked.structuredContent.files[0].diagnostics, []);
  const draft = "format: 1\ntitle: The ferry stops\nclaims:\n  - id: a\n    says: It stops.\n";
  const refused = await call("check", { path: "content/draft.yaml", text: draft });
  const codes = refused.structuredContent.files[0].diagnostics.map((one) => one.code);
  assert.ok(codes.includes("unattributed-claim"), codes.join());
  assert.match(refused.content[0].text, /content\/draft\.yaml:\d+:\d+/);
  const origins = await call("origins", { path });
  assert.equal(origins.structuredContent.claims.length, 3);
  const explained = await call("explain", { code: "unattributed-claim" });
  assert.match(explained.content[0].text, /unattributed-claim/);
  assert.ok(JSON.parse((await call("schema", {})).content[0].text).properties.claims);
});

test("what cannot be done is told in the answer", async () => {
  for (const [name, arguments_] of [
    ["check", { path: "../../../etc/passwd" }],
    ["verify", { path, snapshots: "none" }],
    ["coverage", { path, snapshots: "none" }],
    ["origins", { text: "format: 1\n" }],
    ["explain", { code: "no-such-code" }],
  ]) {
    const { isError, content } = await call(name, arguments_);
    assert.equal(isError, true, name);
    assert.match(content[0].text, /^error/);
  }
});

test("requests that come at once are all answered", async () => {
  const all = Array.from({ length: 40 }, (_, index) => call(index % 2 ? "check" : "origins", { path }));
  for (const { isError } of await Promise.all(all)) assert.equal(isError, false);
});

/** Serves the program over HTTP, for a suite that knows servers by address only. */
async function bridge() {
  const sessions = new Map();
  const server = createServer(async (request, response) => {
    let session = sessions.get(request.headers["mcp-session-id"]);
    if (!session) {
      const stdio = start();
      session = new StreamableHTTPServerTransport({
        sessionIdGenerator: randomUUID,
        onsessioninitialized: (id) => sessions.set(id, session),
      });
      session.stdio = stdio;
      session.onmessage = (message) => stdio.send(message);
      stdio.onmessage = (message) => session.send(message).catch(() => {});
      await Promise.all([session.start(), stdio.start()]);
    }
    await session.handleRequest(request, response);
  });
  await new Promise((settle) => server.listen(0, "127.0.0.1", settle));
  const close = async () => {
    await Promise.all([...sessions.values()].map((session) => session.stdio.close()));
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${server.address().port}/mcp`, close };
}

// The other scenarios call tools, prompts and resources of a server that was made for them.
test("the protocol's own suite passes, as far as it is about any server", async () => {
  const { url, close } = await bridge();
  try {
    for (const scenario of ["server-initialize", "ping", "tools-list"]) {
      const suite = join(import.meta.dirname, "node_modules/.bin/conformance");
      const child = spawn(suite, ["server", "--url", url, "--scenario", scenario], { stdio: "pipe" });
      let said = "";
      for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => { said += data; });
      const code = await new Promise((settle) => child.on("close", settle));
      assert.equal(code, 0, said);
      assert.match(said, /1\/1|[1-9]\d* passed, 0 failed/, said);
    }
  } finally {
    await close();
  }
});
