// SPDX-License-Identifier: EUPL-1.2
//! A figure for a page without our style sheet: what stands inside the element until its script
//! runs, and for good where none does.

use super::Figure;
use crate::chart::role::resolve;
use crate::indicator::region::COUNTRY;
use crate::markup::{Element, Node, element};

impl Figure<'_> {
    /// The element with these attributes, and the figure inside as its fallback. `region` is the
    /// code of the region, however the attributes name it.
    pub fn in_element<'t>(
        &self,
        region: &str,
        attributes: impl IntoIterator<Item = (&'static str, &'t str)>,
    ) -> Element {
        let mut host = element("kansrijke-start");
        for (name, value) in attributes {
            host = host.with(name, value.to_string());
        }
        host.child(unstyled(self.tree(&self.id(region))))
    }

    /// What the ids of the figure begin with: another for every chart of a page.
    fn id(&self, region: &str) -> String {
        let request = self.request;
        let mut parts = vec!["kansrijke-start", &request.indicator, region, request.view.word()];
        if request.compare != [COUNTRY] {
            parts.extend(request.compare.iter().map(String::as_str));
        }
        let period = request.period.map(|period| period.code());
        parts.extend(period.as_deref());
        parts.push(request.language.tag());
        parts.join("-").replace(|c: char| !c.is_ascii_alphanumeric() && c != '-', "-")
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
