//! Keeps the questions of a client until enough is known of their texts, and has them answered.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;

use rayon::{ThreadPool, ThreadPoolBuilder};
use serde_json::Value;

use super::answers;
use super::events::Event;
use super::ground::Ground;
use super::transport::{self, Broken, broken};

/// How many questions are worked on at once.
const AT_ONCE: usize = 2;

/// A question that waits until enough is known of its text.
pub(super) struct Question {
    pub(super) id: Value,
    pub(super) method: String,
    pub(super) params: Value,
    pub(super) uri: String,
    /// The moment of the text that it is about, if it needs that.
    pub(super) moment: u64,
    /// The moment of the last change of the text, if it is about a place there.
    pub(super) place_of: Option<u64>,
}

impl Question {
    /// Says whether it is about a place of a text that was changed last at another moment.
    pub(super) fn is_past(&self, changed: u64) -> bool {
        self.place_of.is_some_and(|moment| moment != changed)
    }
}

/// Whether a question can be answered.
pub(super) enum Ready {
    NotYet,
    Yes(Box<Ground>),
    /// There is nothing to say, or never will be.
    No(Result<Value, Broken>),
}

/// The questions that wait, and those that are being worked on.
pub(super) struct Questions {
    waiting: Vec<Question>,
    /// The ids of those that are being worked on, and whether they were cancelled.
    asked: BTreeMap<String, Arc<AtomicBool>>,
    /// Works out answers, so that none waits for a text to be diagnosed.
    answering: Option<ThreadPool>,
    /// Works out what is asked with each keystroke, and waits for no other answer.
    completing: Option<ThreadPool>,
    sender: Sender<Event>,
}

impl Questions {
    pub(super) fn new(sender: Sender<Event>) -> Self {
        Self {
            waiting: Vec::new(),
            asked: BTreeMap::new(),
            answering: ThreadPoolBuilder::new().num_threads(AT_ONCE).build().ok(),
            completing: ThreadPoolBuilder::new().num_threads(1).build().ok(),
            sender,
        }
    }

    pub(super) fn push(&mut self, question: Question) {
        self.waiting.push(question);
    }

    /// Begins to answer all that can be answered.
    pub(super) fn serve(&mut self, ready: impl Fn(&Question) -> Ready) {
        let mut waiting = Vec::new();
        for question in std::mem::take(&mut self.waiting) {
            match ready(&question) {
                Ready::NotYet => waiting.push(question),
                Ready::Yes(ground) => self.work_out(question, *ground),
                Ready::No(result) => drop(transport::answer(&question.id, result)),
            }
        }
        self.waiting = waiting;
    }

    /// Takes an answer that was worked out. A question that was cancelled has its answer.
    pub(super) fn answered(&mut self, id: &Value, result: Result<Value, Broken>) {
        if self.asked.remove(&id.to_string()).is_some() {
            drop(transport::answer(id, result));
        }
    }

    fn work_out(&mut self, question: Question, ground: Ground) {
        let cancelled = Arc::clone(&ground.cancelled);
        self.asked.insert(question.id.to_string(), cancelled);
        let answering = if question.method == answers::COMPLETION {
            &self.completing
        } else {
            &self.answering
        };
        let sender = self.sender.clone();
        let work = move || {
            let Question {
                id, method, params, ..
            } = question;
            // It was cancelled while others were worked on.
            if ground.is_cancelled() {
                return;
            }
            let answer = || answers::answer(&method, params, &ground);
            let result = catch_unwind(AssertUnwindSafe(answer)).unwrap_or_else(|_| {
                Err(broken(
                    transport::INTERNAL_ERROR,
                    "this could not be worked out",
                ))
            });
            // The server may have left.
            drop(sender.send(Event::Answered { id, result }));
        };
        match answering {
            Some(answering) => answering.spawn(work),
            None => work(),
        }
    }

    /// Refuses questions that wait.
    pub(super) fn refuse(&mut self, which: impl Fn(&Question) -> bool, code: i32, message: &str) {
        let refused: Vec<Question> = self
            .waiting
            .extract_if(.., |question| which(question))
            .collect();
        for question in refused {
            drop(transport::answer(&question.id, Err(broken(code, message))));
        }
    }

    /// Cancels a question that waits, or is being worked on.
    pub(super) fn cancelled(&mut self, params: &Value) {
        let Some(id) = params.get("id") else { return };
        self.refuse(
            |question| question.id == *id,
            transport::CANCELLED,
            "cancelled",
        );
        if let Some(cancelled) = self.asked.remove(&id.to_string()) {
            cancelled.store(true, Ordering::Relaxed);
            drop(transport::answer(
                id,
                Err(broken(transport::CANCELLED, "cancelled")),
            ));
        }
    }
}
