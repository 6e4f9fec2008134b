// SPDX-License-Identifier: EUPL-1.2
//! What the figures of regions beside each other have in common.

use super::annotations::Annotations;
use super::method::{of_intervals, withholding};
use super::record::Record;
use super::table::{Columns, boxed, head, marked};
use crate::markup::{Element, element};
use crate::text::template::fill;
use crate::text::words::members::MemberWords;
use crate::view::members::{ComparisonSet, Member};

/// Every finding, the region's own first, the benchmark's last.
pub(super) fn records<'f>(set: &'f ComparisonSet<'_>) -> Vec<Record<'f>> {
    let benchmark = set.benchmark.as_ref();
    let reference = benchmark.map_or(&[][..], |b| std::slice::from_ref(&b.finding));
    let record = |member: &'f Member, benchmark| Record {
        definition: set.definition,
        region: member.region,
        finding: &member.finding,
        benchmark,
    };
    let is_other = |member: &&Member| !set.is_own(member) && !set.is_benchmark(member);
    let mut records = Vec::new();
    if !set.is_benchmark(&set.own) {
        records.push(record(&set.own, reference));
    }
    records.extend(set.members.iter().filter(is_other).map(|member| record(member, reference)));
    records.extend(benchmark.map(|member| record(member, &[])));
    records
}

/// How the intervals came about, and what is withheld.
pub(super) fn method(words: &MemberWords, set: &ComparisonSet, threshold: f64) -> Vec<String> {
    let mut said = of_intervals(words, set.definition, &records(set));
    said.extend(withholding(words, set.definition, threshold));
    said
}

/// The regions with their verdicts, where there is a benchmark.
pub(super) fn verdict_table(
    words: &MemberWords,
    set: &ComparisonSet,
    heading: &str,
    annotations: &Annotations,
) -> Element {
    let last = set.benchmark.as_ref().map(|benchmark| {
        let place = words.place(benchmark.region);
        fill(words.verdict_head, &[("benchmark", &place)])
    });
    table(words, set, heading, annotations, last.as_deref(), &|member| {
        member.verdict().map(|_| words.verdict(set.definition, member).to_string())
    })
}

/// The benchmark, the region's own and every member: those with a number from the lowest to the
/// highest, then those without in the order of the file, which tells nothing of them. Each with
/// what is said of it in a last column, where that has a head.
pub(super) fn table(
    words: &MemberWords,
    set: &ComparisonSet,
    heading: &str,
    annotations: &Annotations,
    last: Option<&str>,
    said: &dyn Fn(&Member) -> Option<String>,
) -> Element {
    let definition = set.definition;
    let columns = Columns::of(&records(set));
    let mut heads = vec![head(words.region)];
    heads.extend(columns.heads(words, words.unit(definition)));
    heads.extend(last.map(head));
    heads.extend(annotations.head());
    let mut rows: Vec<&Member> = Vec::new();
    for member in [set.benchmark.as_ref(), Some(&set.own)] {
        let Some(member) = member else { continue };
        let is_listed = |other: &Member| other.region.code == member.region.code;
        if !set.members.iter().any(is_listed) && !rows.iter().any(|row| is_listed(row)) {
            rows.push(member);
        }
    }
    rows.extend(set.ranked());
    rows.extend(set.members.iter().filter(|a| a.estimate().is_none()));
    let row = |member: &Member| {
        let name = words.name(member.region);
        let mut row = element("tr")
            .child(element("th").with("scope", "row").text(name))
            .children(columns.cells(words, definition, &member.finding));
        if last.is_some() {
            row = row.child(element("td").text(said(member).unwrap_or_default()));
        }
        row = row.children(annotations.cell(member.region, &member.finding));
        marked(row, set.is_own(member), set.is_benchmark(member))
    };
    boxed(heading, words.members_caption(set), heads, rows.into_iter().map(row).collect())
}
