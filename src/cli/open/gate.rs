//! Who may ask: whoever knows the secret, from the page itself.
//!
//! ```text
//! GET /51d0…/        Host: 127.0.0.1:41234                                          the first time: see /9f3c…/; never again
//! GET /9f3c…/        Host: 127.0.0.1:41234                                          the page
//! POST /9f3c…/ask    Host: 127.0.0.1:41234   Origin: http://127.0.0.1:41234         from the page
//! POST /9f3c…/ask    Host: 127.0.0.1:41234   Origin: https://elsewhere.example      refused: another page
//! GET /9f3c…/        Host: elsewhere.example:41234                                  refused: a name that was bound to this machine
//! GET /0000…/        Host: 127.0.0.1:41234                                          refused: another secret
//! ```
//!
//! A page of the web can send requests to any port of this machine, and by DNS rebinding even read the answers. The first lacks the secret and
//! has another `Origin`; the second has another `Host`. The secret is in the path: cookies would go to every port of 127.0.0.1.
//!
//! What a browser is started with stands in the list of processes, which other users of the machine can read. So that address is another one, which leads to
//! the page once: whoever is faster than the browser is seen, since the browser then gets no page.

use std::fmt::Write;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};

use oxhttp::model::{Body, HeaderMap, HeaderName, Method, Request, header};

/// Bytes of chance in a secret.
const SECRET: usize = 16;

/// What one who may ask wants.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    /// To be led to the page.
    Way,
    /// The page.
    Page,
    /// That it be known that a page is open.
    Here,
    /// That texts be read, or something be made of them.
    Ask,
    /// What was made and is known by this name.
    Made(String),
}

/// The only address that is answered.
#[derive(Debug)]
pub(super) struct Gate {
    host: String,
    secret: String,
    /// What leads to the page once.
    once: String,
    is_used: AtomicBool,
}

impl Gate {
    /// With a secret of its own.
    ///
    /// # Errors
    /// When the system gives no chance.
    pub(super) fn new(port: u16) -> Result<Self, getrandom::Error> {
        Ok(Self { host: format!("127.0.0.1:{port}"), secret: secret()?, once: secret()?, is_used: AtomicBool::new(false) })
    }

    /// The address of the page.
    pub(super) fn address(&self) -> String {
        format!("http://{}/{}/", self.host, self.secret)
    }

    /// The address that leads there once.
    pub(super) fn once(&self) -> String {
        format!("http://{}/{}/", self.host, self.once)
    }

    /// What is wanted; None for whoever may not ask.
    pub(super) fn admits(&self, request: &Request<Body>) -> Option<Wanted> {
        let headers = request.headers();
        if only(headers, &header::HOST)? != self.host || !self.is_own(request.method(), headers) {
            return None;
        }
        let mut parts = request.uri().path().strip_prefix('/')?.splitn(2, '/');
        let (first, rest) = (parts.next()?, parts.next()?);
        // What was made has a name that is as hard to guess, so that its page does not know the secret.
        if first == "made" && request.method() == Method::GET {
            return Some(Wanted::Made(rest.split('/').next()?.to_owned()));
        }
        if is_same(first, &self.once) && request.method() == Method::GET {
            return (!self.is_used.swap(true, Relaxed)).then_some(Wanted::Way);
        }
        if !is_same(first, &self.secret) {
            return None;
        }
        match (request.method().as_str(), rest) {
            ("GET", "") => Some(Wanted::Page),
            ("POST", "here") => Some(Wanted::Here),
            // No form of another page sends this kind.
            ("POST", "ask") if only(headers, &header::CONTENT_TYPE)? == "application/octet-stream" => Some(Wanted::Ask),
            _ => None,
        }
    }

    /// Whether a request comes from this page, or from no page where it changes nothing.
    fn is_own(&self, method: &Method, headers: &HeaderMap) -> bool {
        let own = |origin: &str| origin.strip_prefix("http://") == Some(self.host.as_str());
        let is_from_elsewhere =
            headers.get_all("sec-fetch-site").iter().any(|site| !matches!(site.as_bytes(), b"same-origin" | b"none"));
        let is_own = if headers.contains_key(header::ORIGIN) {
            only(headers, &header::ORIGIN).is_some_and(own)
        } else {
            method == Method::GET
        };
        is_own && !is_from_elsewhere
    }
}

