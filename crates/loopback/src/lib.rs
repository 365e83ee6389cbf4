//! Small web servers on the loopback, each an origin of its own, whose answers a test or a
//! benchmark writes and whose requests it can count.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use anyhow::{Context, Result};
use axum::{
    Router,
    body::Body,
    extract::{Request, State},
    http::{HeaderMap, Method, Response, StatusCode},
};
use tokio::{net::TcpListener, sync::Semaphore, task::JoinHandle};

/// What a server says for one path.
#[derive(Clone, Debug)]
pub struct Reply {
    status: u16,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
    gate: Option<Gate>,
}

impl Reply {
    /// Status 200, readable from every origin, never cached.
    pub fn new(content_type: &str, body: impl Into<Vec<u8>>) -> Self {
        Self {
            status: 200,
            headers: Vec::new(),
            body: body.into(),
            gate: None,
        }
        .header("Content-Type", content_type)
        .header("Access-Control-Allow-Origin", "*")
        .header("Cache-Control", "no-store")
    }

    /// Sets the status, which is 200 otherwise.
    pub fn status(mut self, status: u16) -> Self {
        self.status = status;
        self
    }

    /// Sets a header, in the place of one of the same name.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers
            .retain(|(known, _)| !known.eq_ignore_ascii_case(name));
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// The answer waits until the gate is opened.
    pub fn behind(mut self, gate: &Gate) -> Self {
        self.gate = Some(gate.clone());
        self
    }
}

/// Holds answers back until a test has looked at the page.
#[derive(Clone, Debug)]
pub struct Gate(Arc<Semaphore>);

impl Gate {
    /// One that holds answers back.
    #[must_use]
    pub fn closed() -> Self {
        Self(Arc::new(Semaphore::new(0)))
    }

    /// Lets them go, and all that come later.
    pub fn open(&self) {
        self.0.close();
    }
}

/// A request that a server has had.
#[derive(Clone, Debug)]
pub struct Seen {
    /// Such as `GET`.
    pub method: Method,
    /// Without the query.
    pub path: String,
    /// As they came.
    pub headers: HeaderMap,
}

#[derive(Default)]
struct Book {
    replies: HashMap<String, Reply>,
    seen: Vec<Seen>,
}

/// One origin. It stops when it is dropped.
pub struct Server {
    /// Such as `http://127.0.0.1:1234`.
    pub origin: String,
    book: Arc<Mutex<Book>>,
    task: JoinHandle<()>,
}

impl Server {
    /// `host` is `127.0.0.1` or `localhost`: two different sites on one machine.
    ///
    /// # Errors
    ///
    /// Where no port is free.
    pub async fn start(host: &str) -> Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let port = listener.local_addr()?.port();
        let book = Arc::new(Mutex::new(Book::default()));
        let app = Router::new().fallback(answer).with_state(book.clone());
        let task = tokio::spawn(async move {
            // It ends with the task; an error of one connection is the browser's to see.
            let _ = axum::serve(listener, app).await;
        });
        Ok(Self {
            origin: format!("http://{host}:{port}"),
            book,
            task,
        })
    }

    /// Answers `path` with `reply` from now on.
    pub fn put(&self, path: &str, reply: Reply) {
        locked(&self.book).replies.insert(path.to_owned(), reply);
    }

    /// The requests for a path so far.
    pub fn requests(&self, path: &str) -> Vec<Seen> {
        let mut seen = locked(&self.book).seen.clone();
        seen.retain(|request| request.path == path);
        seen
    }

    /// The paths that were asked for and have no answer.
    pub fn missing(&self) -> Vec<String> {
        let book = locked(&self.book);
        let paths = book.seen.iter().map(|request| &request.path);
        let missing = paths.filter(|path| !book.replies.contains_key(*path));
        missing.cloned().collect()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn answer(State(book): State<Arc<Mutex<Book>>>, request: Request) -> Response<Body> {
    let path = request.uri().path().to_owned();
    let reply = {
        let mut book = locked(&book);
        book.seen.push(Seen {
            method: request.method().clone(),
            path: path.clone(),
            headers: request.headers().clone(),
        });
        book.replies.get(&path).cloned()
    };
    let reply = reply.unwrap_or_else(|| Reply::new("text/plain", "nothing here").status(404));
    if let Some(Gate(gate)) = &reply.gate {
        // An error means that it was opened.
        let _ = gate.acquire().await;
    }
    response(reply).unwrap_or_else(|error| {
        let mut response = Response::new(Body::from(error.to_string()));
        *response.status_mut() = StatusCode::INTERNAL_SERVER_ERROR;
        response
    })
}

fn response(reply: Reply) -> Result<Response<Body>> {
    let mut response = Response::builder().status(reply.status);
    for (name, value) in &reply.headers {
        response = response.header(name, value);
    }
    response.body(Body::from(reply.body)).context("a reply")
}

fn locked(book: &Mutex<Book>) -> std::sync::MutexGuard<'_, Book> {
    book.lock().unwrap_or_else(PoisonError::into_inner)
}
