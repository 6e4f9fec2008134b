// SPDX-License-Identifier: EUPL-1.2
//! Areas that are alike in characteristics which are no outcomes, and why they are.

use crate::error::Error;

/// How a characteristic is put on the scale on which areas are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Transformation {
    /// As it is.
    None,
    /// Its natural logarithm; of 0 or less it has none.
    Log,
    /// The natural logarithm of 1 more.
    Log1p,
}

impl Transformation {
    fn of(self, value: f64) -> Option<f64> {
        let on_scale = match self {
            Self::None => value,
            Self::Log => value.ln(),
            Self::Log1p => value.ln_1p(),
        };
        on_scale.is_finite().then_some(on_scale)
    }
}

/// One characteristic of a profile.
#[derive(Clone, Debug, PartialEq)]
pub struct Characteristic {
    /// How much it counts, above 0.
    pub weight: f64,
    /// On which scale it is compared.
    pub transformation: Transformation,
}

/// An area with its characteristics, in the order of the profile; what is missing or withheld is
/// `None`.
#[derive(Clone, Debug, PartialEq)]
pub struct Area {
    /// Its code, by which areas that are equally alike are put in order.
    pub code: String,
    /// Its characteristics.
    pub values: Vec<Option<f64>>,
}

/// An area that is alike.
#[derive(Clone, Debug, PartialEq)]
pub struct Peer {
    /// Its number among the areas.
    pub area: usize,
    /// The weighted distance, in standard deviations.
    pub distance: f64,
    /// Up to three characteristics in which it is most alike (less than half a standard deviation
    /// away), by their numbers in the profile.
    pub alike: Vec<usize>,
    /// Up to two in which it differs most (half a standard deviation or more), and whether it has
    /// more of it.
    pub different: Vec<(usize, bool)>,
}

/// The areas that are most alike, and what was left out of the comparison.
#[derive(Clone, Debug, PartialEq)]
pub struct Peers {
    /// The areas, the most alike first.
    pub peers: Vec<Peer>,
    /// The characteristics that the area itself lacks, or that do not differ, by number.
    pub dropped: Vec<usize>,
    /// How many areas lack one of the others, and were not compared.
    pub incomparable: usize,
}

/// How far two areas may lie apart in a characteristic and be called alike in it.
const ALIKE: f64 = 0.5;

