// SPDX-License-Identifier: EUPL-1.2
//! What a reader's line carries: sizes under brotli at its best, as hosts serve static files.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::cores::{CORES, Core, SHEET, TOOLS};
use crate::project;

/// The most that everything the element needs may take, in bytes; data not counted. More than 1 kB
/// of it refuses files that would block the page or show what they should not.
pub const BUDGET: usize = 69_000;

/// The same where regions are set beside each other: a chart of hundreds of marks, which few
/// pages have. Some 400 bytes of it set neighbours and peers beside a region.
pub const REGIONAL_BUDGET: usize = 72_150;

/// The same of figures without axes, which stand in texts.
pub const BRIEF_BUDGET: usize = 62_400;

/// The most that the script and a core may take.
fn budget(core: Core) -> usize {
    match core.stem {
        "core" => BUDGET,
        "brief" => BRIEF_BUDGET,
        _ => REGIONAL_BUDGET,
    }
}

/// The most that `interaction.js` may take. DESIGN.md says what for. Some 420 bytes of it offer what can
/// be concluded, which the tools fill in.
pub const INTERACTION: usize = 8_500;

/// The most that `later.js` may take, which every page fetches when its first picture is there. A tenth
/// of it finds attributes that are none, of which a page says nothing else; a fifth checks the figures of
/// a page that pins them, a fifth is the note of a figure amid text, a tenth finds the neighbours and
/// peers of an area, and a tenth lays out what is folded up in narrow columns.
pub const LATER: usize = 3_520;

/// The most that `theme.js` may take, for which a picture waits in a page that is not plain, or for a
/// reader who forces colours. It comes beside a core that is forty times as large.
pub const THEME: usize = 1_690;

/// The most that `links.js` may take, which only pages fetch that have such links or blocks.
pub const LINKS: usize = 890;

/// The most that the core that writes workbooks may take, which comes when a reader asks for one: nearly
/// all of it is the library that writes them.
pub const WORKBOOKS: usize = 216_000;

/// The bytes under brotli; quality 0 to 11.
pub fn compress(bytes: &[u8], quality: i32) -> Result<Vec<u8>> {
    let parameters =
        brotli::enc::BrotliEncoderParams { quality, size_hint: bytes.len(), ..Default::default() };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &bytes[..], &mut compressed, &parameters)?;
    Ok(compressed)
}

/// The number of bytes that are left at brotli's best quality.
pub fn compressed(bytes: &[u8]) -> Result<usize> {
    Ok(compress(bytes, 11)?.len())
}

/// The sizes of what the element needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sizes {
    /// `kansrijke-start.js`, compressed.
    pub script: usize,
    /// The cores, compressed; a chart needs one of them.
    pub cores: [usize; CORES.len()],
    /// `interaction.js`, compressed: fetched after the figure, where there is something to choose.
    pub interaction: usize,
    /// `later.js`, compressed: fetched after the first figure of a page.
    pub later: usize,
    /// `theme.js`, compressed: fetched beside the core in a page that is dark or tinted, or has a
    /// house style.
    pub theme: usize,
    /// `links.js`, compressed: fetched where a link or a block stands for a figure.
    pub links: usize,
    /// The tools, script and core, compressed: fetched when somebody asks for them.
    pub tools: [usize; 2],
    /// The core that writes workbooks, compressed: fetched when somebody asks for one.
    pub sheet: usize,
}

impl Sizes {
    /// Measures what was built.
    pub fn measure() -> Result<Self> {
        let of = |name: &str| compressed(&read(&project::pkg().join(name))?);
        let mut cores = [0; CORES.len()];
        for (size, core) in cores.iter_mut().zip(CORES) {
            *size = of(&core.file())?;
        }
        Ok(Self {
            script: of("kansrijke-start.js")?,
            cores,
            interaction: of("interaction.js")?,
            later: of("later.js")?,
            theme: of("theme.js")?,
            links: of("links.js")?,
            tools: [of("module.js")?, of(&TOOLS.file())?],
            sheet: of(&SHEET.file())?,
        })
    }

