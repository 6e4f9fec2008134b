// SPDX-License-Identifier: EUPL-1.2
//! What is wrong with what was typed. The reader of arguments says it in English alone; the usual
//! mistakes are said here in the language of the run.

use super::message::Line;
use crate::prepare::message::Say;
use crate::request::Language;
use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use std::process::ExitCode;

/// Prints help that was asked for, or what is wrong. Help goes to standard output and is no
/// failure.
pub(super) fn refuse(error: &Error, language: Language) -> ExitCode {
    let code = u8::try_from(error.exit_code()).unwrap_or(2);
    if let Some(line) = line(error) {
        let usage = match error.get(ContextKind::Usage) {
            Some(ContextValue::StyledStr(usage)) => usage.to_string(),
            _ => String::new(),
        };
        let usage = usage.trim_start_matches("Usage:").trim().to_string();
        eprintln!("{}", line.say(language));
        if !usage.is_empty() {
            eprintln!("\n{}", Line::MoreHelp(usage).say(language));
        }
        return ExitCode::from(code);
    }
    error.print().map_or(ExitCode::from(2), |()| ExitCode::from(code))
}

/// What is wrong; `None` for help, and for what is rare.
fn line(error: &Error) -> Option<Line> {
    let said = |kind: ContextKind| match error.get(kind)? {
        ContextValue::String(text) => Some(text.clone()),
        ContextValue::Strings(texts) => Some(texts.join(", ")),
        _ => None,
    };
    let option = said(ContextKind::InvalidArg);
    Some(match error.kind() {
        ErrorKind::UnknownArgument => Line::UnknownOption(option?),
        ErrorKind::InvalidSubcommand => Line::UnknownCommand(said(ContextKind::InvalidSubcommand)?),
        ErrorKind::MissingRequiredArgument => Line::Missing(option?),
        ErrorKind::InvalidValue => {
            let (option, value) = (option?, said(ContextKind::InvalidValue)?);
            match said(ContextKind::ValidValue) {
                _ if value.is_empty() => Line::NoValue(option),
                Some(those) => Line::WrongValueOf(option, value, those),
                None => Line::WrongValue(option, value),
            }
        }
        ErrorKind::ValueValidation => Line::WrongValue(option?, said(ContextKind::InvalidValue)?),
        ErrorKind::ArgumentConflict => {
            let (one, other) = (option?, said(ContextKind::PriorArg)?);
            if one == other { Line::Twice(one) } else { Line::Conflict(one, other) }
        }
        _ => return None,
    })
}
