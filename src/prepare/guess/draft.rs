// SPDX-License-Identifier: EUPL-1.2
//! A recipe that is proposed, with what is left to do above it.

use super::hint::Hint;
use crate::prepare::message::Say;
use crate::request::Language;
use std::fmt::Write;

/// A recipe while it is written.
#[derive(Debug)]
pub(super) struct Draft {
    language: Language,
    lines: Vec<String>,
    /// What is left to do: in which of the lines, and what.
    tasks: Vec<(usize, String)>,
    /// What is left to do that is in no line.
    others: Vec<String>,
}

impl Draft {
    /// An empty one, with remarks in a language.
    pub(super) fn new(language: Language) -> Self {
        Self { language, lines: Vec::new(), tasks: Vec::new(), others: Vec::new() }
    }

    /// Adds a line.
    pub(super) fn line(&mut self, text: impl Into<String>) {
        self.lines.push(text.into());
    }

    /// Adds a line with a remark behind it.
    pub(super) fn remarked(&mut self, text: impl Into<String>, remark: &Hint) {
        let text: String = text.into();
        self.line(format!("{text} # {}", remark.say(self.language)));
    }

    /// Adds a remark on a line of its own.
    pub(super) fn remark(&mut self, remark: &Hint) {
        self.line(format!("# {}", remark.say(self.language)));
    }

    /// Adds a line of which something is left to do.
    pub(super) fn task(&mut self, text: impl Into<String>, task: &Hint) {
        self.tasks.push((self.lines.len(), task.say(self.language)));
        self.line(text);
    }

    /// Notes something else that is left to do.
    pub(super) fn other(&mut self, task: &impl Say) {
        self.others.push(task.say(self.language));
    }

    /// Without what is left to do.
    pub(super) fn recipe(&self) -> String {
        self.lines.join("\n") + "\n"
    }

    /// The whole, with `title` above it.
    pub(super) fn text(&self, title: &Hint) -> String {
        let say = |hint: &Hint| one_line(&hint.say(self.language));
        let tasks = self.tasks.len() + self.others.len();
        // The title, a remark, the tasks with their heading, and an empty line.
        let above = 3 + if tasks > 0 { tasks + 1 } else { 0 };
        let mut text = format!("# {}\n# {}\n", say(title), say(&Hint::Check));
        if tasks > 0 {
            text += &format!("# {}\n", say(&Hint::ToDo));
        }
        for (line, task) in &self.tasks {
            // Writing to a text cannot fail.
            let task = Hint::OnLine(above + line + 1, task.clone());
            let _ = writeln!(text, "# {}", say(&task));
        }
        for task in &self.others {
            let _ = writeln!(text, "# - {}", one_line(task));
        }
        text + "\n" + &self.recipe()
    }
}

/// A remark ends with its line.
pub(super) fn one_line(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// A text as it stands in a recipe.
pub(super) fn quoted(text: &str) -> String {
    toml::Value::String(text.to_string()).to_string()
}
