// SPDX-License-Identifier: EUPL-1.2
//! Tables of which every line stands between quotes as a whole, as a spreadsheet writes them when
//! it took each line for one cell: `"regio;jaar;aantal"`.

use std::io::{self, BufRead, BufReader, Read};

/// What such lines are divided by inside.
const SEPARATORS: [char; 3] = [';', ',', '\t'];

/// A line without the quotes around it; `None` where it has none, or others inside.
fn bare(line: &str) -> Option<String> {
    let inside = line.trim_end().strip_prefix('"')?.strip_suffix('"')?;
    let without_pairs = inside.replace("\"\"", "");
    (!without_pairs.contains('"')).then(|| inside.replace("\"\"", "\""))
}

/// The first part of such a file without the quotes; `None` for any other file.
pub fn head(head: &str) -> Option<String> {
    // The last line may be cut off by the end of the head.
    let whole = head.rfind('\n').and_then(|end| head.get(..end)).unwrap_or(head);
    let lines: Option<Vec<String>> = whole.lines().map(bare).collect();
    let lines = lines.filter(|lines| lines.len() > 1)?;
    let alike = |sign: char| {
        let mut counts = lines.iter().map(|line| line.matches(sign).count());
        let first = counts.next().unwrap_or(0);
        first > 0 && counts.all(|count| count == first)
    };
    SEPARATORS.into_iter().any(alike).then(|| lines.join("\n") + "\n")
}

/// Reads such a file as it was before, line by line.
pub struct Unwrapped<R> {
    inner: BufReader<R>,
    line: Vec<u8>,
    at: usize,
    longest: u64,
}

impl<R: Read> Unwrapped<R> {
    /// Of the text of a file; no more than `longest` bytes are held at once.
    pub fn of(inner: R, longest: u64) -> Self {
        Self { inner: BufReader::new(inner), line: Vec::new(), at: 0, longest }
    }

    fn fill(&mut self) -> io::Result<()> {
        self.line.clear();
        self.at = 0;
        let longest = self.longest;
        self.inner.by_ref().take(longest).read_until(b'\n', &mut self.line)?;
        if let Some(bare) = std::str::from_utf8(&self.line).ok().and_then(bare) {
            let end = self.line.ends_with(b"\n");
            self.line = bare.into_bytes();
            self.line.extend(end.then_some(b'\n'));
        }
        Ok(())
    }
}

impl<R: Read> Read for Unwrapped<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.at >= self.line.len() {
            self.fill()?;
        }
        let mut left = self.line.get(self.at..).unwrap_or_default();
        let count = left.read(buffer)?;
        self.at += count;
        Ok(count)
    }
}
