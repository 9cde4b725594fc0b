//! Answers what comes through the gate.

use std::io::Read;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use oxhttp::model::{Body, HeaderMap, HeaderName, Request, Response, StatusCode, header};

use super::gate::{Gate, Wanted, secret};
use super::kept::{Kept, Shelf};
use super::name::{escaped, saved_as};
use super::question::{ALL, Answer, EACH, Form, HEAD, Made, Question, TEXTS, split};
use super::work::wrong;
use crate::isolate::{End, Isolation, Worker, unstarted};
use crate::language::Language;
use crate::render::{OpenLimits, Served, message_page, open_page};
use crate::report;
use crate::report::phrases::Phrases;

/// Questions that are worked on at a time; the others wait. Each may take the memory of its texts here and what its process is allowed.
const SLOTS: usize = 2;

const HTML: &str = "text/html; charset=utf-8";
const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
/// What was made has an origin of its own, which nothing else has: its script reaches neither the page nor the server.
const SANDBOX: &str = "sandbox allow-scripts allow-modals allow-downloads allow-popups; frame-ancestors 'self'";

/// All that the server holds.
#[derive(Debug)]
pub(super) struct Desk {
    gate: Gate,
    isolation: Isolation,
    shelf: Shelf,
    /// The language that a person chose for the page.
    language: Option<Language>,
    limits: OpenLimits,
    slots: Slots,
    /// Seconds since a page was heard of.
    silent: AtomicU64,
}

impl Desk {
    pub(super) fn new(gate: Gate, isolation: Isolation, language: Option<Language>, idle: u64) -> Self {
        let limits = OpenLimits { texts: TEXTS, each: EACH, all: ALL, seconds: isolation.seconds, idle };
        Self { gate, isolation, shelf: Shelf::default(), language, limits, slots: Slots::of(SLOTS), silent: AtomicU64::new(0) }
    }

    /// Who may ask.
    pub(super) fn gate(&self) -> &Gate {
        &self.gate
    }

    /// Returns when no page has been heard of for `idle` seconds and there is no work for one. The seconds are counted one by one, so that a computer that
    /// slept has not waited longer.
    pub(super) fn wait(&self, idle: u64) {
        while self.slots.are_taken() || self.silent.fetch_add(1, Relaxed) < idle {
            thread::sleep(Duration::from_secs(1));
        }
    }

    /// The answer to one request.
    pub(super) fn answer(&self, request: &mut Request<Body>) -> Response<Body> {
        let Some(wanted) = self.gate.admits(request) else {
            let said = "rature: this address is for the page that rature opened, and for no other";
            return response(StatusCode::FORBIDDEN, &[(header::CONTENT_TYPE, "text/plain; charset=utf-8")], said.into());
        };
        self.silent.store(0, Relaxed);
        match wanted {
            Wanted::Way => response(StatusCode::SEE_OTHER, &[(header::LOCATION, &self.gate.address())], vec![]),
            Wanted::Here => response(StatusCode::NO_CONTENT, &[], vec![]),
            Wanted::Page => {
                let (language, is_chosen) = self.language(request);
                page(StatusCode::OK, &open_page(language, is_chosen, self.limits), "frame-ancestors 'none'")
            }
            Wanted::Made(id) => self.made(&id, request),
            Wanted::Ask => {
                let answer = self.asked(request.body_mut());
                self.silent.store(0, Relaxed);
                let json = serde_json::to_vec(&answer).expect("only maps with string keys");
                response(StatusCode::OK, &[(header::CONTENT_TYPE, "application/json")], json)
            }
        }
    }

    /// The language of the page, and whether a person chose it.
    fn language(&self, request: &Request<Body>) -> (Language, bool) {
        let of = |code: &str| Language::ALL.into_iter().find(|language| language.code() == code);
        let asked = request.uri().query().and_then(|query| query.strip_prefix("lang=")).and_then(of);
        asked.or(self.language).map_or_else(|| (accepted(request.headers()), false), |chosen| (chosen, true))
    }

    /// What was made before.
    fn made(&self, id: &str, request: &Request<Body>) -> Response<Body> {
        let Some(kept) = self.shelf.get(id) else {
            let language = self.language(request).0;
            let gone = report::coded("gone", Phrases::of(language).opening.errors);
            return page(StatusCode::NOT_FOUND, &message_page(language, &gone), SANDBOX);
        };
        let kind = if kept.form == Form::Page { HTML } else { DOCX };
        let saved = saved_as(&kept.name);
        let mut headers = vec![(header::CONTENT_TYPE, kind), (header::CONTENT_SECURITY_POLICY, SANDBOX)];
        if kept.form == Form::Word || request.uri().query() == Some("save") {
            headers.push((header::CONTENT_DISPOSITION, &saved));
        }
        response(StatusCode::OK, &headers, kept.bytes.clone())
    }

