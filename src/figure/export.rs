// SPDX-License-Identifier: EUPL-1.2
//! The figure in forms that leave the page: a picture that explains itself, rows for machines.

use super::Figure;
use super::content::Record;
use crate::chart::measure;
use crate::chart::role::{Role, resolve};
use crate::error::Error;
use crate::indicator::finding::Outcome;
use crate::markup::{Element, element};
use crate::text::number::plain;

/// The space around the picture and the distances between its lines of text, in pixels.
const MARGIN: f64 = 20.0;
const LINE: f64 = 20.0;

impl Figure<'_> {
    /// The picture as a file of its own: heading, sentences and source inside, colours written
    /// out. The same bytes in a browser and on a server.
    ///
    /// # Errors
    /// [`Error::NoPicture`] for the table.
    pub fn svg(&self) -> Result<Element, Error> {
        let (width, words) = (f64::from(self.request.width), self.words);
        let mut chart = self.picture("kansrijke-start").ok_or(Error::NoPicture)?;
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
        block(&self.heading(), Role::Text, 18.0, "700", &mut y);
        y += 4.0;
        block(&self.sentences().join(" "), Role::Text, 15.0, "400", &mut y);
        y += 12.0;
        let chart_top = y;
        y += height + 4.0;
        let mut line = [words.source, ": ", &self.publication()].concat();
        line.push_str(". ");
        line.push_str(words.reporting_year);
        line.push_str(": ");
        line.push_str(&self.years());
        line.push('.');
        block(&line, Role::Muted, 13.0, "400", &mut y);
        y += MARGIN;

        let (full_width, full_height) = (plain(width + 2.0 * MARGIN, 0), plain(y.ceil(), 0));
        let chart = place(chart, MARGIN, chart_top);
        let paper = element("rect")
            .with("width", full_width.clone())
            .with("height", full_height.clone())
            .with("fill", "#fff");
        let title = element("title").text(self.heading());
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

    /// The figures as comma-separated rows for machines: points for decimals, codes, a status
    /// where there is no value.
    pub fn csv(&self) -> String {
        let mut out = String::from(
            "indicator,region,region_name,period,value,lower,upper,numerator,denominator,status\n",
        );
        for record in self.content.records() {
            self.csv_row(&record, &mut out);
        }
        out
    }

    fn csv_row(&self, record: &Record, out: &mut String) {
        let finding = record.finding;
        let figure = finding.figure();
        let interval = figure.and_then(|f| f.interval);
        let number = |value: Option<f64>| value.map_or(String::new(), |v| plain(v, 6));
        let status = match &finding.outcome {
            Outcome::Shown(figure) if figure.provisional => self.words.provisional_short,
            Outcome::Answered(answer) => self.words.answer(*answer),
            other => self.words.silence(other).unwrap_or_default(),
        };
        let cells = [
            record.definition.id.clone(),
            record.region.code.clone(),
            record.region.name.clone(),
            finding.period.code(),
            number(figure.map(|f| f.value)),
            number(interval.map(|i| i.lower)),
            number(interval.map(|i| i.upper)),
            number(figure.and_then(|f| f.numerator)),
            number(figure.and_then(|f| f.denominator)),
            status.to_string(),
        ];
        for (nth, cell) in cells.iter().enumerate() {
            if nth > 0 {
                out.push(',');
            }
            quote(cell, out);
        }
        out.push('\n');
    }
}

/// A cell, quoted where it must be, and made harmless where a spreadsheet would take it for a
/// formula. Numbers keep their sign.
fn quote(cell: &str, out: &mut String) {
    let is_number = cell.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'-' | b'.'));
    let is_formula = cell.starts_with(['=', '+', '-', '@']) && !is_number;
    if is_formula || cell.contains(['"', ',', '\n', '\r']) {
        out.push('"');
        if is_formula {
            out.push('\'');
        }
        out.push_str(&cell.replace('"', "\"\""));
        out.push('"');
    } else {
        out.push_str(cell);
    }
}

/// The chart inside a larger picture.
fn place(mut chart: Element, x: f64, y: f64) -> Element {
    chart.attributes.retain(|(name, _)| *name != "role" && !name.starts_with("aria-"));
    chart.with("overflow", "visible").with("x", plain(x, 0)).with("y", plain(y, 0))
}