    /// Everything that the element needs for a chart of one place, in Dutch. What comes after the
    /// figure is not among it.
    pub fn sum(self) -> usize {
        self.script + self.cores.first().copied().unwrap_or_default()
    }

    /// What a chart needs of the most that it may.
    fn budgets(self) -> impl Iterator<Item = (usize, usize)> {
        CORES
            .into_iter()
            .zip(self.cores)
            .map(move |(core, size)| (self.script + size, budget(core)))
    }

    /// One line a person reads.
    pub fn report(self) -> String {
        let with = |(core, size): (Core, usize)| {
            format!("{} {} = {}", core.file(), kilobytes(size), kilobytes(self.script + size))
        };
        let cores: Vec<String> = CORES.into_iter().zip(self.cores).map(with).collect();
        format!(
            "brotli: kansrijke-start.js {} + {}; at most {} and {}; in a page that is not plain theme.js {}; where links stand for figures links.js {}; after the figure later.js {} and interaction.js {}; when asked module.js {} + {} {}, for workbooks + {} {}",
            kilobytes(self.script),
            cores.join(", or + "),
            kilobytes(BUDGET),
            kilobytes(REGIONAL_BUDGET),
            kilobytes(self.theme),
            kilobytes(self.links),
            kilobytes(self.later),
            kilobytes(self.interaction),
            kilobytes(self.tools[0]),
            TOOLS.file(),
            kilobytes(self.tools[1]),
            SHEET.file(),
            kilobytes(self.sheet)
        )
    }

    /// Refuses what is over the budget.
    pub fn check(self) -> Result<()> {
        let beside = [
            (self.interaction, INTERACTION),
            (self.later, LATER),
            (self.theme, THEME),
            (self.links, LINKS),
            (self.sheet, WORKBOOKS),
        ];
        if self.budgets().chain(beside).any(|(size, most)| size > most) {
            bail!("over the size budget: {}", self.report());
        }
        Ok(())
    }
}

/// Bytes as kilobytes of 1000 bytes.
pub fn kilobytes(bytes: usize) -> String {
    format!("{:.1} kB", bytes as f64 / 1000.0)
}

fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path)
        .with_context(|| format!("{} is missing: run `cargo xtask build`", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_budget_counts_the_script_and_a_core() {
        let sizes = |script, cores| Sizes {
            script,
            cores,
            interaction: INTERACTION,
            later: LATER,
            theme: THEME,
            links: LINKS,
            tools: [0; 2],
            sheet: WORKBOOKS,
        };
        assert!(sizes(1_000, CORES.map(|core| budget(core) - 1_000)).check().is_ok());
        for (large, core) in CORES.into_iter().enumerate() {
            let mut cores = [1; CORES.len()];
            cores[large] = budget(core) - 1_000;
            assert!(sizes(1_000, cores).check().is_ok());
            assert!(sizes(1_001, cores).check().is_err());
        }
        assert!(
            Sizes { interaction: INTERACTION + 1, ..sizes(1, [1; CORES.len()]) }.check().is_err()
        );
        assert!(Sizes { later: LATER + 1, ..sizes(1, [1; CORES.len()]) }.check().is_err());
        assert!(Sizes { links: LINKS + 1, ..sizes(1, [1; CORES.len()]) }.check().is_err());
        assert!(Sizes { sheet: WORKBOOKS + 1, ..sizes(1, [1; CORES.len()]) }.check().is_err());
        assert!(Sizes { theme: THEME + 1, ..sizes(1, [1; CORES.len()]) }.check().is_err());
    }

    #[test]
    fn what_was_compressed_comes_back() {
        let text = b"vroeggeboorte ".repeat(50);
        let mut back = Vec::new();
        let packed = compress(&text, 11).expect("compressed");
        brotli::BrotliDecompress(&mut &packed[..], &mut back).expect("decompressed");
        assert_eq!(back, text);
        assert!(packed.len() < 40);
    }
}
