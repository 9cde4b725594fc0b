//! The protocol, with the crate that speaks it: <https://modelcontextprotocol.io/specification>.

use std::sync::Arc;

use rmcp::ServerHandler;
use rmcp::model::{
    CallToolRequestParams, CallToolResponse, CallToolResult, ContentBlock, ErrorData, Implementation, ListToolsResult,
    PaginatedRequestParams, ServerCapabilities, ServerConfig, Tool, ToolAnnotations,
};
use rmcp::service::{RequestContext, RoleServer, ServiceExt};
use rmcp::transport::stdio;

use super::answers::answer;
use super::asked::TOOLS;
use super::folders::Folders;
use crate::render::visible;
use crate::{Error, ErrorKind};

const INSTRUCTIONS: &str = "Reads and compares formal resolutions (fr, en, es) in the allowed folders, and writes nothing. Ask `diff` what changed between \
    two texts instead of reading both. Answers come in pages: when `next` is a number, ask again with it as `from`.";

struct Server(Arc<Folders>);

/// Answers on standard output what is asked on standard input, until that ends.
///
/// # Errors
/// `Unreadable` where the other side does not speak the protocol.
pub(super) fn serve(folders: Folders) -> Result<(), Error> {
    let failed =
        |error: std::io::Error| Error::io(ErrorKind::Unreadable, "standard input", "is no client of the protocol", error);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(failed)?;
    let served = runtime.block_on(async {
        let server = Server(Arc::new(folders)).serve(stdio()).await.map_err(std::io::Error::other)?;
        server.waiting().await.map_err(std::io::Error::other)
    });
    // A read of standard input that waits cannot be called off; the process ends with it.
    runtime.shutdown_background();
    served.map(drop).map_err(failed)
}

impl ServerHandler for Server {
    fn get_info(&self) -> ServerConfig {
        ServerConfig::new(ServerCapabilities::builder().enable_tools().build())
            .with_server_info(Implementation::new(env!("CARGO_PKG_NAME"), env!("CARGO_PKG_VERSION")))
            .with_instructions(INSTRUCTIONS)
    }

    async fn list_tools(
        &self,
        _: Option<PaginatedRequestParams>,
        _: RequestContext<RoleServer>,
    ) -> Result<ListToolsResult, ErrorData> {
        let harmless = || ToolAnnotations::new().read_only(true).open_world(false);
        let tool = |tool: &super::asked::Tool| {
            Tool::new(tool.name, tool.description, Arc::new(tool.schema())).with_annotations(harmless())
        };
        Ok(ListToolsResult::with_all_items(TOOLS.iter().map(tool).collect()))
    }

    async fn call_tool(
        &self,
        asked: CallToolRequestParams,
        _: RequestContext<RoleServer>,
    ) -> Result<CallToolResponse, ErrorData> {
        let folders = Arc::clone(&self.0);
        // Beside the thread that hears the client; a panic there is an answer too.
        let work = move || answer(&folders, &asked.name, asked.arguments.unwrap_or_default());
        let answered = tokio::task::spawn_blocking(work).await;
        let answered = answered.unwrap_or_else(|_| {
            Err(Error::new(ErrorKind::Unreadable, "rature", "met a fault of its own on these texts: please report it with them"))
        });
        Ok(match answered {
            Ok(json) => CallToolResult::success(vec![ContentBlock::text(json)]),
            Err(error) => CallToolResult::error(vec![ContentBlock::text(visible(&error.with_cause()).into_owned())]),
        }
        .into())
    }
}
