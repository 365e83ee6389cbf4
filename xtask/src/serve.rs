//! The demo page at a local address.

use std::{io, net::Ipv4Addr};

use anyhow::{Context, Result};
use axum::{
    Router,
    http::{HeaderName, HeaderValue, header},
};
use tokio::net::TcpListener;
use tower_http::{services::ServeDir, set_header::SetResponseHeaderLayer};

use crate::{build, project};

/// Builds, then serves until the person at the terminal has enough.
pub fn run(port: u16) -> Result<()> {
    build::run()?;
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?
        .block_on(serve(port))
}

async fn serve(port: u16) -> Result<()> {
    let listener = listen(port).await?;
    println!(
        "\nThe demo page: http://{}/   (Ctrl-C ends)",
        listener.local_addr()?
    );
    axum::serve(listener, site()?)
        .with_graceful_shutdown(async {
            // Without a signal handler the default action ends the process: as good.
            let _ = tokio::signal::ctrl_c().await;
            std::process::exit(0);
        })
        .await?;
    Ok(())
}

/// The first free port from the wanted one on.
async fn listen(port: u16) -> Result<TcpListener> {
    let mut port = port;
    loop {
        match TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await {
            Err(error) if error.kind() == io::ErrorKind::AddrInUse && port < u16::MAX => port += 1,
            result => {
                return result.with_context(|| format!("could not listen on port {port}"));
            }
        }
    }
}

/// `dist` as a partner's page needs it: readable from any origin, compressed where the
/// browser can read it, and never stale while somebody works on it.
fn site() -> Result<Router> {
    let files = ServeDir::new(project::dist()?)
        .precompressed_br()
        .precompressed_gzip();
    Ok(Router::new()
        .fallback_service(files)
        .layer(always(header::ACCESS_CONTROL_ALLOW_ORIGIN, "*"))
        .layer(always(
            HeaderName::from_static("cross-origin-resource-policy"),
            "cross-origin",
        ))
        .layer(always(header::CACHE_CONTROL, "no-cache")))
}

fn always(name: HeaderName, value: &'static str) -> SetResponseHeaderLayer<HeaderValue> {
    SetResponseHeaderLayer::overriding(name, HeaderValue::from_static(value))
}
