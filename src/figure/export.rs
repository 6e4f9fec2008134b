// SPDX-License-Identifier: EUPL-1.2
//! The figure as a picture that leaves the page and explains itself.

use super::Figure;
use crate::chart::canvas::lettering::{HEADING, SENTENCE, SMALL};
use crate::chart::canvas::measure;
use crate::chart::canvas::role::{Role, resolve};
use crate::error::Error;
use crate::markup::{Element, element};
use crate::text::number::plain;

/// The space around the picture and the distances between its lines of text, in pixels.
const MARGIN: f64 = 20.0;
const LINE: f64 = 20.0;

impl Figure<'_> {
    /// The picture as a file of its own: heading, sentences, method and source inside, colours
    /// written out. The same bytes in a browser and on a server.
    ///
    /// # Errors
    /// [`Error::NoPicture`] for the table.
    pub fn svg(&self) -> Result<Element, Error> {
        let width = f64::from(self.request.width);
        let picture = self.picture_in(self.room(false), "kansrijke-start", true);
        let mut chart = picture.ok_or(Error::NoPicture)?.svg;
        let height = chart.attribute("height").and_then(|h| h.parse::<i32>().ok());
        let height = f64::from(height.unwrap_or(0));
        resolve(&mut chart);
        let mut texts = Vec::new();
        let mut y = MARGIN;
        let mut block = |text: &str, role: Role, size: f64, weight: &'static str, y: &mut f64| {
            for line in measure::wrap(text, size, width) {
                *y += LINE;
                texts.push(
                    element("text")
                        .with("x", plain(MARGIN, 0))
                        .with("y", plain(*y, 1))
                        .with("fill", role.color())
                        .with("font-size", plain(size, 0))
                        .with("font-weight", weight)
                        .text(line),
                );
            }
        };
        block(&self.head.heading, Role::Text, HEADING, "700", &mut y);
        // A picture that is passed on must not hide of which year its figures are.
        block(&self.head.about, Role::Text, SENTENCE, "400", &mut y);
        y += 4.0;
        block(&self.text, Role::Text, SENTENCE, "400", &mut y);
        block(self.head.age.as_deref().unwrap_or_default(), Role::Text, SENTENCE, "400", &mut y);
        y += 12.0;
        let chart_top = y;
        y += height + 4.0;
        for line in self.annotations.lines() {
            block(&line, Role::Text, SENTENCE, "400", &mut y);
        }
        y += if self.annotations.is_empty() { 0.0 } else { 6.0 };
        block(&self.method, Role::Muted, SMALL, "400", &mut y);
        y += 6.0;
        block(&self.origin(), Role::Muted, SMALL, "400", &mut y);
        y += MARGIN;

        let (full_width, full_height) = (plain(width + 2.0 * MARGIN, 0), plain(y.ceil(), 0));
        let chart = place(chart, MARGIN, chart_top);
        let paper = element("rect")
            .with("width", full_width.clone())
            .with("height", full_height.clone())
            .with("fill", "#fff");
        let title = element("title").text(self.head.heading.clone());
        let description = element("desc").text(self.sentences().join(" "));
        Ok(element("svg")
            .with("xmlns", "http://www.w3.org/2000/svg")
            .with("viewBox", ["0 0 ", &full_width, " ", &full_height].concat())
            .with("width", full_width)
            .with("height", full_height)
            .with("lang", self.request.language.tag())
            .with("font-family", "Helvetica, Arial, sans-serif")
            .child(title)
            .child(description)
            .child(paper)
            .children(texts)
            .child(chart))
    }
}

/// The chart inside a larger picture.
fn place(mut chart: Element, x: f64, y: f64) -> Element {
    chart.attributes.retain(|(name, _)| *name != "role" && !name.starts_with("aria-"));
    chart.with("overflow", "visible").with("x", plain(x, 0)).with("y", plain(y, 0))
}
