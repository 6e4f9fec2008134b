// SPDX-License-Identifier: EUPL-1.2
//! A recipe that is proposed, with what is left to do above it.

use std::fmt::Write;

/// A recipe while it is written.
#[derive(Debug, Default)]
pub(super) struct Draft {
    lines: Vec<String>,
    /// What is left to do: in which of the lines, and what.
    tasks: Vec<(usize, String)>,
    /// What is left to do that is in no line.
    others: Vec<String>,
}

impl Draft {
    /// Adds a line.
    pub(super) fn line(&mut self, text: impl Into<String>) {
        self.lines.push(text.into());
    }

    /// Adds a line of which something is left to do.
    pub(super) fn task(&mut self, text: impl Into<String>, task: impl Into<String>) {
        self.tasks.push((self.lines.len(), task.into()));
        self.line(text);
    }

    /// Notes something else that is left to do.
    pub(super) fn other(&mut self, task: impl Into<String>) {
        self.others.push(task.into());
    }

    /// Without what is left to do.
    pub(super) fn recipe(&self) -> String {
        self.lines.join("\n") + "\n"
    }

    /// The whole, with `title` above it.
    pub(super) fn text(&self, title: &str) -> String {
        let tasks = self.tasks.len() + self.others.len();
        // The title, a remark, the tasks with their heading, and an empty line.
        let above = 3 + if tasks > 0 { tasks + 1 } else { 0 };
        let mut text = format!("# {}\n", one_line(title));
        text += "# Kijk elke regel na: alleen u weet wat de cijfers betekenen.\n";
        if tasks > 0 {
            text += "# Nog te doen:\n";
        }
        for (line, task) in &self.tasks {
            // Writing to a text cannot fail.
            let _ = writeln!(text, "# - regel {}: {}", above + line + 1, one_line(task));
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
