// SPDX-License-Identifier: EUPL-1.2
//! The one output tree. Text becomes markup here and nowhere else, so escaping lives here.

use std::borrow::Cow;

/// A piece of the tree.
#[derive(Clone, Debug, PartialEq)]
pub enum Node {
    /// An element.
    Element(Element),
    /// Text, as it is read.
    Text(Cow<'static, str>),
}

/// An element of HTML or SVG.
#[derive(Clone, Debug, PartialEq)]
pub struct Element {
    /// Its name.
    pub name: &'static str,
    /// Its attributes, in order.
    pub attributes: Vec<(&'static str, Cow<'static, str>)>,
    /// What stands inside.
    pub children: Vec<Node>,
}

impl From<Element> for Node {
    fn from(element: Element) -> Self {
        Self::Element(element)
    }
}

/// An element without attributes or children.
pub fn element(name: &'static str) -> Element {
    Element { name, attributes: Vec::new(), children: Vec::new() }
}

/// Separates the pieces of [`Element::to_pieces`]; no text keeps it.
const SEPARATOR: char = '\u{1}';

impl Element {
    /// With an attribute more.
    pub fn with(mut self, name: &'static str, value: impl Into<Cow<'static, str>>) -> Self {
        self.attributes.push((name, value.into()));
        self
    }

    /// With a class.
    pub fn class(self, class: impl Into<Cow<'static, str>>) -> Self {
        self.with("class", class)
    }

    /// With a class more.
    pub fn also(mut self, class: &str) -> Self {
        if let Some((_, classes)) = self.attributes.iter_mut().find(|(name, _)| *name == "class") {
            *classes = [classes, " ", class].concat().into();
        }
        self
    }

    /// With a child more.
    pub fn child(mut self, node: impl Into<Node>) -> Self {
        self.children.push(node.into());
        self
    }

    /// With every element of `children`.
    pub fn children(mut self, children: impl IntoIterator<Item = Element>) -> Self {
        self.children.extend(children.into_iter().map(Node::Element));
        self
    }

    /// With text.
    pub fn text(mut self, text: impl Into<Cow<'static, str>>) -> Self {
        self.children.push(Node::Text(text.into()));
        self
    }

    /// The value of an attribute.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(n, _)| *n == name).map(|(_, v)| &**v)
    }

    /// As HTML; an `svg` comes out as XML too.
    ///
    /// ```
    /// use kansrijke_start::markup::element;
    ///
    /// let link = element("a").with("title", "\"R&D\"").text("a < b\u{0}");
    /// assert_eq!(link.to_html(), "<a title=\"&quot;R&amp;D&quot;\">a &lt; b</a>");
    /// ```
    pub fn to_html(&self) -> String {
        let mut out = String::new();
        self.write_html(&mut out);
        out
    }

    fn write_html(&self, out: &mut String) {
        out.push('<');
        out.push_str(self.name);
        for (name, value) in &self.attributes {
            out.push(' ');
            out.push_str(name);
            out.push_str("=\"");
            escape(value, out);
            out.push('"');
        }
        out.push('>');
        for child in &self.children {
            match child {
                Node::Element(element) => element.write_html(out),
                Node::Text(text) => escape(text, out),
            }
        }
        out.push_str("</");
        out.push_str(self.name);
        out.push('>');
    }

    /// As pieces for a page's script, which makes a node of each without any parser of markup:
    /// one crossing for the whole tree. Each piece begins with what it is: `<name`,
    /// `@name=value`, `"text`, `>` (the end of an element), `+` (the end of an element, and one
    /// more like it but for the attributes that follow: a copy is made sooner than a new one).
    pub fn to_pieces(&self) -> String {
        let mut out = String::new();
        self.write_pieces(None, &mut out);
        out
    }

    fn write_pieces(&self, model: Option<&Self>, out: &mut String) {
        match model {
            Some(_) => piece(out, '+', &[]),
            None => piece(out, '<', &[self.name]),
        }
        let model = model.map(|model| &*model.attributes).unwrap_or_default();
        for (nth, attribute) in self.attributes.iter().enumerate() {
            if model.get(nth) != Some(attribute) {
                piece(out, '@', &[attribute.0, "=", &attribute.1]);
            }
        }
        let mut open: Option<&Self> = None;
        for child in &self.children {
            let next = if let Node::Element(next) = child { Some(next) } else { None };
            let model = open.filter(|open| next.is_some_and(|next| next.is_like(open)));
            if open.is_some() && model.is_none() {
                piece(out, '>', &[]);
            }
            match child {
                Node::Element(element) => element.write_pieces(model, out),
                Node::Text(text) => piece(out, '"', &[text]),
            }
            open = next;
        }
        if open.is_some() {
            piece(out, '>', &[]);
        }
    }

    /// Whether it has the name of another, and attributes of the same names.
    fn is_like(&self, other: &Self) -> bool {
        self.name == other.name
            && self.attributes.len() == other.attributes.len()
            && self.attributes.iter().zip(&other.attributes).all(|(own, other)| own.0 == other.0)
    }
}

fn piece(out: &mut String, kind: char, parts: &[&str]) {
    if !out.is_empty() {
        out.push(SEPARATOR);
    }
    out.push(kind);
    for part in parts {
        // Nearly every text is nothing but text, and goes in one piece.
        match part.bytes().all(|byte| is_text(byte.into())) {
            true => out.push_str(part),
            false => out.extend(part.chars().filter(|c| is_text(*c))),
        }
    }
}

fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c if is_text(c) => out.push(c),
            _ => {}
        }
    }
}

/// Control characters are not text: XML refuses them.
fn is_text(c: char) -> bool {
    c >= ' ' || c == '\n' || c == '\t'
}
