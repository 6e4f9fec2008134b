// SPDX-License-Identifier: EUPL-1.2
//! The order of the arcs in a file: those that meet at a place begin there and stand beside each
//! other, so that the place weighs next to nothing when it is written again.

use super::topology::arc_of;
use super::written::{Shape, Spot};
use std::collections::BTreeMap;

/// The arcs in that order and direction, to which the shapes then refer.
pub(super) fn ordered(arcs: &[Vec<Spot>], shapes: &mut [Shape]) -> Vec<Vec<Spot>> {
    let ends = |arc: &[Spot]| Some((*arc.first()?, *arc.last()?));
    let mut meeting: BTreeMap<Spot, Vec<(usize, bool)>> = BTreeMap::new();
    for (at, arc) in arcs.iter().enumerate() {
        if let Some((first, last)) = ends(arc) {
            meeting.entry(first).or_default().push((at, false));
            meeting.entry(last).or_default().push((at, true));
        }
    }
    let mut places: Vec<Option<(i64, bool)>> = vec![None; arcs.len()];
    let mut ordered: Vec<Vec<Spot>> = Vec::new();
    for arc in arcs {
        let Some((first, last)) = ends(arc) else { continue };
        let left = |spot: Spot, places: &[Option<(i64, bool)>]| -> Vec<(usize, bool)> {
            let all = meeting.get(&spot).into_iter().flatten().copied();
            all.filter(|(at, _)| places.get(*at) == Some(&None)).collect()
        };
        let (here, there) = (left(first, &places), left(last, &places));
        for (at, is_turned) in if there.len() > here.len() { there } else { here } {
            let (Some(place @ None), Some(arc)) = (places.get_mut(at), arcs.get(at)) else {
                continue;
            };
            *place = i64::try_from(ordered.len()).ok().map(|number| (number, is_turned));
            let mut arc = arc.clone();
            if is_turned {
                arc.reverse();
            }
            ordered.push(arc);
        }
    }
    for shape in shapes {
        let Shape::MultiPolygon { arcs, .. } = shape else { continue };
        for reference in arcs.iter_mut().flatten().flatten() {
            let place = arc_of(*reference).and_then(|at| places.get(at).copied().flatten());
            if let Some((number, is_turned)) = place {
                *reference = if (*reference < 0) == is_turned { number } else { !number };
            }
        }
    }
    ordered
}