    /// What becomes of a question.
    fn asked(&self, body: &mut Body) -> Answer {
        let _slot = self.slots.taken();
        let mut bytes = vec![];
        let is_whole = body.take(ALL + HEAD + 1).read_to_end(&mut bytes).is_ok_and(|read| read as u64 <= ALL + HEAD);
        let Some((question, _)) = Question::of(&bytes).filter(|_| is_whole) else {
            return Answer::Error(wrong("refused", Language::En));
        };
        let ui = question.ui;
        let answer = match Worker::start(&self.isolation, b"").map(|mut worker| worker.ask(&bytes)) {
            Ok(Ok(answer)) => answer,
            Ok(Err(end)) => return Answer::Error(wrong(code(&end), ui)),
            Err(error) => return Answer::Error(unstarted(error).with_cause()),
        };
        match split(&answer) {
            Some((Answer::Made(made), file)) => self.keep(made, file, ui),
            Some((answer, _)) => answer,
            None => Answer::Error(wrong("fault", ui)),
        }
    }

    /// Keeps what was made, and says where.
    fn keep(&self, made: Made, file: &[u8], ui: Language) -> Answer {
        let Ok(id) = secret() else { return Answer::Error(wrong("fault", ui)) };
        let address = format!("/made/{id}/{}", escaped(&made.name));
        self.shelf.keep(Kept { id, name: made.name.clone(), form: made.form, bytes: file.to_vec() });
        Answer::Made(Made { address, ..made })
    }
}

/// The code of what ended a process.
fn code(end: &End) -> &'static str {
    match end {
        End::Memory(_) => "memory",
        End::Stack => "stack",
        End::Time(_) => "time",
        End::Fault(_) => "fault",
    }
}

/// The first language of the browser that rature speaks.
fn accepted(headers: &HeaderMap) -> Language {
    let languages = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let speaks = |tag: &str| {
        let tag = tag.trim().to_ascii_lowercase();
        Language::ALL.into_iter().find(|language| tag.get(..2) == Some(language.code()))
    };
    languages.split(',').find_map(speaks).unwrap_or(Language::En)
}

fn page(status: StatusCode, served: &Served, more: &str) -> Response<Body> {
    let policy = format!("{}; {more}", served.policy);
    let headers = [(header::CONTENT_TYPE, HTML), (header::CONTENT_SECURITY_POLICY, policy.as_str())];
    response(status, &headers, served.html.clone().into_bytes())
}

/// With what goes with every answer: nothing is stored, guessed, or shown to another page.
fn response(status: StatusCode, headers: &[(HeaderName, &str)], body: Vec<u8>) -> Response<Body> {
    let mut response = Response::builder()
        .status(status)
        .header(header::CACHE_CONTROL, "no-store")
        .header(header::X_CONTENT_TYPE_OPTIONS, "nosniff")
        .header(header::REFERRER_POLICY, "no-referrer")
        .header("cross-origin-resource-policy", "same-origin");
    for (name, value) in headers {
        response = response.header(name, *value);
    }
    let body = if body.is_empty() { Body::empty() } else { Body::from(body) };
    response.body(body).expect("names and values of headers are ours, or written for them")
}

/// As many things at a time as there are slots.
#[derive(Debug)]
struct Slots {
    count: usize,
    free: Mutex<usize>,
    freed: Condvar,
}

/// One of them; it is free when this is dropped.
struct Slot<'a>(&'a Slots);

impl Slots {
    fn of(count: usize) -> Self {
        Self { count, free: Mutex::new(count), freed: Condvar::new() }
    }

    fn free(&self) -> MutexGuard<'_, usize> {
        self.free.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits for one.
    fn taken(&self) -> Slot<'_> {
        *self.freed.wait_while(self.free(), |free| *free == 0).unwrap_or_else(PoisonError::into_inner) -= 1;
        Slot(self)
    }

    /// Whether any is.
    fn are_taken(&self) -> bool {
        *self.free() < self.count
    }
}

impl Drop for Slot<'_> {
    fn drop(&mut self) {
        *self.0.free() += 1;
        self.0.freed.notify_one();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_speaks_as_the_browser_does() {
        for (asked, wanted) in [
            ("fr-CH, fr;q=0.9, en;q=0.8", "fr"),
            ("de, es;q=0.5", "es"),
            ("de, zh-CN;q=0.5", "zh"),
            ("de", "en"),
            ("", "en"),
            ("é", "en"),
        ] {
            let headers = HeaderMap::from_iter([(header::ACCEPT_LANGUAGE, asked.parse().unwrap())]);
            assert_eq!(accepted(&headers).code(), wanted, "{asked}");
        }
    }
}
