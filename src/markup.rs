// SPDX-License-Identifier: EUPL-1.2
//! The one output tree. Text becomes markup here and nowhere else, so escaping lives here.

use std::borrow::Cow;

/// A node of the tree.
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

/// Elements of HTML that hold nothing and have no end. None of them stands in a figure, so that a
/// core of the browser need not know them.
const VOID: [&str; 4] = ["br", "img", "link", "meta"];

/// Separates the tokens of [`Element::to_node_stream`]; no text keeps it.
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
        self.write::<false>(&mut out);
        out
    }

    /// As XML, where every element has an end.
    ///
    /// ```
    /// use kansrijke_start::markup::element;
    ///
    /// let link = element("link").with("rel", "self");
    /// assert_eq!(link.to_xml(), "<link rel=\"self\"></link>");
    /// assert_eq!(link.to_html(), "<link rel=\"self\">");
    /// ```
    #[cfg(not(target_arch = "wasm32"))]
    pub fn to_xml(&self) -> String {
        let mut out = String::new();
        self.write::<true>(&mut out);
        out
    }

    fn write<const IS_XML: bool>(&self, out: &mut String) {
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
        if cfg!(not(target_arch = "wasm32")) && !IS_XML && VOID.contains(&self.name) {
            return;
        }
        for child in &self.children {
            match child {
                Node::Element(element) => element.write::<IS_XML>(out),
                Node::Text(text) => escape(text, out),
            }
        }
        out.push_str("</");
        out.push_str(self.name);
        out.push('>');
    }

    /// The node stream from which a page's script builds the tree without parsing markup, in one
    /// crossing. Each token begins with its kind: `<name` (an element begins), `@name=value` (its
    /// attribute), `"text`, `>` (it ends), `+` (it ends and a copy of it begins, which differs in
    /// the attributes that follow; a browser copies an element faster than it makes one).
    pub fn to_node_stream(&self) -> String {
        let mut out = String::new();
        self.write_tokens(None, &mut out);
        out
    }

    fn write_tokens(&self, model: Option<&Self>, out: &mut String) {
        match model {
            Some(_) => token(out, '+', &[]),
            None => token(out, '<', &[self.name]),
        }
        let model = model.map(|model| &*model.attributes).unwrap_or_default();
        for (nth, attribute) in self.attributes.iter().enumerate() {
            if model.get(nth) != Some(attribute) {
                token(out, '@', &[attribute.0, "=", &attribute.1]);
            }
        }
        let mut open: Option<&Self> = None;
        for child in &self.children {
            let next = if let Node::Element(next) = child { Some(next) } else { None };
            let model = open.filter(|open| next.is_some_and(|next| next.is_like(open)));
            if open.is_some() && model.is_none() {
                token(out, '>', &[]);
            }
            match child {
                Node::Element(element) => element.write_tokens(model, out),
                Node::Text(text) => token(out, '"', &[text]),
            }
            open = next;
        }
        if open.is_some() {
            token(out, '>', &[]);
        }
    }

    /// Whether it has the name of another, and attributes of the same names.
    fn is_like(&self, other: &Self) -> bool {
        self.name == other.name
            && self.attributes.len() == other.attributes.len()
            && self.attributes.iter().zip(&other.attributes).all(|(own, other)| own.0 == other.0)
    }
}

fn token(out: &mut String, kind: char, parts: &[&str]) {
    if !out.is_empty() {
        out.push(SEPARATOR);
    }
    out.push(kind);
    for part in parts {
        // Nearly every text has no character to leave out, and is copied at once.
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
