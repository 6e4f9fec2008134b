// SPDX-License-Identifier: EUPL-1.2
//! Which targets of a group of indicators are bounded too closely.

use super::component::{Component, components};
use super::finding::{Audit, Narrow, Published};
use super::layer::Layers;
use super::model::{Model, Target};
use super::program::{Local, Program};
use super::range::TOLERANCE;
use super::system::{System, Unknown};
use super::witness::{NEAR, Search};
use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZero;
use std::sync::{Mutex, PoisonError};
use std::thread;

/// A target as what is known of it and sums of what is not, one a component.
struct Open<'a> {
    target: &'a Target,
    known: f64,
    parts: Vec<(usize, usize)>,
}

/// Where an unknown is: its component and its place in it.
type Places = BTreeMap<Unknown, (usize, usize)>;

/// Audits a group of indicators.
pub(super) fn group(published: &Published<'_>, layers: &Layers<'_>, group: &[usize]) -> Audit {
    let mut model = Model::of(published, layers, group);
    let mut audit = Audit::default();
    let enough = published.threshold.ceil().max(1.0) as usize;
    let (components, mut searches) = loop {
        audit.contradictions.extend(model.settle(layers));
        let components = components(&model.system);
        match begin(&mut model, &components, enough) {
            Some(searches) => break (components, searches),
            None => continue,
        }
    };
    let mut places = Places::new();
    for (at, component) in components.iter().enumerate() {
        places.extend(component.unknowns.iter().enumerate().map(|(i, u)| (*u, (at, i))));
        if matches!(searches.get(at), Some(None)) {
            let unknowns = component.unknowns.iter().copied().collect();
            let origins = model.origins(&unknowns);
            audit.contradictions.push(model.contradiction(layers, &origins));
        }
    }
    let opened = model.targets.iter().filter_map(|target| {
        open(target, &model.system, &places, &mut searches, published.threshold)
    });
    let opened: Vec<Open<'_>> = opened.collect();
    walk(&mut searches);
    for open in opened {
        if let Some((least, most)) = judge(&open, &mut searches, published.threshold, enough) {
            let target = open.target;
            let definition = layers.definitions.get(target.indicator);
            audit.narrow.push(Narrow {
                indicator: definition.map(|d| d.id.clone()).unwrap_or_default(),
                region: target.region.clone(),
                period: target.period,
                what: target.what.clone(),
                least,
                most,
                near: model.near(layers, target),
            });
        }
    }
    audit
}

/// Lets all searches walk: they have nothing to do with each other, so that each processor can
/// take the next.
fn walk(searches: &mut [Option<Search>]) {
    let waiting = Mutex::new(searches.iter_mut().flatten());
    let next = || waiting.lock().unwrap_or_else(PoisonError::into_inner).next();
    let work = || {
        while let Some(search) = next() {
            search.walk();
        }
    };
    thread::scope(|scope| {
        for _ in 1..thread::available_parallelism().map_or(1, NonZero::get) {
            scope.spawn(work);
        }
        work();
    });
}

/// A first table of each component; none where nothing fits. `None` at all if earlier figures
/// had to be forgotten, and everything begins again.
fn begin(
    model: &mut Model,
    components: &[Component],
    enough: usize,
) -> Option<Vec<Option<Search>>> {
    let mut searches = Vec::new();
    for component in components {
        let search = Search::new(Program::of(&model.system, component), enough);
        if search.is_none() {
            let unknowns: BTreeSet<Unknown> = component.unknowns.iter().copied().collect();
            if model.forget(&unknowns, None) {
                model.release();
                return None;
            }
        }
        searches.push(search);
    }
    Some(searches)
}

/// A target by components; `None` if its bounds already keep it from being small, or if it
/// touches a contradiction, of which nothing can be said.
fn open<'a>(
    target: &'a Target,
    system: &System,
    places: &Places,
    searches: &mut [Option<Search>],
    threshold: f64,
) -> Option<Open<'a>> {
    if target.terms.is_empty() || system.reach(&target.terms).0 > threshold - TOLERANCE {
        return None;
    }
    let mut known = 0.0;
    let mut locals: BTreeMap<usize, Local> = BTreeMap::new();
    for (unknown, times) in &target.terms {
        match places.get(unknown) {
            Some((component, at)) => locals.entry(*component).or_default().push((*at, *times)),
            None => known += times * system.bound(*unknown).0,
        }
    }
    let mut parts = Vec::new();
    for (component, mut terms) in locals {
        terms.sort_by_key(|(at, _)| *at);
        parts.push((component, searches.get_mut(component)?.as_mut()?.part(terms)));
    }
    Some(Open { target, known, parts })
}

/// The bounds of a target that is narrow; `None` for one that is not.
fn judge(
    open: &Open<'_>,
    searches: &mut [Option<Search>],
    threshold: f64,
    enough: usize,
) -> Option<(f64, f64)> {
    let mut seen = values(open, searches, enough);
    if seen.len() >= enough {
        return None;
    }
    let is_large = |cap: &usize| {
        let near = |(component, part): &(usize, usize)| {
            Some(searches.get(*component)?.as_ref()?.floor_near(*part, *cap))
        };
        let near: Option<f64> = open.parts.iter().map(near).sum();
        near.is_some_and(|near| open.known + near > threshold - TOLERANCE)
    };
    if NEAR.iter().any(is_large) {
        return None;
    }
    let mut floor = open.known;
    for (component, part) in &open.parts {
        floor += searches.get_mut(*component)?.as_mut()?.floor(*part);
    }
    if floor > threshold - TOLERANCE {
        return None;
    }
    for (component, part) in &open.parts {
        searches.get_mut(*component)?.as_mut()?.search(*part);
        seen = values(open, searches, enough);
        if seen.len() >= enough {
            return None;
        }
    }
    let ends = seen.first().zip(seen.last()).map(|(l, m)| (*l as f64, *m as f64));
    Some(ends.unwrap_or((floor, f64::INFINITY)))
}

/// The values that a target was seen to have: those of its parts, added in every way.
fn values(open: &Open<'_>, searches: &[Option<Search>], enough: usize) -> BTreeSet<i64> {
    let mut sums = BTreeSet::from([open.known.round() as i64]);
    for (component, part) in &open.parts {
        let search = searches.get(*component).and_then(Option::as_ref);
        let Some(part) = search.and_then(|s| s.parts.get(*part)) else { continue };
        let added = |sum: &i64| part.values.iter().map(|v| v + *sum).collect::<Vec<_>>();
        sums = sums.iter().flat_map(added).take(enough * enough).collect();
    }
    sums
}
