//! `brief mcp`: serves the tools that only read to an assistant, by the Model Context Protocol on standard
//! input and output.

mod allowed;
mod answer;
mod calls;
mod queue;
mod tools;

use std::io;
use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;
use rmcp::model::{
    CallToolRequestParams, CallToolResponse, Implementation, ListToolsResult,
    PaginatedRequestParams, ServerCapabilities, ServerConfig,
};
use rmcp::service::{RequestContext, ServerInitializeError};
use rmcp::transport::async_rw::AsyncRwTransport;
use rmcp::{ErrorData, RoleServer, ServerHandler, ServiceExt as _};
use tokio::runtime::{Builder, Runtime};

use self::allowed::Allowed;
use self::answer::Answer;
use self::queue::Queue;
use self::tools::Tool;
use super::input::MOST_BRIEF;
use crate::outcome::{Failure, Outcome};

/// What an assistant is told before it calls a tool.
const INSTRUCTIONS: &str = "\
brief compiles a YAML file of attributed claims into one page, and refuses what is not attributed. To \
draft a brief: read `schema` once; write the YAML; call `check` with its `path`, or with its `text` before \
it is saved, and mend every error; hold the quotes against the kept sources with `verify`, and set them \
word for word as they stand there; see with `coverage` what of the sources no claim rests on, and with \
`origins` how many independent origins a claim has. `explain` says what a code means. No tool writes \
anything.";

/// The size of a message at most, in bytes: of a text as large as a brief may be, each byte escaped. A
/// larger one is never answered.
const MOST_MESSAGE: usize = 64 << 20;
const _: () = assert!(MOST_MESSAGE as u64 > MOST_BRIEF * 6);

#[derive(Args, Clone, Debug)]
pub(crate) struct McpArguments {
    /// The folders in which, and below which, files are read; relative paths begin in the first
    /// [default: this folder]
    #[arg(value_name = "DIR", verbatim_doc_comment)]
    folders: Vec<PathBuf>,
}

pub(super) fn run(arguments: &McpArguments) -> Result<Outcome, Failure> {
    let server = Server {
        allowed: Arc::new(Allowed::new(&arguments.folders)?),
        queue: Queue::default(),
    };
    let runtime =
        runtime().map_err(|error| Failure::of_machine(format!("cannot serve: {error}")))?;
    let ended = runtime.block_on(server.serve_until_closed());
    // A read of standard input that goes on would be waited for.
    runtime.shutdown_background();
    ended.map(|()| Outcome::default())
}

/// Returns what runs a server. It bounds no threads: reading and writing need some, too, so the queue
/// bounds the calls.
fn runtime() -> io::Result<Runtime> {
    Builder::new_current_thread().enable_time().build()
}

/// What answers an assistant.
struct Server {
    allowed: Arc<Allowed>,
    queue: Queue,
}

impl Server {
    /// Serves until the assistant closes standard input.
    async fn serve_until_closed(self) -> Result<(), Failure> {
        let streams = AsyncRwTransport::new_server(tokio::io::stdin(), tokio::io::stdout());
        let transport = streams.with_max_line_length(MOST_MESSAGE);
        let running = match self.serve(transport).await {
            Ok(running) => running,
            Err(ServerInitializeError::ConnectionClosed(_)) => return Ok(()),
            Err(error) => {
                return Err(Failure::new(
                    format!("no assistant speaks there: {error}"),
                    "`brief mcp` is started by an assistant, from its configuration of MCP servers",
                ));
            }
        };
        let ended = running.waiting().await;
        ended
            .map(drop)
            .map_err(|error| Failure::of_machine(format!("the server failed: {error}")))
    }
}

impl ServerHandler for Server {
    fn get_info(&self) -> ServerConfig {
        let capabilities = ServerCapabilities::builder().enable_tools().build();
        let name = Implementation::new("brief", env!("CARGO_PKG_VERSION"))
            .with_title("brief")
            .with_description(env!("CARGO_PKG_DESCRIPTION"));
        ServerConfig::new(capabilities)
            .with_server_info(name)
            .with_instructions(INSTRUCTIONS)
    }

    async fn list_tools(
        &self,
        _: Option<PaginatedRequestParams>,
        _: RequestContext<RoleServer>,
    ) -> Result<ListToolsResult, ErrorData> {
        let tools = Tool::ALL.into_iter().map(Tool::described);
        Ok(ListToolsResult::with_all_items(tools.collect()))
    }

    async fn call_tool(
        &self,
        request: CallToolRequestParams,
        context: RequestContext<RoleServer>,
    ) -> Result<CallToolResponse, ErrorData> {
        let Some(tool) = Tool::named(&request.name) else {
            let message = format!("there is no tool `{}`", request.name);
            return Err(ErrorData::invalid_params(message, None));
        };
        let allowed = Arc::clone(&self.allowed);
        let arguments = request.arguments.unwrap_or_default();
        let answer = self.queue.answer(move || tool.call(arguments, &allowed));
        // Whoever cancels a call waits for no answer, and what has not begun does not begin.
        let answer = context.ct.run_until_cancelled(answer).await;
        let answer = answer.unwrap_or_else(Answer::cancelled);
        Ok(answer.into_result().into())
    }
}