/// The `count` areas that are most like the one with the number `own`.
///
/// With `δ_c = (t(x) − t(own))/s_c`, s_c the standard deviation over all areas that have a value
/// (divisor N − 1), the distance is `√(Σw_c δ_c²/Σw_c)`: the weighted Euclidean one on standardised
/// characteristics, whose parts add up and so can be told. (Benton and others 2007, *The Development of
/// the Children's Services Statistical Neighbour Benchmarking Model*; CIPFA Nearest Neighbours.) In
/// order of `⌊d²·10⁹ + ½⌋`, and then of code. A value that is not there is not filled in.
///
/// # Errors
/// [`Error::Argument`] for a weight that is not above 0, and for a number that is no area's.
///
/// ```
/// use kansrijke_start::stats::peers::{Area, Characteristic, Transformation, peers};
///
/// let profile = [
///     Characteristic { weight: 2.0, transformation: Transformation::Log },
///     Characteristic { weight: 1.0, transformation: Transformation::None },
/// ];
/// let area = |code: &str, size: f64, share: Option<f64>| Area {
///     code: code.into(), values: vec![Some(size), share],
/// };
/// let areas = [
///     area("GM1", 100.0, Some(5.0)), area("GM2", 110.0, Some(5.1)),
///     area("GM3", 900.0, Some(9.0)), area("GM4", 100.0, None),
/// ];
/// let found = peers(&profile, &areas, 0, 20).unwrap();
/// assert_eq!(found.peers.iter().map(|peer| peer.area).collect::<Vec<_>>(), [1, 2]);
/// assert_eq!((&*found.peers[0].alike, found.incomparable), (&[1, 0][..], 1));
/// assert_eq!(found.peers[1].different, [(0, true), (1, true)]);
/// ```
pub fn peers(
    profile: &[Characteristic],
    areas: &[Area],
    own: usize,
    count: usize,
) -> Result<Peers, Error> {
    for Characteristic { weight, .. } in profile {
        if !(weight.is_finite() && *weight > 0.0) {
            let allowed = "a finite number above 0";
            return Err(Error::Argument { name: "weight", found: *weight, allowed });
        }
    }
    let this = areas.get(own).ok_or(Error::Argument {
        name: "own",
        found: own as f64,
        allowed: "the number of an area",
    })?;
    let value = |area: &Area, nth: usize, of: &Characteristic| {
        of.transformation.of(area.values.get(nth).copied().flatten()?)
    };
    // Those that can be compared: number, weight, own value, standard deviation.
    let (mut scales, mut dropped) = (Vec::new(), Vec::new());
    for (nth, of) in profile.iter().enumerate() {
        let all: Vec<f64> = areas.iter().filter_map(|area| value(area, nth, of)).collect();
        match value(this, nth, of).zip(deviation(&all)) {
            Some((at, deviation)) => scales.push((nth, of, at, deviation)),
            None => dropped.push(nth),
        }
    }
    let weights: f64 = scales.iter().map(|(_, of, ..)| of.weight).sum();
    let (mut found, mut incomparable) = (Vec::new(), 0);
    for (number, area) in areas.iter().enumerate().filter(|(number, _)| *number != own) {
        let difference = |(nth, of, at, deviation): &(usize, &Characteristic, f64, f64)| {
            Some((*nth, of.weight, (value(area, *nth, of)? - at) / deviation))
        };
        let Some(differences) = scales.iter().map(difference).collect::<Option<Vec<_>>>() else {
            incomparable += 1;
            continue;
        };
        let square = differences.iter().map(|(_, w, d)| w * d * d).sum::<f64>() / weights;
        found.push(((square * 1e9 + 0.5).floor(), number, square, differences));
    }
    if scales.is_empty() {
        return Ok(Peers { peers: Vec::new(), dropped, incomparable: 0 });
    }
    let code = |number: usize| areas.get(number).map(|area| &*area.code);
    found.sort_by(|one, two| one.0.total_cmp(&two.0).then_with(|| code(one.1).cmp(&code(two.1))));
    let peer = |(_, area, square, differences): (f64, usize, f64, Vec<(usize, f64, f64)>)| {
        let (alike, different) = reasons(&differences);
        Peer { area, distance: square.sqrt(), alike, different }
    };
    let peers = found.into_iter().take(count).map(peer).collect();
    Ok(Peers { peers, dropped, incomparable })
}

/// In what an area is most alike and most different; equals in the order of the profile.
fn reasons(differences: &[(usize, f64, f64)]) -> (Vec<usize>, Vec<(usize, bool)>) {
    let mut ordered: Vec<(usize, f64)> = differences.iter().map(|(c, _, d)| (*c, *d)).collect();
    ordered.sort_by(|one, two| one.1.abs().total_cmp(&two.1.abs()));
    let near = ordered.iter().filter(|(_, d)| d.abs() < ALIKE).take(3);
    let alike = near.map(|(c, _)| *c).collect();
    ordered.sort_by(|one, two| two.1.abs().total_cmp(&one.1.abs()).then(one.0.cmp(&two.0)));
    let far = ordered.iter().filter(|(_, d)| d.abs() >= ALIKE).take(2);
    (alike, far.map(|(c, d)| (*c, *d > 0.0)).collect())
}

/// The standard deviation, with divisor N − 1; `None` where there is none, or none but 0.
fn deviation(values: &[f64]) -> Option<f64> {
    // Of equal numbers the mean may be another one in its last digit.
    let first = values.first()?;
    if values.iter().all(|value| value == first) {
        return None;
    }
    let count = values.len() as f64;
    let mean = values.iter().sum::<f64>() / count;
    let squares: f64 = values.iter().map(|value| (value - mean) * (value - mean)).sum();
    let deviation = (squares / (count - 1.0)).sqrt();
    (deviation > 0.0 && deviation.is_finite()).then_some(deviation)
}
