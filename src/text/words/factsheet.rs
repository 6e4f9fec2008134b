// SPDX-License-Identifier: EUPL-1.2
//! The words of factsheets: pages of paper on one region, of which no browser's core knows.

/// The words of one language. In the templates `{…}` names what is filled in; `{place}` is the region
/// and `{benchmark}` the country, as in a sentence.
#[derive(Debug)]
pub struct FactsheetWords {
    /// What the page is called: "Good start in life in Utrecht".
    pub title: &'static str,
    /// What it is, above that.
    pub kind: &'static str,
    /// What search engines say of it.
    pub description: &'static str,
    /// The same of the country itself.
    pub description_alone: &'static str,
    /// The link that jumps over the head of the page.
    pub skip: &'static str,
    /// Which edition the figures are, of a `{date}`.
    pub edition: &'static str,
    /// Where the figures say no edition.
    pub no_edition: &'static str,
    /// Above what may be concluded.
    pub lede: &'static str,
    /// How many subjects are compared: `{count}`, and then `{counts}` of the next four.
    pub compared: &'static str,
    /// Of a `{count}` of subjects: better, worse, different and neither, and not to be told apart.
    pub counts: [&'static str; 4],
    /// None can be compared.
    pub none_compared: &'static str,
    /// Some differ by chance alone, where a `{count}` of subjects are compared.
    pub chance: &'static str,
    /// How many figures are three years old or older.
    pub old: [&'static str; 2],
    /// The caption of a table of figures, with the `{heading}` of the section.
    pub caption: &'static str,
    /// The same of the country itself.
    pub caption_alone: &'static str,
    /// The head of the column of subjects.
    pub subject: &'static str,
    /// The head of the column of verdicts.
    pub beside: &'static str,
    /// What stands in brackets behind a figure.
    pub brackets: &'static str,
    /// The margin of the figure of the `{place}` that was spoken of, with its `{range}`.
    pub margin_said: &'static str,
    /// The margin of a figure in a line, with its `{range}`.
    pub margin: &'static str,
    /// A figure that has no interval.
    pub no_interval: &'static str,
    /// In that column: lower and better, lower and worse, lower, higher and better, higher and worse,
    /// higher, and that the difference may be chance.
    pub verdicts: [&'static str; 7],
    /// There is no verdict on it.
    pub not_compared: &'static str,
    /// A number of persons, which is not compared.
    pub number: &'static str,
    /// A period of an old figure, with its `{age}` in years.
    pub aged: &'static str,
    /// A section none of whose subjects has a figure.
    pub empty: &'static str,
    /// Above what is not there.
    pub absent: &'static str,
    /// All is there.
    pub all_there: &'static str,
    /// Figures that are withheld.
    pub withheld: &'static str,
    /// Figures of the country or of other regions alone.
    pub others_only: &'static str,
    /// Figures that are not there for another reason, which stands behind each.
    pub reasons: &'static str,
    /// Figures that somebody else publishes.
    pub elsewhere: &'static str,
    /// Figures that nobody is known to publish.
    pub nowhere: &'static str,
    /// Figures of which nobody says where they are.
    pub unsaid: &'static str,
    /// A region with its `{value}` and `{period}`, behind the name of a subject.
    pub only_of: &'static str,
    /// Above the sources.
    pub sources: &'static str,
    /// Above what words mean.
    pub glossary: &'static str,
    /// Words, each with what it means; `{benchmark}` is the country.
    pub terms: [[&'static str; 2]; 5],
    /// The health region, with its `{name}`, where there is one.
    pub health_region: [&'static str; 2],
    /// Above how it was made.
    pub method: &'static str,
    /// How it was made; `{threshold}` is that of disclosure control.
    pub methods: [&'static str; 4],
    /// At the foot of the page.
    pub made: &'static str,
    /// The page that lists all.
    pub index: &'static str,
    /// What it says above the list, with how `{many}` there are.
    pub index_lede: &'static str,
    /// Above regions that lie in no province.
    pub others: &'static str,
    /// A link to the PDF of a page.
    pub pdf: &'static str,
}
