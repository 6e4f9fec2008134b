// SPDX-License-Identifier: EUPL-1.2
//! What a person should know of the figures, and that is no reason to refuse them.

use super::message::{Counted, messages};
use super::problem::Problem;

/// The first few of many names, and how many others there are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Few {
    /// How many there are.
    pub all: usize,
    /// Those that are named.
    pub first: Vec<String>,
}

messages! {
    /// One warning.
    Warning {
        NotComparable(problem: Box<Problem>) => "niet te vergelijken met de vorige cijfers: {problem}", "cannot be compared with the previous figures: {problem}";
        OtherSource(id: String, publisher: String) => "{id}: de eigen cijfers komen te staan onder de bron {publisher}; zijn ze van uzelf, zeg dat dan in het recept, met [publisher] of met source bij [[indicator]]", "{id}: the figures of the recipe come to stand under the source {publisher}; if they are your own, say so in the recipe, with [publisher] or with source under [[indicator]]";
        NoCountry(id: String, periods: String) => "{id}: geen gepubliceerd cijfer van Nederland over {periods}", "{id}: no published figure of the Netherlands for {periods}";
        Unclear(file: String, times: u64, sign: String) => "{file}: {times} keer \"{sign}\", dat geheim of ontbrekend kan zijn; het is gelezen als geheim. Zeg in het recept wat het is: secret = [\"{sign}\"] of missing = [\"{sign}\"]", "{file}: \"{sign}\" {times} times, which may be confidential or missing; it is read as confidential. Say in the recipe what it is: secret = [\"{sign}\"] or missing = [\"{sign}\"]";
        NoMetadata(place: String, codes: String) => "{place}: rijen van indicatoren die het werkboek niet beschrijft zijn overgeslagen: {codes}", "{place}: rows of indicators that the workbook does not describe are passed over: {codes}";
        Weighted(place: String, ids: String) => "{place}: gewogen cijfers, zonder aantallen en dus zonder interval: {ids}", "{place}: weighted figures, without counts and so without an interval: {ids}";
        UnreadFormulas(file: String, codes: String) => "{file}: indicatoren met een formule of een soort die niet te lezen is, zijn overgeslagen: {codes}", "{file}: indicators with a formula or a type that cannot be read are passed over: {codes}";
        ErrorCells(place: String, cells: u64, error: String) => "{place}: {error}; {cells} cellen met zo'n fout zijn gelezen als geen cijfer", "{place}: {error}; {cells} cells with such an error are read as no figure";
        HiddenRows(place: String, rows: Counted) => "{place}: {rows} die verborgen zijn, en wel gelezen", "{place}: {rows} that are hidden, and read all the same";
        HiddenColumns(place: String, columns: String) => "{place}: de kolommen {columns} zijn verborgen, en wel gelezen", "{place}: the columns {columns} are hidden, and read all the same";
        HiddenSheet(place: String) => "{place}: dit blad is verborgen, en wel gelezen", "{place}: this sheet is hidden, and read all the same";
        HiddenSheets(file: String, names: String) => "{file}: verborgen bladen die niet gelezen zijn: {names}", "{file}: hidden sheets that are not read: {names}";
        NobodyCounted(file: String, records: Counted) => "{file}: {records} met noemer 0; er is daar niemand geteld", "{file}: {records} with denominator 0; nobody was counted there";
        WithoutMunicipality(file: String, ids: String) => "{file}: rijen van mensen zonder gemeente zijn overgeslagen, en tellen mee in de totalen van {ids}", "{file}: rows of people without a municipality are passed over, and are included in the totals of {ids}";
        Skipped(file: String, rows: Counted) => "{file}: {rows} overgeslagen van regio's die niet getoond worden", "{file}: {rows} passed over of regions that are not shown";
        AreasSkipped(file: String, areas: usize) => "{file}: {areas} gebieden overgeslagen die hier niet getoond worden", "{file}: {areas} areas passed over that are not shown here";
        NoBorders(file: String, names: Few) => "{file}: geen grenzen van {names}", "{file}: no borders of {names}";
        Rounded(id: String, base: u16) => "{id}: alle aantallen zijn veelvouden van {base}; ze zijn als afgerond gelezen", "{id}: all counts are multiples of {base}; they are read as rounded";
        Exposed(id: String, counts: usize, cells: String) => "{id}: {counts} aantallen zijn niet meer te verbergen, want wat ze verraadt is al gepubliceerd ({cells})", "{id}: {counts} counts can no longer be hidden, for what discloses them is published already ({cells})";
        BareNumerators(id: String, numerators: usize) => "{id}: {numerators} tellers zonder noemer zijn weggelaten: niet te zien is of er genoeg mensen buiten vallen", "{id}: {numerators} numerators without a denominator are left out: it cannot be seen whether enough people fall outside";
        Revised(id: String, figures: usize) => "{id}: {figures} cijfers van een eerdere uitgave zijn herzien; de huidige tellen", "{id}: {figures} figures of an earlier edition are revised; the present ones count";
    }
}

impl super::message::Say for Few {
    fn say(&self, language: crate::request::Language) -> String {
        let Self { all, first } = self;
        let names = first.join(", ");
        match all.saturating_sub(first.len()) {
            0 => names,
            rest => language.either(
                format!("{all} gemeenten: {names} en {rest} andere"),
                format!("{all} municipalities: {names} and {rest} others"),
            ),
        }
    }
}
