//! A program that stays until it is ended.

use std::io::{BufRead, BufReader, Read};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

use crate::project::Project;

/// Nothing that is waited for takes so long; a test that waits in vain ends.
const PATIENCE: Duration = Duration::from_secs(20);

/// A program that runs in a project, and what it says line by line, on both of its outputs.
pub(crate) struct Running {
    child: Child,
    lines: Receiver<String>,
}

impl Running {
    #[track_caller]
    pub(crate) fn start(project: &Project, arguments: &str) -> Self {
        let command = Command::new(env!("CARGO_BIN_EXE_brief"));
        Self::start_as(command, project, arguments)
    }

    /// Starts a command that has an environment of its own.
    #[track_caller]
    pub(crate) fn start_as(mut command: Command, project: &Project, arguments: &str) -> Self {
        let mut child = command
            .args(arguments.split_whitespace())
            .current_dir(project.path(""))
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let (sender, lines) = channel();
        let (out, err) = (child.stdout.take().unwrap(), child.stderr.take().unwrap());
        let pipes: [Box<dyn Read + Send>; 2] = [Box::new(out), Box::new(err)];
        for pipe in pipes {
            let sender = sender.clone();
            thread::spawn(move || {
                let mut lines = BufReader::new(pipe).lines().map_while(Result::ok);
                lines.try_for_each(|line| sender.send(line))
            });
        }
        Self { child, lines }
    }

    /// Waits for a line that holds a text, and returns it with those before it.
    #[track_caller]
    pub(crate) fn until(&self, text: &str) -> Vec<String> {
        let mut said = Vec::new();
        loop {
            let Ok(line) = self.lines.recv_timeout(PATIENCE) else {
                panic!("not said: {text:?}; said: {said:#?}");
            };
            let is_last = line.contains(text);
            said.push(line);
            if is_last {
                return said;
            }
        }
    }

    /// Ends the program as Ctrl-C does, and returns its exit code.
    #[track_caller]
    pub(crate) fn interrupt(mut self) -> Option<i32> {
        let id = self.child.id().to_string();
        let sent = Command::new("kill").args(["-INT", &id]).status().unwrap();
        assert!(sent.success());
        self.child.wait().unwrap().code()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // Whoever was ended already cannot be killed.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}
