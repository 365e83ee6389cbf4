//! What Chromium's trace says of a page's main thread.

use anyhow::Result;
use serde_json::{Value, json};

use crate::devtools::DevTools;

/// Tasks, what styles and layout took, frames, and the probe's own marks.
const CATEGORIES: [&str; 4] = [
    "devtools.timeline",
    "devtools.timeline.frame",
    "disabled-by-default-devtools.timeline",
    "blink.user_timing",
];

/// Begins to record.
pub async fn start(devtools: &mut DevTools) -> Result<()> {
    let config = json!({ "includedCategories": CATEGORIES, "excludedCategories": ["*"] });
    let wanted = json!({ "transferMode": "ReportEvents", "traceConfig": config });
    devtools.call(None, "Tracing.start", wanted).await?;
    Ok(())
}

/// Ends that, and returns what was recorded.
pub async fn stop(devtools: &mut DevTools) -> Result<Vec<Value>> {
    devtools.call(None, "Tracing.end", json!({})).await?;
    devtools.event("Tracing.tracingComplete").await?;
    let pieces = devtools.take("Tracing.dataCollected");
    let events = pieces.iter().filter_map(|piece| piece["value"].as_array());
    Ok(events.flatten().cloned().collect())
}

/// What the page's main thread did between the probe's two marks.
#[derive(Clone, Copy, Debug, Default)]
pub struct MainThread {
    /// Milliseconds in tasks.
    pub busy: f64,
    /// Milliseconds of the longest task.
    pub longest: f64,
}

/// The last mark of that name, which the page itself has made.
pub fn mark<'a>(events: &'a [Value], name: &str) -> Option<&'a Value> {
    let mut marks = events.iter().rev();
    marks.find(|it| it["name"] == name && it["cat"] == "blink.user_timing")
}

/// Whether an event is of the same thread as a mark.
pub fn is_of_thread(event: &Value, mark: &Value) -> bool {
    event["pid"] == mark["pid"] && event["tid"] == mark["tid"]
}

/// Reads the tasks out of the trace's events.
pub fn main_thread(events: &[Value]) -> MainThread {
    let (Some(begin), Some(end)) = (mark(events, "bench-begin"), mark(events, "bench-end")) else {
        return MainThread::default();
    };
    let mark = begin;
    let microseconds = |it: &Value, name: &str| it[name].as_f64().unwrap_or_default();
    let (begin, end) = (microseconds(begin, "ts"), microseconds(end, "ts"));
    let tasks = events
        .iter()
        .filter(|it| is_of_thread(it, mark))
        .filter(|it| it["name"] == "RunTask");
    tasks
        // The one in which the page begins belongs to it, the one that only ends it does not.
        .filter(|it| {
            let start = microseconds(it, "ts");
            start + microseconds(it, "dur") > begin && start + microseconds(it, "dur") < end
        })
        .map(|it| microseconds(it, "dur") / 1000.0)
        .fold(MainThread::default(), |sum, task| MainThread {
            busy: sum.busy + task,
            longest: sum.longest.max(task),
        })
}
