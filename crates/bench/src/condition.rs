//! The three conditions under which every page is loaded.

use anyhow::Result;
use serde_json::json;

use crate::browser::{Browser, Page};

/// How slow the reader's device and network are.
#[derive(Clone, Copy, Debug)]
pub struct Condition {
    /// What the results call it.
    pub name: &'static str,
    /// How many times slower the processor is.
    processor: u32,
    /// Bytes a second, and milliseconds before each answer.
    network: Option<(u32, u32)>,
}

/// As the machine is, with a slow processor, and with a slow network as well.
pub const CONDITIONS: [Condition; 3] = [
    Condition {
        name: "as it is",
        processor: 1,
        network: None,
    },
    Condition {
        name: "4 × slower processor",
        processor: 4,
        network: None,
    },
    Condition {
        name: "slow phone: 4 × slower processor, 200 KB/s, 150 ms",
        processor: 4,
        network: Some((200 * 1024, 150)),
    },
];

impl Condition {
    /// Makes a page as slow as that.
    pub async fn apply(&self, browser: &mut Browser, page: &Page) -> Result<()> {
        let rate = json!({ "rate": self.processor });
        page.call(browser, "Emulation.setCPUThrottlingRate", rate)
            .await?;
        let Some((throughput, latency)) = self.network else {
            return Ok(());
        };
        let network = json!({
            "offline": false,
            "latency": latency,
            "downloadThroughput": throughput,
            "uploadThroughput": throughput,
        });
        page.call(browser, "Network.emulateNetworkConditions", network)
            .await?;
        Ok(())
    }
}