/// A name that nobody guesses.
///
/// # Errors
/// When the system gives no chance.
pub(super) fn secret() -> Result<String, getrandom::Error> {
    let mut bytes = [0; SECRET];
    getrandom::fill(&mut bytes)?;
    Ok(bytes.iter().fold(String::new(), |mut secret, byte| {
        let _ = write!(secret, "{byte:02x}");
        secret
    }))
}

/// The value of a header that is there once.
fn only<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<&'a str> {
    let mut values = headers.get_all(name).iter();
    let value = values.next()?;
    if values.next().is_some() { None } else { value.to_str().ok() }
}

/// Compares to the end, so that the time taken tells nothing.
fn is_same(given: &str, secret: &str) -> bool {
    given.len() == secret.len() && given.bytes().zip(secret.bytes()).fold(0, |other, (a, b)| other | (a ^ b)) == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gate() -> Gate {
        Gate {
            host: "127.0.0.1:4000".to_owned(),
            secret: "ab".repeat(SECRET),
            once: "cd".repeat(SECRET),
            is_used: AtomicBool::new(false),
        }
    }

    #[test]
    fn what_a_browser_is_started_with_leads_to_the_page_once() {
        let gate = gate();
        let request = || Request::builder().uri(gate.once()).header("host", "127.0.0.1:4000").body(Body::empty()).unwrap();
        assert_eq!(gate.admits(&request()), Some(Wanted::Way));
        assert_eq!(gate.admits(&request()), None);
    }

    fn asked(method: &str, path: &str, headers: &[(&str, &str)]) -> Option<Wanted> {
        let mut request = Request::builder().method(method).uri(path);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        gate().admits(&request.body(Body::empty()).unwrap())
    }

    #[test]
    fn the_page_asks_for_what_there_is() {
        let (secret, host, own) = ("ab".repeat(SECRET), ("host", "127.0.0.1:4000"), ("origin", "http://127.0.0.1:4000"));
        let bytes = ("content-type", "application/octet-stream");
        assert_eq!(asked("GET", &format!("/{secret}/"), &[host]), Some(Wanted::Page));
        assert_eq!(asked("GET", &format!("/{secret}/?lang=fr"), &[host, ("sec-fetch-site", "none")]), Some(Wanted::Page));
        assert_eq!(asked("POST", &format!("/{secret}/here"), &[host, own]), Some(Wanted::Here));
        assert_eq!(asked("POST", &format!("/{secret}/ask"), &[host, own, bytes]), Some(Wanted::Ask));
        assert_eq!(asked("GET", "/made/0f/a.html?save", &[host]), Some(Wanted::Made("0f".to_owned())));
    }

    type Headers<'a> = &'a [(&'a str, &'a str)];

    #[test]
    fn nobody_else_is_answered() {
        let (secret, host, own) = ("ab".repeat(SECRET), ("host", "127.0.0.1:4000"), ("origin", "http://127.0.0.1:4000"));
        let page = format!("/{secret}/");
        let (ask, here) = (format!("/{secret}/ask"), format!("/{secret}/here"));
        let bytes = ("content-type", "application/octet-stream");
        let refused: [(&str, &str, Headers); 16] = [
            ("GET", &page, &[]),
            ("GET", &page, &[("host", "elsewhere.example:4000")]),
            ("GET", &page, &[("host", "localhost:4000")]),
            ("GET", &page, &[host, host]),
            ("GET", &page, &[host, ("origin", "https://elsewhere.example")]),
            ("GET", &page, &[host, ("origin", "null")]),
            ("GET", &page, &[host, ("sec-fetch-site", "cross-site")]),
            ("GET", &page, &[host, ("sec-fetch-site", "same-site")]),
            ("GET", "/", &[host]),
            ("GET", &format!("/{}/", "ac".repeat(SECRET)), &[host]),
            ("GET", &format!("/{secret}"), &[host]),
            ("GET", &format!("/{secret}/../etc/passwd"), &[host]),
            ("POST", &here, &[host]),
            ("POST", &here, &[host, ("origin", "http://127.0.0.1:4001")]),
            ("POST", &ask, &[host, own, ("content-type", "text/plain")]),
            ("OPTIONS", &ask, &[host, own, bytes]),
        ];
        for (method, path, headers) in refused {
            assert_eq!(asked(method, path, headers), None, "{method} {path} {headers:?}");
        }
    }

    #[test]
    fn two_secrets_differ() {
        assert_ne!(secret().unwrap(), secret().unwrap());
        assert_eq!(secret().unwrap().len(), 2 * SECRET);
    }
}
