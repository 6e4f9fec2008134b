// SPDX-License-Identifier: EUPL-1.2
//! Node.js with npm. They are asked for each time, whatever npm installed before.

use crate::program::version;

/// What the npm packages run on, in words.
const ENOUGH: &str = "20.19, 22.12 or newer";

/// Finds Node.js and npm.
///
/// # Errors
/// The sentence that says what to type.
pub fn require() -> Result<(), String> {
    let Some(node) = version("node") else {
        return Err(format!(
            "Node.js is missing: install version {ENOUGH} from https://nodejs.org, so that \
             `node --version` answers"
        ));
    };
    if !is_enough(&node) {
        return Err(format!(
            "Node.js {node} is not among the versions that the tools run on: install {ENOUGH} from \
             https://nodejs.org"
        ));
    }
    if version("npm").is_none() {
        return Err("npm is missing beside Node.js: type `sudo apt-get install npm`, or install \
                    Node.js from https://nodejs.org, which brings it"
            .into());
    }
    Ok(())
}

/// Odd versions that came before the tools' features are left out, as the tools do.
fn is_enough(version: &str) -> bool {
    let mut numbers = version.trim_start_matches('v').split('.').map(|part| part.parse().ok());
    let mut next = || numbers.next().flatten().unwrap_or(0_u32);
    matches!((next(), next()), (20, 19..) | (22, 12..) | (23, 5..) | (24.., _))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_those_that_the_tools_run_on() {
        for good in ["v20.19.0", "v20.20.2", "v22.12.0", "v23.5.0", "v24.0.0", "v100.1.0"] {
            assert!(is_enough(good), "{good}");
        }
        for bad in ["v8.0.0", "v18.20.4", "v20.18.9", "v21.7.0", "v22.11.0", "v23.4.0", "", "?"] {
            assert!(!is_enough(bad), "{bad}");
        }
    }
}
