//! A connection to Chromium by its own protocol: <https://chromedevtools.github.io/devtools-protocol/>.

use std::time::Duration;

use anyhow::{Context, Result, bail};
use futures_util::{SinkExt, StreamExt};
use serde_json::{Value, json};
use tokio::{net::TcpStream, time::timeout};
use tokio_tungstenite::{
    MaybeTlsStream, WebSocketStream, connect_async_with_config,
    tungstenite::{Message, protocol::WebSocketConfig},
};

/// A page that has not answered by then never will.
const PATIENCE: Duration = Duration::from_secs(60);

/// One connection. Everything happens in the order of the calls, so no task runs beside.
pub struct DevTools {
    socket: WebSocketStream<MaybeTlsStream<TcpStream>>,
    last_id: u64,
    events: Vec<Value>,
}

impl DevTools {
    /// Connects to the address that Chromium has printed.
    pub async fn connect(address: &str) -> Result<Self> {
        // Traces come in large pieces.
        let config = WebSocketConfig::default()
            .max_message_size(None)
            .max_frame_size(None);
        let (socket, _) = connect_async_with_config(address, Some(config), true).await?;
        Ok(Self {
            socket,
            last_id: 0,
            events: Vec::new(),
        })
    }

    /// Calls a method, of the browser or of a session with one page, and returns its result.
    pub async fn call(
        &mut self,
        session: Option<&str>,
        method: &str,
        parameters: Value,
    ) -> Result<Value> {
        self.last_id += 1;
        let id = self.last_id;
        let mut request = json!({ "id": id, "method": method, "params": parameters });
        if let Some(session) = session {
            request["sessionId"] = json!(session);
        }
        let request = Message::text(request.to_string());
        self.socket.send(request).await?;
        loop {
            let answer = self.receive().await.with_context(|| method.to_owned())?;
            if answer["id"] != json!(id) {
                self.events.push(answer);
            } else if let Some(error) = answer.get("error") {
                bail!("{method}: {error}");
            } else {
                return Ok(answer["result"].clone());
            }
        }
    }

    /// Waits for an event with that name, and returns its parameters.
    pub async fn event(&mut self, method: &str) -> Result<Value> {
        let is_wanted = |event: &Value| event["method"] == json!(method);
        if let Some(index) = self.events.iter().position(is_wanted) {
            return Ok(self.events.remove(index)["params"].clone());
        }
        loop {
            let event = self.receive().await.with_context(|| method.to_owned())?;
            if is_wanted(&event) {
                return Ok(event["params"].clone());
            }
            self.events.push(event);
        }
    }

    /// The parameters of all events with that name so far.
    pub fn take(&mut self, method: &str) -> Vec<Value> {
        let (wanted, others) = std::mem::take(&mut self.events)
            .into_iter()
            .partition(|event| event["method"] == json!(method));
        self.events = others;
        let wanted: Vec<Value> = wanted;
        wanted
            .into_iter()
            .map(|event| event["params"].clone())
            .collect()
    }

    /// Forgets the events so far.
    pub fn forget(&mut self) {
        self.events.clear();
    }

    async fn receive(&mut self) -> Result<Value> {
        loop {
            let message = timeout(PATIENCE, self.socket.next()).await;
            let message = message.context("there is no answer")?;
            let message = message.context("the connection has ended")??;
            if let Message::Text(text) = message {
                return Ok(serde_json::from_str(&text)?);
            }
        }
    }
}
