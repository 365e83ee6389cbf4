//! Requests without a browser, for tests of web servers.

use std::{
    collections::HashMap,
    io::{Read, Write},
    net::TcpStream,
};

use anyhow::{Context, Result};

use crate::running::LIMIT;

/// What a server says.
pub struct Answer {
    pub status: u16,
    pub body: Vec<u8>,
    headers: HashMap<String, String>,
}

impl Answer {
    /// A header by its name in lower case; one that comes twice is joined.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(String::as_str)
    }
}

/// Sends a request without a body, given as lines, after which the server is to hang up.
pub fn send(port: u16, request: &str) -> Result<TcpStream> {
    let mut stream = TcpStream::connect(("127.0.0.1", port))?;
    stream.set_read_timeout(Some(LIMIT))?;
    write!(stream, "{request}\r\n\r\n")?;
    Ok(stream)
}

/// Waits for the whole answer.
pub fn receive(mut stream: TcpStream) -> Result<Answer> {
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes)?;
    let end = bytes
        .windows(4)
        .position(|window| window == b"\r\n\r\n")
        .context("an answer has a head")?;
    let (head, body) = bytes.split_at(end);
    let head = String::from_utf8_lossy(head).into_owned();
    let mut lines = head.lines();
    let status = lines.next().and_then(|line| line.split(' ').nth(1));
    let mut headers = HashMap::new();
    for line in lines {
        let (name, value) = line.split_once(": ").context("a header")?;
        headers
            .entry(name.to_lowercase())
            .and_modify(|known: &mut String| *known = format!("{known}, {value}"))
            .or_insert_with(|| value.to_owned());
    }
    Ok(Answer {
        status: status.context("a status")?.parse()?,
        headers,
        body: body.iter().skip(4).copied().collect(),
    })
}
