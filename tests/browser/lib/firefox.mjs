// Prints a page in Firefox, over Marionette: messages of JSON, each after its length and a colon.

import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { pathToFileURL } from "node:url";

const PROGRAM = process.env.FIREFOX ?? "/usr/bin/firefox-esr";
const PORT = 2828;
const CENTIMETRES = { A4: { width: 21, height: 29.7 }, Letter: { width: 21.59, height: 27.94 } };

/// Returns the PDFs of a page, in the order of the papers.
export async function printInFirefox(path, papers) {
  const profile = mkdtempSync(join(tmpdir(), "brief-firefox-"));
  const firefox = spawn(PROGRAM, ["--headless", "--no-remote", "--marionette", "--profile", profile], { stdio: "ignore" });
  const failed = new Promise((_, reject) => {
    firefox.on("error", reject);
    firefox.on("exit", (code) => reject(new Error(`Firefox ended with ${code}`)));
  });
  failed.catch(() => {});
  try {
    const ask = await Promise.race([session(), failed]);
    await ask("WebDriver:NewSession", {});
    await ask("WebDriver:Navigate", { url: pathToFileURL(path).href });
    const pdfs = [];
    for (const paper of papers) {
      const { value } = await ask("WebDriver:Print", { page: CENTIMETRES[paper], background: true });
      pdfs.push(Buffer.from(value, "base64"));
    }
    return pdfs;
  } finally {
    firefox.removeAllListeners("exit");
    const ended = new Promise((resolve) => firefox.on("exit", resolve));
    firefox.kill("SIGKILL");
    await ended;
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function session() {
  for (let tries = 0; ; tries += 1) {
    try {
      return await opened();
    } catch (error) {
      if (tries === 300) throw error;
      await wait(100);
    }
  }
}

function opened() {
  return new Promise((resolve, reject) => {
    const socket = connect(PORT, "127.0.0.1");
    const waiting = new Map();
    let bytes = Buffer.alloc(0);
    const ask = (command, parameters) => new Promise((answer, refuse) => {
      const id = waiting.size + 1;
      waiting.set(id, { answer, refuse });
      const message = JSON.stringify([0, id, command, parameters]);
      socket.write(`${Buffer.byteLength(message)}:${message}`);
    });
    socket.on("error", reject);
    socket.on("data", (more) => {
      bytes = Buffer.concat([bytes, more]);
      for (let colon; (colon = bytes.indexOf(":")) > 0; ) {
        const end = colon + 1 + Number(bytes.subarray(0, colon));
        if (bytes.length < end) return;
        const message = JSON.parse(bytes.subarray(colon + 1, end).toString());
        bytes = bytes.subarray(end);
        if (!Array.isArray(message)) resolve(ask);
        else if (message[2]) waiting.get(message[1]).refuse(new Error(message[2].message));
        else waiting.get(message[1]).answer(message[3]);
      }
    });
  });
}
