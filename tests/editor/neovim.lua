-- Writes in a brief in Neovim, without a window, with the client that Neovim has.
-- usage: BRIEF_BIN=… nvim --headless -u NONE -i NONE -n +"luafile neovim.lua" brief.yaml

local PATIENCE = 10000
local LENGTHS = { ["utf-8"] = 1, ["utf-16"] = 1 }

local function check(what, is_so, found)
  if not is_so then
    io.stderr:write("neovim: " .. what .. ": " .. vim.inspect(found) .. "\n")
    vim.cmd("cquit!")
  end
end

local buffer = vim.api.nvim_get_current_buf()
local client = vim.lsp.start_client({ name = "brief", cmd = { vim.env.BRIEF_BIN, "lsp" }, root_dir = vim.fn.getcwd() })
check("the server starts", client ~= nil, client)
vim.lsp.buf_attach_client(buffer, client)
check("the server is ready", vim.wait(PATIENCE, function()
  local known = vim.lsp.get_client_by_id(client)
  return known ~= nil and known.initialized == true
end), "never")
local encoding = vim.lsp.get_client_by_id(client).offset_encoding
check("the encoding is agreed on", LENGTHS[encoding], encoding)

local function text()
  return table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, false), "\n")
end

local function problems()
  local codes = {}
  for _, problem in ipairs(vim.diagnostic.get(buffer)) do
    codes[#codes + 1] = problem.code or (problem.user_data and problem.user_data.lsp and problem.user_data.lsp.code)
  end
  table.sort(codes)
  return table.concat(codes, " ")
end

local function until_problems(expected)
  check("problems: " .. expected, vim.wait(PATIENCE, function() return problems() == expected end), problems())
end

-- Puts the cursor behind the first of a text.
local function go(pattern)
  vim.api.nvim_win_set_cursor(0, { 1, 0 })
  check("found: " .. pattern, vim.fn.search("\\V" .. vim.fn.escape(pattern, "\\"), "cWe") > 0, text())
end

local function ask(method, more)
  local params = vim.lsp.util.make_position_params(0, encoding)
  local answers, failure = vim.lsp.buf_request_sync(buffer, method, vim.tbl_extend("force", params, more or {}), PATIENCE)
  check(method, failure == nil and answers and answers[client] and not answers[client].err, { answers, failure })
  return answers[client].result
end

local function replace(from, to)
  local line = vim.fn.search("\\V" .. from, "nw")
  check("found: " .. from, line > 0, from)
  local before = vim.fn.getline(line)
  local start = before:find(from, 1, true)
  vim.api.nvim_buf_set_text(buffer, line - 1, start - 1, line - 1, start - 1 + #from, { to })
end

-- A sound brief, then a fault behind letters of several bytes, then its edit.
vim.wait(500, function() return false end)
until_problems("")
replace("says: The harbour is to be widened, beginning in spring.", 'says: "🙂 Гавань: the harbour will be widened, the chair claimed."')
until_problems("loaded-verb")
local problem = vim.diagnostic.get(buffer)[1]
local at = vim.api.nvim_buf_get_lines(buffer, problem.lnum, problem.lnum + 1, false)[1]
check("the columns", at:sub(problem.col + 1, problem.end_col) == "claimed", problem)
go("claimed")
local params = vim.lsp.util.make_range_params(0, encoding)
params.context = { diagnostics = {} }
local actions = vim.lsp.buf_request_sync(buffer, "textDocument/codeAction", params, PATIENCE)[client].result
vim.lsp.util.apply_workspace_edit(actions[1].edit, encoding)
check("the edit", text():find("the chair said", 1, true) ~= nil, text())
until_problems("")

-- Explanation, definition, outline, folds.
go("voice: cha")
check("hover", ask("textDocument/hover").contents.value:find("Ann Example", 1, true) ~= nil, "no name")
local definition = ask("textDocument/definition")
check("definition", vim.fn.getline(definition.range.start.line + 1):find("chair:", 1, true), definition)
check("outline", #ask("textDocument/documentSymbol") > 5, "too short")
check("folds", #ask("textDocument/foldingRange") > 5, "too few")

-- What Neovim itself completes with.
replace("voice: members", "voice: ")
go("voice: ")
vim.bo[buffer].omnifunc = "v:lua.vim.lsp.omnifunc"
local items = ask("textDocument/completion").items
check("completion", #items == 2 and items[1].label == "chair" and items[1].detail == "Ann Example", items)
replace("voice: ", "voice: ")
vim.api.nvim_buf_set_text(buffer, vim.fn.search("voice: $", "nw") - 1, #vim.fn.getline(vim.fn.search("voice: $", "nw")), vim.fn.search("voice: $", "nw") - 1, #vim.fn.getline(vim.fn.search("voice: $", "nw")), { "members" })
until_problems("")

-- A new id, in all places.
go("- id: wid")
local edit = ask("textDocument/rename", { newName = "wider" })
vim.lsp.util.apply_workspace_edit(edit, encoding)
check("the new id", not text():find("[@widening]", 1, true) and text():find("[@wider]", 1, true), text())
until_problems("")

-- Faster than it is diagnosed.
for _ = 1, 50 do
  vim.api.nvim_buf_set_lines(buffer, -1, -1, false, { "# -" })
end
replace("stance: supports", "stance: suports")
until_problems("unknown-value")
vim.lsp.stop_client(client)
check("the server ends", vim.wait(PATIENCE, function()
  local known = vim.lsp.get_client_by_id(client)
  return known == nil or known.is_stopped()
end), "never")
print("neovim " .. tostring(vim.version().major) .. "." .. tostring(vim.version().minor) .. ": fine, in " .. encoding .. "\n")
vim.cmd("qall!")
