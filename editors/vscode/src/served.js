// Follows the page of a brief that `brief serve` serves. The server answers no page of another site, nor any
// frame in one; so the editor asks for the page itself, and hears when it changes.
"use strict";

const { spawn } = require("node:child_process");
const http = require("node:http");
const path = require("node:path");

/**
 * What the server tells of a brief: the mark of its last good page, and how many errors its file has.
 * @typedef {{ page: string | null, errors: number, name: string }} News
 */

/**
 * Starts a server for a file, and tells each page as it changes.
 * @param {string} program
 * @param {string} file
 * @param {{ page: (html: string, news: News) => void, ended: (why: string) => void }} hear
 * @returns {() => void} what ends it
 */
function follow(program, file, hear) {
  const options = { cwd: path.dirname(file) };
  const child = spawn(program, ["serve", "--port", "0", "--", file], options);
  /** @type {http.ClientRequest | undefined} */
  let listening;
  let said = "";
  let isOver = false;
  /** @type {string | null} */
  let shown = null;

  /** @param {string} why */
  const end = (why) => {
    if (isOver) return;
    isOver = true;
    listening?.destroy();
    child.kill();
    hear.ended(why);
  };

  /**
   * @param {URL} address that of the frame: /brief/NAME
   * @param {News} news
   */
  const told = async (address, news) => {
    if (news.page === null || news.page === shown) return;
    shown = news.page;
    const html = await get(new URL(address.pathname.replace("/brief/", "/page/") + ".html", address));
    if (!isOver) hear.page(html, news);
  };

  /** @param {URL} address */
  const listen = (address) => {
    if (isOver) return;
    let rest = "";
    // The stream ends where others need it, and is to be taken up again.
    const again = () => setTimeout(() => listen(address), 400);
    listening = http.get(new URL(address.pathname.replace("/brief/", "/events/"), address), (response) => {
      response.setEncoding("utf8");
      response.on("data", (data) => {
        const lines = (rest + data).split("\n");
        rest = lines.pop() ?? "";
        for (const line of lines.filter((line) => line.startsWith("data: "))) {
          told(address, JSON.parse(line.slice("data: ".length))).catch((error) => end(String(error)));
        }
      });
      response.on("close", again);
    });
    listening.on("error", again);
  };

  child.stdout.setEncoding("utf8");
  child.stdout.on("data", (data) => {
    said += data;
    const address = /(http:\/\/\S+)\n/.exec(said);
    if (address && !listening) listen(new URL(address[1]));
  });
  child.stderr.setEncoding("utf8");
  let errors = "";
  child.stderr.on("data", (data) => {
    errors = (errors + data).slice(-4000);
  });
  child.on("error", (error) => end(error.message));
  child.on("exit", () => end(errors.trim() || "brief serve ended"));
  return () => end("");
}

/**
 * @param {URL} address
 * @returns {Promise<string>}
 */
function get(address) {
  return new Promise((resolve, reject) => {
    const request = http.get(address, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (data) => {
        text += data;
      });
      response.on("end", () => {
        if (response.statusCode === 200) resolve(text);
        else reject(new Error(text.trim()));
      });
    });
    request.on("error", reject);
  });
}

module.exports = { follow };
