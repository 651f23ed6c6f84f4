// Starts the language server for the briefs that are open, gives the YAML extension their schema, and
// shows a page beside its text.
"use strict";

const fs = require("node:fs");
const path = require("node:path");
const vscode = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");
const { isBrief, namesSchema } = require("./kind");
const { Previews } = require("./previews");

const SCHEMA = "brief://schema/brief.schema.json";

/** @type {LanguageClient | undefined} */
let client;

/** @returns {string} the program, as it is set for this machine */
function program() {
  return vscode.workspace.getConfiguration("brief").get("path") || "brief";
}

async function start() {
  const command = program();
  const selector = [
    { language: "yaml", scheme: "file" },
    { language: "yaml", scheme: "untitled" },
  ];
  client = new LanguageClient("brief", "brief", { command, args: ["lsp"] }, { documentSelector: selector });
  try {
    await client.start();
  } catch (error) {
    const help = "brief does not start: have it on your path, or name it in the setting brief.path";
    vscode.window.showErrorMessage(`${help}. ${error instanceof Error ? error.message : error}`);
  }
}

/**
 * Lets the extension for YAML complete and explain fields of briefs that name no schema themselves.
 * @param {string} folder that of this extension
 */
async function giveSchema(folder) {
  const yaml = vscode.extensions.getExtension("redhat.vscode-yaml");
  const api = await yaml?.activate();
  api?.registerContributor?.(
    "brief",
    (/** @type {string} */ resource) => {
      const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === resource);
      const text = open?.getText() ?? "";
      return isBrief(text) && !namesSchema(text) ? SCHEMA : undefined;
    },
    () => fs.readFileSync(path.join(folder, "dist/brief.schema.json"), "utf8"),
  );
}

/** @param {vscode.TextEditor | undefined} editor */
function tellMenus(editor) {
  const document = editor?.document;
  const shown = document?.languageId === "yaml" && isBrief(document.getText());
  vscode.commands.executeCommand("setContext", "brief.isBrief", shown);
}

/** @param {vscode.ExtensionContext} context */
async function activate(context) {
  const previews = new Previews(program);
  context.subscriptions.push(
    previews,
    vscode.commands.registerCommand("brief.previewBeside", () => previews.show(vscode.window.activeTextEditor)),
    vscode.commands.registerCommand("brief.restart", async () => {
      await client?.stop().catch(() => {});
      await start();
    }),
    vscode.window.onDidChangeActiveTextEditor(tellMenus),
    vscode.workspace.onDidSaveTextDocument(() => tellMenus(vscode.window.activeTextEditor)),
  );
  tellMenus(vscode.window.activeTextEditor);
  await Promise.all([start(), giveSchema(context.extensionPath)]);
}

function deactivate() {
  return client?.stop();
}

module.exports = { activate, deactivate };
