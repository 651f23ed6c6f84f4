// Shows pages beside their texts, one panel a file.
"use strict";

const path = require("node:path");
const vscode = require("vscode");
const { follow } = require("./served");

class Previews {
  /** @param {() => string} program the program to start, as it is set now */
  constructor(program) {
    this.program = program;
    /** @type {Map<string, vscode.WebviewPanel>} */
    this.panels = new Map();
  }

  /**
   * Shows the page of the file in an editor.
   * @param {vscode.TextEditor | undefined} editor
   */
  async show(editor) {
    const document = editor?.document;
    if (!document || document.languageId !== "yaml" || document.uri.scheme !== "file") {
      vscode.window.showInformationMessage("Open the file of a brief first, and save it.");
      return;
    }
    if (document.isDirty) await document.save();
    const file = document.uri.fsPath;
    const known = this.panels.get(file);
    if (known) {
      known.reveal(undefined, true);
      return;
    }
    const place = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    // The page runs no script, and asks for nothing.
    const options = { enableScripts: false, enableForms: false, localResourceRoots: [] };
    const panel = vscode.window.createWebviewPanel("brief.preview", path.basename(file), place, options);
    this.panels.set(file, panel);
    const end = follow(this.program(), file, {
      page: (html, news) => {
        panel.webview.html = html;
        panel.title = news.name;
      },
      ended: (why) => {
        if (why && this.panels.has(file)) vscode.window.showErrorMessage(`The preview ended: ${why}`);
        panel.dispose();
      },
    });
    panel.onDidDispose(() => {
      this.panels.delete(file);
      end();
    });
  }

  dispose() {
    for (const panel of [...this.panels.values()]) panel.dispose();
  }
}

module.exports = { Previews };
