//! Works on a few calls at once, while others wait, and refuses those for which too many wait.

use std::sync::Arc;

use tokio::sync::Semaphore;
use tokio::task::spawn_blocking;

use super::answer::Answer;

/// So many calls are worked on at once at most.
const AT_ONCE: usize = 4;
/// So many more wait at most.
const WAITING: usize = 60;

pub(super) struct Queue {
    /// Places for calls that are worked on.
    desks: Arc<Semaphore>,
    /// Places for calls that are worked on or wait.
    places: Semaphore,
}

impl Default for Queue {
    fn default() -> Self {
        Self {
            desks: Arc::new(Semaphore::new(AT_ONCE)),
            places: Semaphore::new(AT_ONCE + WAITING),
        }
    }
}

impl Queue {
    /// Has a call answered, on a thread of its own, so that other messages are answered meanwhile. While
    /// it waits it takes no thread, and if nobody waits for the answer any more, it does not begin.
    pub(super) async fn answer(&self, call: impl FnOnce() -> Answer + Send + 'static) -> Answer {
        let Ok(_place) = self.places.try_acquire() else {
            return Answer::busy();
        };
        let Ok(desk) = Arc::clone(&self.desks).acquire_owned().await else {
            return Answer::failed();
        };
        let answered = spawn_blocking(move || {
            // Kept until the work ends, even if nobody waits for its answer.
            let _desk = desk;
            call()
        });
        answered.await.unwrap_or_else(|_| Answer::failed())
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::sync::mpsc::{Sender, channel};

    use rmcp::ServiceExt as _;
    use rmcp::transport::async_rw::AsyncRwTransport;
    use serde_json::{Value, json};
    use tokio::io::{AsyncBufRead, AsyncBufReadExt as _, AsyncWriteExt as _, BufReader, Lines};
    use tokio::runtime::Runtime;
    use tokio::task::{JoinHandle, spawn_blocking, yield_now};

    use super::{AT_ONCE, Queue, WAITING};
    use crate::commands::mcp::allowed::Allowed;
    use crate::commands::mcp::answer::Answer;
    use crate::commands::mcp::{Server, runtime};

    /// Calls that end when they are let go.
    struct Calls {
        queue: Arc<Queue>,
        asked: Arc<AtomicUsize>,
        begun: Arc<AtomicUsize>,
        sent: Vec<(Sender<()>, JoinHandle<bool>)>,
    }

    impl Calls {
        /// Sends so many, and waits until all have asked, and those have begun that begin at once.
        async fn sent(count: usize) -> Self {
            let mut calls = Self {
                queue: Arc::default(),
                asked: Arc::default(),
                begun: Arc::default(),
                sent: Vec::new(),
            };
            for _ in 0..count {
                calls.send();
            }
            let asked = Arc::clone(&calls.asked);
            while asked.load(Ordering::SeqCst) < count || calls.begun() < count.min(AT_ONCE) {
                yield_now().await;
            }
            calls
        }

        fn send(&mut self) {
            let (asked, begun) = (Arc::clone(&self.asked), Arc::clone(&self.begun));
            let queue = Arc::clone(&self.queue);
            let (go, gone) = channel();
            let call = move || {
                begun.fetch_add(1, Ordering::SeqCst);
                _ = gone.recv();
                Answer::text("done")
            };
            let answered = async move {
                asked.fetch_add(1, Ordering::SeqCst);
                !is_error(queue.answer(call).await)
            };
            self.sent.push((go, tokio::spawn(answered)));
        }

        fn begun(&self) -> usize {
            self.begun.load(Ordering::SeqCst)
        }

        /// Lets all go, and counts those that are answered.
        async fn end(self) -> usize {
            let (ends, answers): (Vec<_>, Vec<_>) = self.sent.into_iter().unzip();
            drop(ends);
            let mut answered = 0;
            for answer in answers {
                answered += usize::from(answer.await.is_ok_and(|is_fine| is_fine));
            }
            answered
        }
    }

    fn is_error(answer: Answer) -> bool {
        answer.into_result().is_error == Some(true)
    }

    fn server() -> Runtime {
        runtime().unwrap()
    }

    #[test]
    fn messages_are_read_and_answered_while_calls_that_take_long_wait() {
        server().block_on(async {
            let calls = Calls::sent(AT_ONCE + WAITING).await;
            // What reads standard input and writes standard output needs threads of the same kind.
            for _ in 0..2 {
                let message = spawn_blocking(|| ());
                while !message.is_finished() {
                    assert_eq!(calls.begun(), AT_ONCE);
                    yield_now().await;
                }
            }
            assert_eq!(calls.end().await, AT_ONCE + WAITING);
        });
    }

    #[test]
    fn a_call_for_which_too_many_wait_is_refused_and_others_are_answered() {
        server().block_on(async {
            let calls = Calls::sent(AT_ONCE + WAITING + 1).await;
            let queue = Arc::clone(&calls.queue);
            assert_eq!(calls.end().await, AT_ONCE + WAITING);
            assert!(!is_error(queue.answer(|| Answer::text("done")).await));
        });
    }

    #[test]
    fn a_cancelled_call_does_not_begin_and_leaves_its_place_to_another() {
        server().block_on(async {
            let mut calls = Calls::sent(AT_ONCE + WAITING).await;
            let (_end, cancelled) = calls.sent.pop().unwrap();
            cancelled.abort();
            assert!(cancelled.await.is_err());
            calls.send();
            let begun = Arc::clone(&calls.begun);
            assert_eq!(calls.end().await, AT_ONCE + WAITING);
            assert_eq!(begun.load(Ordering::SeqCst), AT_ONCE + WAITING);
        });
    }

    #[test]
    fn a_server_answers_others_while_calls_wait_and_forgets_those_that_are_cancelled() {
        server().block_on(async {
            let queue = Queue::default();
            let all = u32::try_from(AT_ONCE).unwrap();
            let desks = Arc::clone(&queue.desks);
            let taken = desks.acquire_many_owned(all).await.unwrap();
            let (ours, theirs) = tokio::io::duplex(1 << 16);
            let (reads, mut writes) = tokio::io::split(ours);
            let mut lines = BufReader::new(reads).lines();
            let (theirs_in, theirs_out) = tokio::io::split(theirs);
            let allowed = Arc::new(Allowed::new(&[]).unwrap());
            let serving = Server { allowed, queue };
            let transport = AsyncRwTransport::new_server(theirs_in, theirs_out);
            let serving = tokio::spawn(serving.serve(transport));
            let calls = (2..=4).map(
                |id| json!({ "id": id, "method": "tools/call", "params": { "name": "explain" } }),
            );
            let opening = json!({
                "protocolVersion": "2025-06-18",
                "capabilities": {},
                "clientInfo": { "name": "test", "version": "1" },
            });
            let opening = [
                json!({ "id": 1, "method": "initialize", "params": opening }),
                json!({ "method": "notifications/initialized" }),
            ];
            let cancelled =
                json!({ "method": "notifications/cancelled", "params": { "requestId": 3 } });
            let pings = (5..=20).map(|id| json!({ "id": id, "method": "ping" }));
            let sent = opening
                .into_iter()
                .chain(calls)
                .chain([cancelled])
                .chain(pings);
            for mut message in sent {
                message["jsonrpc"] = json!("2.0");
                let line = format!("{message}\n");
                writes.write_all(line.as_bytes()).await.unwrap();
            }
            let mut answered = Vec::new();
            while answered.len() < 17 {
                answered.push(id(&mut lines).await);
            }
            answered.sort_unstable();
            let others: Vec<u64> = [1].into_iter().chain(5..=20).collect();
            assert_eq!(answered, others);
            let serving = serving.await.unwrap().unwrap();
            let places = serving.service().queue.places.available_permits();
            assert_eq!(places, AT_ONCE + WAITING - 2);
            drop(taken);
            let mut answered = [id(&mut lines).await, id(&mut lines).await];
            answered.sort_unstable();
            assert_eq!(answered, [2, 4]);
        });
    }

    /// Returns the request that is answered next.
    async fn id(lines: &mut Lines<impl AsyncBufRead + Unpin>) -> u64 {
        let line = lines.next_line().await.unwrap().unwrap();
        let answer: Value = serde_json::from_str(&line).unwrap();
        answer["id"].as_u64().unwrap()
    }
}
