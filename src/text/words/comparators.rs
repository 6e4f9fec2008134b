// SPDX-License-Identifier: EUPL-1.2
//! The words about municipalities that are set beside one, which stand in files: no browser's core
//! makes them.

/// The words of one language. In the templates `{…}` names what is filled in.
#[derive(Debug)]
pub struct ComparatorWords {
    /// What municipalities can be alike in: inhabitants, their density, young children, children in a
    /// family with a low income, one-parent families.
    pub characteristics: [&'static str; 5],
    /// The same in short, once that was said.
    pub short: [&'static str; 5],
    /// What a peer has that has more of each.
    pub more: [&'static str; 5],
    /// What it has that has less.
    pub less: [&'static str; 5],
    /// Between the last two of a list.
    pub and: &'static str,
    /// What a `{place}` and its `{count}` of neighbours are called together: "Utrecht and its 9
    /// neighbours".
    pub name_neighbours: &'static str,
    /// The same with one neighbour.
    pub name_neighbour: &'static str,
    /// The same without any.
    pub name_alone: &'static str,
    /// The same with its `{count}` of peers: "Utrecht and the 20 municipalities that are most like it".
    pub name_peers: &'static str,
    /// Who the neighbours of the `{place}` are: "Neighbours: the municipalities that border on Urk."
    pub neighbours: &'static str,
    /// The same with the `{source}` of the borders.
    pub neighbours_by: &'static str,
    /// That it has none.
    pub alone: &'static str,
    /// How the `{count}` peers of the `{place}` were chosen: by `{characteristics}`, figures of
    /// `{years}`.
    pub chosen: &'static str,
    /// What was left out, because an indicator counts it, too: `{characteristics}`.
    pub counted: &'static str,
    /// What was left out, because it is not known of the `{place}`.
    pub dropped: &'static str,
    /// A `{count}` of municipalities of which not all is known.
    pub incomparable: &'static str,
    /// One such municipality.
    pub incomparable_one: &'static str,
    /// Why a `{name}` is a peer of the `{place}`: what it is `{alike}` in, and what it has that is
    /// `{different}`.
    pub peer: &'static str,
    /// The same of one that differs in nothing.
    pub peer_alike: &'static str,
    /// The same of one that is alike in nothing.
    pub peer_different: &'static str,
}
