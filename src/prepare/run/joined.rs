// SPDX-License-Identifier: EUPL-1.2
//! From a recipe and a folder that was made before to both together.

use super::figures::Figures;
use super::preparation::{Options, reason_for, without_persons};
use super::uncontrolled::{Uncontrolled, uncontrolled_on};
use crate::indicator::definition::Definition;
use crate::prepare::folder::place::resolved;
use crate::prepare::geometry::atlas;
use crate::prepare::join::Base;
use crate::prepare::join::merge::{Joined, Own};
use crate::prepare::library;
use crate::prepare::message::Expected;
use crate::prepare::problem::Problem;
use crate::prepare::publish::edition;
use crate::prepare::read::input::Progress;
use crate::prepare::read::sources::inputs;
use crate::prepare::record::Records;
use crate::prepare::suppression::builder::Setting;
use crate::prepare::suppression::control::control;
use crate::prepare::suppression::pass::Controlled;
use crate::prepare::table::name_of;
use crate::prepare::warning::Warning;
use std::collections::BTreeMap;
use std::path::Path;

/// Reads the files of a recipe and puts their figures beside those of a folder. Disclosure control
/// knows both; what the folder publishes stays, and only figures of the recipe are suppressed.
///
/// # Errors
/// Everything that is wrong, also where both say something different of the same.
pub fn join(
    recipe: &Path,
    folder: &Path,
    progress: &Progress,
    options: &Options,
) -> Result<Figures, Vec<Problem>> {
    let inputs = inputs(recipe)?;
    let name = name_of(recipe);
    let base = Base::read(folder, &name).map_err(|problem| vec![problem])?;
    let mut earlier = vec![base.published.clone()];
    let here = resolved(folder).ok();
    for other in options.earlier.iter().filter(|other| resolved(other).ok() != here) {
        earlier.push(edition::read(other).map_err(|problem| vec![problem])?);
    }
    let uncontrolled = uncontrolled_on(recipe, options.tables.as_deref(), Some(&base), progress)?;
    let Uncontrolled {
        recipe,
        catalogue,
        places,
        boundaries,
        mut atlas,
        mut comparators,
        own,
        records,
        summary,
        ..
    } = uncontrolled;
    atlas.keep(folder).and_then(|()| comparators.keep(folder)).map_err(|error| {
        let file = folder.join(atlas::COUNTRY);
        let (file, found) = (file.to_string_lossy(), library::io(&error));
        vec![Problem::file(&file, found, Expected::FolderToJoin)]
    })?;
    base.same_places(&places)?;
    let mut summary = summary;
    let threshold = recipe.least();
    let small = reason_for(threshold, options)?;
    let named = recipe.indicator.iter().filter_map(|table| table.get("id")?.as_str());
    let own = Own {
        recipe: &name,
        catalogue: &catalogue,
        named: named.map(str::to_string).collect(),
        records,
        declared: own,
        groups: &recipe.group,
        publisher: recipe.publisher.as_ref(),
    };
    let joined = Joined::of(base, own)?;
    let touched = joined.touched();
    let definitions = joined.catalogue.iter().map(|entry| &entry.definition);
    let definitions: Vec<&Definition> = definitions.filter(|d| touched.contains(&d.id)).collect();
    let mut records: BTreeMap<String, Records> = joined.records.clone();
    records.retain(|id, _| touched.contains(id));
    let declared = joined.joining.declared();
    let setting = Setting { places: &places, threshold, declared: &declared, earlier: &earlier };
    let Controlled { mut suppressed, mut warnings, exposed } =
        control(&definitions, &mut records, setting)?;
    for (id, suppressed) in &mut suppressed {
        suppressed.retain(|record| joined.is_own(id, &record.key));
    }
    suppressed.retain(|_, suppressed| !suppressed.is_empty());
    // What the folder gives away by itself was told when it was made.
    let of_own = |id: &String| exposed.get(id).is_some_and(|keys| joined.is_near(id, keys));
    warnings.retain(|w| !matches!(w, Warning::Exposed(id, ..) if !of_own(id)));
    summary.suppressed = suppressed;
    summary.warnings.extend(joined.warnings.iter().cloned());
    summary.warnings.extend(warnings);
    without_persons(&mut records);
    let mut joining = joined.joining.clone();
    joining.publisher = recipe.publisher.or(joining.publisher);
    let catalogue = joined.catalogue.clone();
    let records = joined.finish(records);
    let figures = Figures {
        catalogue,
        places,
        records,
        threshold,
        small,
        atlas,
        comparators,
        is_compressed: false,
        joining,
        base: None,
        summary,
        boundaries,
        declared,
        edition: recipe.edition,
        earlier: options.earlier.clone(),
        former: None,
        inputs,
    };
    Ok(figures.counted())
}
