// SPDX-License-Identifier: EUPL-1.2
//! How many tests passed and failed, as their runners say it.

use std::ops::AddAssign;

/// What the test runners reported.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Tests that passed.
    pub passed: u64,
    /// Tests that failed.
    pub failed: u64,
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

impl Tally {
    /// Takes the counts from one line of the report of cargo, Node.js, PHPUnit or pytest.
    pub fn read(&mut self, line: &str) {
        if let Some(counts) = line.strip_prefix("test result: ") {
            for part in counts.split([';', '.']) {
                match part.trim().split_once(' ') {
                    Some((number, "passed")) => self.passed += number.parse().unwrap_or(0),
                    Some((number, "failed")) => self.failed += number.parse().unwrap_or(0),
                    _ => {}
                }
            }
        } else if let Some(count) = line.strip_prefix("# pass ") {
            self.passed += count.parse().unwrap_or(0);
        } else if let Some(count) =
            line.strip_prefix("# fail ").or_else(|| line.strip_prefix("# cancelled "))
        {
            self.failed += count.parse().unwrap_or(0);
        } else if let Some(count) =
            line.strip_prefix("OK (").and_then(|rest| rest.split_once(" test"))
        {
            self.passed += count.0.parse().unwrap_or(0);
        } else if let Some(counts) = line.strip_prefix("Tests: ") {
            self.read_phpunit(counts);
        } else if line.ends_with('s')
            && let Some((counts, _)) = line.split_once(" in ")
        {
            self.read_pytest(counts);
        }
    }

    /// Of PHPUnit where some failed: `85, Assertions: 250, Errors: 1, Failures: 8.`
    fn read_phpunit(&mut self, counts: &str) {
        let mut parts = counts.trim_end_matches('.').split(", ");
        let all: u64 = parts.next().and_then(|count| count.parse().ok()).unwrap_or(0);
        let told = parts.filter_map(|part| part.split_once(": "));
        let failed = told
            .filter(|(name, _)| ["Errors", "Failures", "Warnings", "Risky"].contains(name))
            .filter_map(|(_, count)| count.parse::<u64>().ok())
            .sum();
        self.failed += failed;
        self.passed += all.saturating_sub(failed);
    }

    /// Of pytest: `2 failed, 13 passed, 1 error`. Any other line has other words.
    fn read_pytest(&mut self, counts: &str) {
        let part = |part: &str| {
            let (count, word) = part.split_once(' ')?;
            Some((count.parse::<u64>().ok()?, word.to_owned()))
        };
        let Some(told) = counts.split(", ").map(part).collect::<Option<Vec<_>>>() else { return };
        for (count, word) in told {
            match word.as_str() {
                "passed" => self.passed += count,
                "failed" | "error" | "errors" => self.failed += count,
                _ => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_reports_of_all_runners_are_summed() {
        let mut tally = Tally::default();
        for line in [
            "test result: ok. 9 passed; 0 failed; 2 ignored; 0 measured; 0 filtered out; finished in 0.13s",
            "test result: FAILED. 1 passed; 3 failed; 0 ignored; 0 measured; 0 filtered out; finished in 1.00s",
            "ok 1 - 5 passed",
            "# tests 8",
            "# pass 5",
            "# fail 2",
            "# cancelled 1",
            "OK (85 tests, 271 assertions)",
            "Tests: 85, Assertions: 250, Errors: 1, Failures: 8.",
            "2 failed, 13 passed, 1 warning in 3.13s",
            "15 passed in 4.28s",
            "   Finished `dev` profile in 15.2s",
        ] {
            tally.read(line);
        }
        assert_eq!(tally, Tally { passed: 15 + 85 + 76 + 13 + 15, failed: 6 + 9 + 2 });
    }
}
