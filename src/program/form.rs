// SPDX-License-Identifier: EUPL-1.2
//! The forms in which a figure is written.

use super::attributes::Attributes;
use crate::data::dataset::Dataset;
use crate::error::Error;
use crate::figure::Figure;
use crate::figure::citation::Style;
use crate::figure::insight::InsightRow;
use crate::figure::linked::data_block;
use crate::request::Request;
use clap::ValueEnum;

/// A form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Form {
    /// The picture, with heading, sentence and source inside.
    Svg,
    /// The element with the whole figure inside as its fallback.
    Html,
    /// What is said, and the findings behind it.
    Json,
    /// Every finding as a line of JSON.
    Jsonl,
    /// What can be concluded from all regions of the sort together, as JSON.
    Insight,
    /// The figures as rows for machines.
    Csv,
    /// A workbook: the figures, and a sheet that says what they are.
    Xlsx,
    /// A reference to the figure, as a line to read.
    Cite,
    /// The same as BibTeX.
    Bibtex,
    /// The same as CSL-JSON.
    Csl,
    /// What the columns of those rows are (CSV on the Web).
    Csvw,
    /// What a site asks for that embeds the address of a page (oEmbed); needs --base.
    Oembed,
}

/// A figure with what was asked for.
pub(super) struct Drawing<'a, 'd> {
    pub(super) attributes: &'a Attributes,
    pub(super) figure: &'a Figure<'d>,
    /// From what it was made.
    pub(super) dataset: &'a Dataset,
    pub(super) request: &'a Request,
    pub(super) width: u32,
    pub(super) base: Option<&'a str>,
    /// What its files are called, without their ends, where they are beside each other.
    pub(super) name: Option<&'a str>,
}

impl Form {
    /// How the name of a file of this form ends.
    pub(super) fn extension(self) -> &'static str {
        match self {
            Self::Svg => "svg",
            Self::Html => "html",
            Self::Json => "json",
            Self::Jsonl => "jsonl",
            Self::Insight => "insight.json",
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Cite => "txt",
            Self::Bibtex => "bib",
            Self::Csl => "csl.json",
            // Where readers look for it beside the rows.
            Self::Csvw => "csv-metadata.json",
            Self::Oembed => "oembed.json",
        }
    }
}

impl Drawing<'_, '_> {
    /// A file of this form.
    ///
    /// # Errors
    /// [`Error::NoPicture`] for a table as a picture, [`Error::Attribute`] for a chart to embed
    /// without an address.
    pub(super) fn file(&self, form: Form) -> Result<Vec<u8>, Error> {
        let text = match form {
            Form::Xlsx => return self.figure.xlsx(self.address()?.as_deref()),
            Form::Jsonl => self.lines(),
            Form::Insight => self.insight()?,
            Form::Svg => self.figure.svg()?.to_html() + "\n",
            Form::Csv => self.figure.csv(),
            Form::Cite => self.citation(Style::Text)?,
            Form::Bibtex => self.citation(Style::Bibtex)?,
            Form::Csl => self.citation(Style::Csl)?,
            Form::Oembed => self.oembed()?.to_string() + "\n",
            Form::Json => self.figure.json().to_string() + "\n",
            Form::Csvw => {
                let name = self.name.map_or_else(|| self.figure.file_name(), str::to_string);
                self.figure.csvw(&[&name, ".csv"].concat()).to_string() + "\n"
            }
            Form::Html => {
                let element = self.figure.in_element(self.attributes.given()).to_html();
                // Amid a sentence stand words alone.
                if self.figure.is_inline() {
                    return Ok((element + "\n").into_bytes());
                }
                let data = data_block(&self.figure.linked_data(self.base));
                [element, data, String::new()].join("\n")
            }
        };
        Ok(text.into_bytes())
    }

    /// A reference, with the address of the page for frames where the folder's is given.
    fn citation(&self, style: Style) -> Result<String, Error> {
        Ok(self.figure.citation(style, self.address()?.as_deref()))
    }

    /// The address of the page for frames, where the folder's is given.
    fn address(&self) -> Result<Option<String>, Error> {
        self.base.map(|_| self.frame()).transpose()
    }

    /// What all regions of the sort tell together.
    fn insight(&self) -> Result<String, Error> {
        let insight = self.figure.insight(self.dataset)?;
        let row = InsightRow::of(&insight, self.request.language);
        // What is data can always be written.
        Ok(serde_json::to_string(&row).unwrap_or_default() + "\n")
    }

    /// The findings, each in a line.
    fn lines(&self) -> String {
        let findings = self.figure.findings().into_iter().map(|finding| finding.rounded());
        // What is data can always be written.
        let line = |finding| serde_json::to_string(&finding).unwrap_or_default() + "\n";
        findings.map(line).collect()
    }
}
