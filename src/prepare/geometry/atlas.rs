// SPDX-License-Identifier: EUPL-1.2
//! Every file that maps are drawn from: the borders of the country, those of each area that is
//! drawn alone, finer, and a tile for each municipality.

use super::borders;
use super::outline::{Detail, WHOLE, geometry, silhouette};
use super::regions::Regions;
use super::tiles;
use super::written::Geometry;
use crate::indicator::region::Kind;
use crate::prepare::geography::gazetteer::Gazetteer;
use crate::prepare::geography::place::Places;
use crate::prepare::problem::Problem;
use crate::request::{Request, Shapes, View};
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

/// The file of the country.
pub const COUNTRY: &str = "geometry.json";

/// The file of tiles.
pub const TILES: &str = "tiles.json";

/// The folder of the areas, each a file by its code.
pub const AREAS: &str = "geometry";

/// The file that a map is drawn from, where it is not that of the country: the one of an area that
/// is drawn alone, by its code, or that of tiles. The element asks for the same
/// (`www/element/files.js`).
pub fn file_of(request: &Request) -> Option<String> {
    if request.view != View::Map {
        return None;
    }
    if request.shapes == Shapes::Tiles {
        return Some(TILES.to_string());
    }
    let code = request.within.as_ref()?.to_ascii_uppercase();
    let digits = code.get(2..)?;
    let is_code = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    (is_code && is_area(Kind::of(&code))).then(|| [AREAS, "/", &code, ".json"].concat())
}

/// An area has the same room, and fewer regions.
const PART: Detail = Detail { screen: 900.0, bend: 1.0, speck: 4.0 };

/// What the program itself carries, all that the source has: it is generalised to some 100 metres.
const SOURCE: Detail = Detail { screen: 9000.0, bend: 1.0, speck: 4.0 };

/// Where regions lie.
#[derive(Clone, Debug)]
pub struct Atlas {
    borders: Borders,
    tiles: Geometry,
}

#[derive(Clone, Debug)]
enum Borders {
    Made(Regions),
    /// As an earlier folder has them, by the names of their files.
    Kept(Vec<(String, Geometry)>),
}

impl Atlas {
    /// The borders that come with the program.
    ///
    /// # Errors
    /// As [`borders::parse`] and [`tiles::parse`].
    pub fn shipped(places: &Places, gazetteer: &Gazetteer) -> Result<Self, Vec<Problem>> {
        let borders = Borders::Made(borders::shipped(gazetteer, places)?);
        Ok(Self { borders, tiles: tiles::parse(tiles::TILES.as_bytes(), places)? })
    }

    /// The same places with the borders of a file.
    pub fn set(&mut self, borders: borders::Borders) {
        self.borders = Borders::Made(borders.regions);
    }

    /// Those of a folder that stands already.
    ///
    /// # Errors
    /// What the system answered: a folder has at least the file of the country.
    pub fn keep(&mut self, folder: &Path) -> io::Result<()> {
        let read = |name: String| -> io::Result<(String, Geometry)> {
            let bytes = fs::read(folder.join(&name))?;
            Ok((name, Geometry::kept(bytes)))
        };
        let mut files = vec![read(COUNTRY.to_string())?];
        if folder.join(AREAS).is_dir() {
            for entry in fs::read_dir(folder.join(AREAS))? {
                let name = entry?.file_name().to_string_lossy().into_owned();
                files.push(read([AREAS, "/", &name].concat())?);
            }
        }
        files.sort_by(|(one, _), (other, _)| one.cmp(other));
        self.borders = Borders::Kept(files);
        Ok(())
    }

    /// Every file with its name.
    pub fn files(&self, places: &Places) -> Vec<(String, Geometry)> {
        let mut files = vec![(TILES.to_string(), self.tiles.clone())];
        match &self.borders {
            Borders::Kept(kept) => files.extend(kept.iter().cloned()),
            Borders::Made(regions) => {
                files.push((COUNTRY.to_string(), country(regions)));
                let rings = silhouette(regions);
                for area in places.iter().filter(|place| is_area(place.kind())) {
                    let within = |code: &str| places.members(&area.code).any(|p| p.code == code);
                    let (geometry, drawn) = geometry(regions, &within, PART, &rings);
                    if !drawn.is_empty() {
                        files.push(([AREAS, "/", &area.code, ".json"].concat(), geometry));
                    }
                }
            }
        }
        files
    }

    /// The codes of the regions that border on each, and who made the borders; of borders that are
    /// kept as they stand nothing is known.
    pub fn neighbours(&self) -> (BTreeMap<String, Vec<String>>, Option<String>) {
        match &self.borders {
            Borders::Made(regions) => (regions.neighbours(), regions.source.clone()),
            Borders::Kept(_) => Default::default(),
        }
    }

    /// The file of the country alone.
    pub fn country(&self, places: &Places) -> Option<Geometry> {
        match &self.borders {
            Borders::Made(regions) => Some(country(regions)),
            Borders::Kept(_) => {
                self.files(places).into_iter().find(|(name, _)| name == COUNTRY).map(|(_, g)| g)
            }
        }
    }
}

fn country(regions: &Regions) -> Geometry {
    geometry(regions, &|_| true, WHOLE, &[]).0
}

/// The borders of a file as the program carries them, with all that can be of use.
pub fn source(borders: &borders::Borders) -> Geometry {
    geometry(&borders.regions, &|_| true, SOURCE, &[]).0
}

/// What has municipalities in it and is drawn alone.
fn is_area(kind: Kind) -> bool {
    matches!(kind, Kind::Province | Kind::Corop | Kind::HealthRegion)
}
