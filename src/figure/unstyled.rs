// SPDX-License-Identifier: EUPL-1.2
//! A figure for a page without our style sheet: what stands inside the element until its script
//! runs, and for good where none does.

use super::Figure;
use crate::chart::canvas::role::resolve;
use crate::markup::{Element, Node, element};
use crate::text::overview::join;
use crate::text::template::fill;
use crate::text::words::file::FileWords;

impl Figure<'_> {
    /// Whether anything is known of the region, if only that it is withheld.
    pub fn says_anything(&self) -> bool {
        let own = &self.depiction.own().code;
        let records = self.depiction.records();
        records.iter().any(|r| r.region.code == *own && !r.finding.outcome.is_missing())
    }

    /// The element with these attributes, and the figure inside as its fallback.
    pub fn in_element<'t>(
        &self,
        attributes: impl IntoIterator<Item = (&'static str, &'t str)>,
    ) -> Element {
        let mut host = element("kansrijke-start");
        // What the ids begin with: another for every tag and width, so for every chart of a page.
        let mut id = ["kansrijke-start-", &self.request.width.to_string()].concat();
        for (name, value) in attributes {
            for part in [name, value] {
                id.push('-');
                id.extend(part.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }));
            }
            host = host.with(name, value.to_string());
        }
        #[cfg(feature = "brief")]
        if self.request.view.is_inline() {
            return host.child(self.inline_written());
        }
        host.child(unstyled(self.tree_of(&id, self.lasting_age().as_deref())))
    }

    /// The line on age of what is read on a day that nobody knows yet: the year, and whether there
    /// are newer figures elsewhere.
    fn lasting_age(&self) -> Option<String> {
        let age = self.head.age.clone();
        if self.request.date.is_some() {
            return age;
        }
        let last = self.indicators.iter().map(|(_, period)| period.end().0).max()?.to_string();
        let year = fill(FileWords::of(self.request.language).year, &[("year", &last)]);
        Some(join(&year, " ", &age.unwrap_or_default()))
    }
}

/// The tree of a figure with colours and sizes written out, and no class that a page's own style
/// sheet could mean something else by.
fn unstyled(mut tree: Element) -> Element {
    if tree.name == "svg" {
        return picture(tree);
    }
    tree.attributes.retain(|(name, _)| *name != "class");
    tree.children = tree
        .children
        .into_iter()
        .map(|child| match child {
            Node::Element(child) => Node::Element(unstyled(child)),
            text => text,
        })
        .collect();
    tree
}

/// On paper of its own, for the page's may be dark. As wide as the page at most: with a fixed
/// height and no width the view box shrinks where there is less room, and grows nowhere.
fn picture(mut svg: Element) -> Element {
    resolve(&mut svg);
    without_classes(&mut svg);
    svg.attributes.retain(|(name, _)| *name != "width");
    let size = svg.attribute("viewBox").and_then(|b| b.strip_prefix("0 0 ")).unwrap_or_default();
    let (width, height) = size.split_once(' ').unwrap_or_default();
    let paper = element("rect")
        .with("width", width.to_string())
        .with("height", height.to_string())
        .with("fill", "#fff");
    svg.children.insert(0, paper.into());
    svg.with("width", "100%").with("preserveAspectRatio", "xMinYMin").with("overflow", "visible")
}

fn without_classes(element: &mut Element) {
    element.attributes.retain(|(name, _)| *name != "class");
    for child in &mut element.children {
        if let Node::Element(child) = child {
            without_classes(child);
        }
    }
}
