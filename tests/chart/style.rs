// SPDX-License-Identifier: EUPL-1.2
//! A picture that leaves its page looks as the style sheet shows it there.

use kansrijke_start::chart::canvas::role::{Role, resolve};
use kansrijke_start::figure::style::sheet;
use kansrijke_start::markup::element;
use std::collections::BTreeMap;

/// The properties that a browser would compute.
type Style = BTreeMap<String, String>;

/// The rules of the sheet in order: selectors with what they declare.
fn rules() -> Vec<(String, Style)> {
    let mut plain = String::new();
    for (nth, part) in sheet().split("/*").enumerate() {
        plain.push_str(if nth == 0 { part } else { part.split_once("*/").unwrap().1 });
    }
    let mut rules = Vec::new();
    let mut rest = plain.as_str();
    while let Some((head, after)) = rest.split_once('{') {
        let head = head.trim();
        let mut depth = 1;
        let end = after.find(|c| {
            depth += i32::from(c == '{') - i32::from(c == '}');
            depth == 0
        });
        let (body, tail) = after.split_at(end.unwrap());
        rest = tail.strip_prefix('}').unwrap();
        if !head.starts_with('@') {
            let declared = body.split(';').filter_map(|part| part.split_once(':'));
            let style = declared.map(|(name, value)| (name.trim().into(), value.trim().into()));
            rules.push((head.to_string(), style.collect()));
        }
    }
    rules
}

/// Whether a selector of nothing but classes means an element with these; of those in `:is()` one
/// is enough.
fn selects(selector: &str, classes: &[&str]) -> bool {
    match selector.strip_prefix(":is(").and_then(|list| list.strip_suffix(')')) {
        Some(list) => list.split(", ").any(|selector| selects(selector, classes)),
        None => selector.strip_prefix('.').is_some_and(|names| {
            let mut names = names.split('.');
            names.all(|name| classes.contains(&name))
        }),
    }
}

/// A value where the page sets nothing itself.
fn computed(value: &str, known: &Style) -> String {
    let inside = value.strip_prefix("var(").and_then(|value| value.strip_suffix(')'));
    let Some(inside) = inside else { return value.into() };
    let (name, instead) = inside.split_once(", ").unwrap_or((inside, ""));
    computed(known.get(name).map_or(instead, String::as_str), known)
}

/// What the sheet makes of an element with these classes in the frame of a figure.
fn styled(rules: &[(String, Style)], classes: &[&str]) -> Style {
    let mut known = Style::new();
    for classes in [&["frame"][..], classes] {
        for (_, style) in rules.iter().filter(|(selector, _)| selects(selector, classes)) {
            known.extend(style.clone());
        }
    }
    known.iter().map(|(name, value)| (name.clone(), computed(value, &known))).collect()
}

#[test]
fn what_leaves_the_page_looks_as_it_did_there() {
    let rules = rules();
    for role in Role::ALL {
        for shape in ["line", "area", "dot", "label"] {
            let classes = [shape, role.class()];
            let page = styled(&rules, &classes);
            let mut picture = element("path").class(classes.join(" "));
            resolve(&mut picture);
            for name in ["fill", "stroke", "stroke-dasharray", "stroke-linejoin"] {
                let (there, here) = (page.get(name), picture.attribute(name));
                assert_eq!(there.map(String::as_str), here, "{name} of {classes:?}");
            }
        }
    }
}
