// SPDX-License-Identifier: EUPL-1.2
//! Records of a newer edition in the place of older ones.

use crate::indicator::observation::Status;
use crate::prepare::record::Record;
use crate::prepare::sourced::SourcedRecords;
use std::collections::btree_map::Entry;

/// Puts newer records in the place of older ones. One that says nothing does not count, and one
/// that was withheld stays so: whoever withheld it knew why.
pub(super) fn supersede(sourced: &mut SourcedRecords, newer: SourcedRecords) {
    for (id, newer) in newer {
        let known = sourced.entry(id).or_default();
        for (key, mut new) in newer {
            match known.entry(key) {
                Entry::Vacant(vacant) => {
                    vacant.insert(new);
                }
                Entry::Occupied(mut older) => {
                    let there = &older.get().record;
                    let stays = new.record.status == Some(Status::Missing)
                        || there.status == Some(Status::Withheld);
                    if !stays {
                        complete(&mut new.record, there);
                        older.insert(new);
                    }
                }
            }
        }
    }
}

/// Gives a newer record the numbers that only the older one has, where both are the same figure: a
/// table may have a rate without the count that it was divided by.
fn complete(new: &mut Record, older: &Record) {
    let agree =
        |new: Option<f64>, older: Option<f64>| new.is_none() || older.is_none() || new == older;
    let pairs = [
        (new.value, older.value),
        (new.numerator, older.numerator),
        (new.denominator, older.denominator),
    ];
    let is_same = pairs.into_iter().all(|(new, older)| agree(new, older))
        && pairs.into_iter().any(|(new, older)| new.is_some() && new == older);
    let is_figure = |record: &Record| record.status.is_none_or(|s| s == Status::Provisional);
    if is_same && is_figure(new) && is_figure(older) {
        new.value = new.value.or(older.value);
        new.numerator = new.numerator.or(older.numerator);
        new.denominator = new.denominator.or(older.denominator);
        new.lower = new.lower.or(older.lower);
        new.upper = new.upper.or(older.upper);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::indicator::period::Period;
    use crate::prepare::sourced::SourcedRecord;

    fn of(record: Record) -> SourcedRecords {
        let one = SourcedRecord { record, file: String::new(), row: 1, division: None };
        let key = ("NL01".to_string(), Period::years(2020, 2020));
        [("a".to_string(), [(key, one)].into())].into()
    }

    fn after(older: Record, newer: Record) -> Record {
        let mut sourced = of(older);
        supersede(&mut sourced, of(newer));
        let records = sourced.into_values().flatten();
        records.map(|(_, one)| one.record).next().unwrap_or_default()
    }

    #[test]
    fn newer_figures_win_and_what_they_do_not_say_stays() {
        let counted =
            |value, x, n| Record { value, numerator: x, denominator: n, ..Record::default() };
        let older = counted(Some(3.6), Some(598.0), Some(164_487.0));
        let revised = counted(Some(3.7), Some(601.0), None);
        assert_eq!(after(older.clone(), revised.clone()), revised);
        assert_eq!(after(older.clone(), counted(Some(3.6), Some(598.0), None)), older);
        assert_eq!(after(older.clone(), Record::without(Status::Missing)), older);
        let withheld = Record::without(Status::Withheld);
        assert_eq!(after(older.clone(), withheld.clone()), withheld);
        assert_eq!(after(withheld.clone(), older), withheld);
    }
}
