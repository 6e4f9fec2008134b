// SPDX-License-Identifier: EUPL-1.2
//! What a mark stands for. Charts name roles; colours follow from them, in the page by the
//! style sheet, in a picture that leaves its page by [`resolve`].

use crate::markup::{Element, Node};

/// What a mark stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The region asked for.
    Own,
    /// The interval of its figures.
    Band,
    /// The benchmark.
    Benchmark,
    /// The benchmark's line among other marks.
    Reference,
    /// Regions beside it.
    Other,
    /// Plain text.
    Text,
    /// Text that may stay behind.
    Muted,
    /// Axes.
    Axis,
    /// Grid lines.
    Grid,
    /// A place where a number is withheld.
    Withheld,
    /// A value to reach.
    Target,
    /// A difference for the better.
    Better,
    /// A difference for the worse.
    Worse,
    /// What lies behind the marks, where it shows between them.
    Paper,
}

impl Role {
    /// Every role, in the order of their numbers.
    pub const ALL: [Self; 14] = [
        Self::Own,
        Self::Band,
        Self::Benchmark,
        Self::Reference,
        Self::Other,
        Self::Text,
        Self::Muted,
        Self::Axis,
        Self::Grid,
        Self::Withheld,
        Self::Target,
        Self::Better,
        Self::Worse,
        Self::Paper,
    ];

    /// The class that names it, and the property of the style sheet.
    pub fn class(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::Band => "band",
            Self::Benchmark => "benchmark",
            Self::Reference => "reference",
            Self::Other => "other",
            Self::Text => "text",
            Self::Muted => "muted",
            Self::Axis => "axis",
            Self::Grid => "grid",
            Self::Withheld => "withheld",
            Self::Target => "target",
            Self::Better => "better",
            Self::Worse => "worse",
            Self::Paper => "paper",
        }
    }

    /// Its colour on white paper. The style sheet has the same, which a test compares.
    pub fn color(self) -> &'static str {
        match self {
            Self::Own => "#8f1d5c",
            Self::Band => "#efdbe6",
            Self::Benchmark | Self::Reference => "#3c3c3c",
            Self::Other => "#767676",
            Self::Text => "#1c1c1c",
            Self::Muted => "#595959",
            Self::Axis => "#767676",
            Self::Grid => "#e2e2e2",
            Self::Withheld => "#8a8a8a",
            Self::Target => "#5b5b00",
            Self::Better => "#1b5fa8",
            Self::Worse => "#b85300",
            Self::Paper => "#fff",
        }
    }

    /// Its colour on the dark paper of a page, which is that of [`Role::Paper`] here.
    pub fn dark(self) -> &'static str {
        match self {
            Self::Own => "#f3a0cc",
            Self::Band => "#55304a",
            Self::Benchmark | Self::Reference => "#d0d0d0",
            Self::Other => "#9a9a9a",
            Self::Text => "#f0f0f0",
            Self::Muted => "#b4b4b4",
            Self::Axis => "#9a9a9a",
            Self::Grid => "#3d3d3d",
            Self::Withheld => "#8f8f8f",
            Self::Target => "#d6d64a",
            Self::Better => "#83b9f2",
            Self::Worse => "#f4a259",
            Self::Paper => "#181818",
        }
    }

    /// The contrast that it keeps with the paper of any page: enough for text where words are
    /// written in it, enough for a mark where it says something (WCAG 1.4.3 and 1.4.11), and enough
    /// to be seen where something darker stands on it.
    pub fn contrast(self) -> f64 {
        match self {
            Self::Axis | Self::Withheld => 3.0,
            Self::Band | Self::Grid => 1.2,
            Self::Paper => 1.0,
            _ => 4.5,
        }
    }

    /// The role that a number of [`Role::ALL`] stands for.
    pub(super) fn numbered(number: u8) -> Self {
        Self::ALL.get(usize::from(number)).copied().unwrap_or(Self::Text)
    }
}

/// Dashes of the benchmark's and the target's lines, in tenths of a pixel.
pub const DASHES: [(Role, &str); 2] = [(Role::Reference, "50 40"), (Role::Target, "10 40")];

/// Writes the colours of the roles into a picture, for where no style sheet goes with it.
pub fn resolve(element: &mut Element) {
    let class = element.attribute("class").unwrap_or_default().to_string();
    let mut names = class.split(' ');
    if let (Some(shape), Some(role)) = (names.next(), names.next()) {
        let role = Role::ALL.into_iter().find(|r| r.class() == role).unwrap_or(Role::Text);
        let mut add = |name, value: &'static str| element.attributes.push((name, value.into()));
        match shape {
            "line" => {
                add("fill", "none");
                add("stroke", role.color());
                if let Some((_, dashes)) = DASHES.iter().find(|(r, _)| *r == role) {
                    add("stroke-dasharray", dashes);
                }
                add("stroke-linejoin", "round");
            }
            _ => add("fill", role.color()),
        }
    }
    for child in &mut element.children {
        if let Node::Element(child) = child {
            resolve(child);
        }
    }
}
