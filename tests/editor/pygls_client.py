"""Speaks to `brief lsp` with pygls, which takes no message of another form than the protocol's model.

usage: BRIEF_BIN=… BRIEF_FOLDER=… PYTHONPATH=python python3 pygls_client.py
"""

import asyncio
import os
import pathlib
import sys

from lsprotocol import types
from pygls.lsp.client import BaseLanguageClient

BRIEF = pathlib.Path(os.environ["BRIEF_FOLDER"], "brief.yaml")
ENCODINGS = {
    types.PositionEncodingKind.Utf8: lambda text: len(text.encode()),
    types.PositionEncodingKind.Utf16: lambda text: len(text.encode("utf-16-le")) // 2,
    types.PositionEncodingKind.Utf32: len,
}
WAIT = 10


class Client(BaseLanguageClient):
    """Keeps what is wrong, and fails at whatever cannot be read."""

    def __init__(self):
        super().__init__("brief-tests", "1")
        self.found = {}
        self.news = asyncio.Event()

        @self.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def take(params):
            self.found[params.uri] = params
            self.news.set()

    def report_server_error(self, error, source):
        print(f"{source}: {error!r}", file=sys.stderr)
        os._exit(1)

    async def problems(self, uri, version):
        while uri not in self.found or self.found[uri].version != version:
            self.news.clear()
            await asyncio.wait_for(self.news.wait(), WAIT)
        return self.found[uri].diagnostics


async def session(encoding, units):
    client = Client()
    await client.start_io(os.environ["BRIEF_BIN"], "lsp")
    capabilities = types.ClientCapabilities(
        general=types.GeneralClientCapabilities(position_encodings=[encoding])
    )
    answer = await client.initialize_async(types.InitializeParams(capabilities=capabilities))
    assert answer.capabilities.position_encoding == encoding, answer
    client.initialized(types.InitializedParams())

    fault = "says: '🙂 Гавань: the council has the money, it claimed.'"
    sound = BRIEF.read_text(encoding="utf-8")
    text = sound.replace("says: The council has not found the money.", fault)
    uri = BRIEF.as_uri()
    client.text_document_did_open(types.DidOpenTextDocumentParams(
        types.TextDocumentItem(uri=uri, language_id="yaml", version=1, text=text)
    ))
    [problem] = await client.problems(uri, 1)
    line = next(number for number, line in enumerate(text.splitlines()) if fault in line)
    start = units(text.splitlines()[line].split("claimed")[0])
    assert problem.code == "loaded-verb", problem
    assert problem.range.start == types.Position(line, start), (problem, start)

    document = types.TextDocumentIdentifier(uri)
    at = lambda words, more=0: types.Position(
        text[: text.index(words)].count("\n"),
        units(text[: text.index(words) + len(words)].splitlines()[-1]) + more,
    )
    actions = await client.text_document_code_action_async(types.CodeActionParams(
        document, problem.range, types.CodeActionContext([problem])
    ))
    assert [action.title for action in actions][:1] == ["Write `said`"], actions
    change = types.TextDocumentContentChangePartial(range=problem.range, text="said")
    client.text_document_did_change(types.DidChangeTextDocumentParams(
        types.VersionedTextDocumentIdentifier(version=2, uri=uri), [change]
    ))
    text = text.replace("claimed", "said")
    found = await client.problems(uri, 2)
    assert not found, found

    place = types.TextDocumentPositionParams(document, at("voice: cha"))
    hover = await client.text_document_hover_async(types.HoverParams(document, place.position))
    assert "Ann Example" in hover.contents.value, hover
    definition = await client.text_document_definition_async(types.DefinitionParams(document, place.position))
    assert definition.range.start == at("  chair:", -6), definition
    references = await client.text_document_references_async(types.ReferenceParams(
        types.ReferenceContext(include_declaration=True), document, place.position
    ))
    assert len(references) == 3, references
    completions = await client.text_document_completion_async(types.CompletionParams(document, at("stance: ")))
    assert any(item.label == "declined" for item in completions.items), completions
    prepared = await client.text_document_prepare_rename_async(types.PrepareRenameParams(document, place.position))
    assert prepared.placeholder == "chair", prepared
    renamed = await client.text_document_rename_async(types.RenameParams(
        document, place.position, "chairwoman"
    ))
    assert len(renamed.changes[uri]) == 3, renamed
    symbols = await client.text_document_document_symbol_async(types.DocumentSymbolParams(document))
    assert symbols[-1].name in ("gaps", "method"), symbols
    assert await client.text_document_folding_range_async(types.FoldingRangeParams(document))
    assert await client.text_document_code_lens_async(types.CodeLensParams(document)) is not None
    await client.shutdown_async(None)
    client.exit(None)
    await client.stop()


for encoding, units in ENCODINGS.items():
    asyncio.run(asyncio.wait_for(session(encoding, units), 60))
print("pygls: fine, in", ", ".join(encoding.value for encoding in ENCODINGS))
