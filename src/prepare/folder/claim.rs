// SPDX-License-Identifier: EUPL-1.2
//! The guard: a folder that a command may write, and the way in which it is written.

use super::area::{self, Area, Label};
use super::marker::{self, Foreign, Kind};
use super::place::{Place, resolved};
use super::swap::{self, System};
use crate::prepare::library;
use crate::prepare::message::{Expected, FolderKind, Found};
use crate::prepare::problem::Problem;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// What a run left is gone on with for so long: a table may change from day to day.
const FRESH: Duration = Duration::from_hours(24);

/// A folder that may be written.
pub struct Claim<'a> {
    place: Place,
    kind: Kind,
    system: System<'a>,
}

impl Claim<'static> {
    /// Claims the folder `out`: it is new, empty or made here, and none of the `inputs` (files and
    /// folders that are read, other files that are written) lies in it. What killed runs left of
    /// it is put back, or removed where it is of no use.
    ///
    /// # Errors
    /// Why it may not be written, and what to do.
    pub fn of(out: &Path, kind: Kind, inputs: &[PathBuf]) -> Result<Self, Problem> {
        let place = Place::of(out, inputs)?;
        let claim = Self { place, kind, system: System::REAL };
        claim.restore().map_err(|e| claim.refused(Foreign::Unseen(e)))?;
        match marker::owned(&claim.place.path, kind.name, kind.former) {
            Ok(_) => Ok(claim),
            Err(Foreign::Unseen(e)) if e.kind() == io::ErrorKind::NotFound => Ok(claim),
            Err(foreign) => Err(claim.refused(foreign)),
        }
    }
}

impl<'a> Claim<'a> {
    /// With a system that fails as a test asks.
    pub fn with(self, system: System<'_>) -> Claim<'_> {
        Claim { place: self.place, kind: self.kind, system }
    }

    /// Lets `fill` make the folder, and puts it in its place. Where anything fails, what was there
    /// stays as it was.
    ///
    /// # Errors
    /// What the system answered, with the path.
    pub fn replace<T>(self, fill: impl FnOnce(&Path) -> io::Result<T>) -> Result<T, Problem> {
        let filling = self.begin("")?;
        let filled = fill(&filling.folder()).map_err(|e| filling.claim.unwritten(&e))?;
        filling.finish()?;
        Ok(filled)
    }

    /// Begins to make the folder. With a `key` it goes on with what an earlier run of the same key
    /// left.
    ///
    /// # Errors
    /// What the system answered, with the path.
    pub fn begin(self, key: &str) -> Result<Filling<'a>, Problem> {
        let mut made = Vec::new();
        let area = (self.system.step)("begin").and_then(|()| self.area(key, &mut made));
        match area {
            Ok(area) => Ok(Filling { claim: self, area: Some(area), made }),
            Err(error) => {
                unmake(&made);
                Err(self.unwritten(&error))
            }
        }
    }

    fn area(&self, key: &str, made: &mut Vec<PathBuf>) -> io::Result<Area> {
        let parent = &self.place.parent;
        let missing: Vec<&Path> = parent.ancestors().take_while(|above| !above.exists()).collect();
        for folder in missing.into_iter().rev() {
            fs::create_dir(folder)?;
            made.push(folder.into());
        }
        let label = self.label(key);
        let mut left = area::leftovers(parent, |left| left.name == label.name)?;
        let goes_on = |area: &Area| !key.is_empty() && area.label == label && area.age() < FRESH;
        match left.iter().position(goes_on) {
            Some(at) => Ok(left.swap_remove(at)),
            None => Area::new(parent, &label),
        }
    }

    fn label(&self, key: &str) -> Label {
        let (kind, name) = (self.kind.name.into(), self.place.name.clone());
        Label { kind, name, key: key.into() }
    }

    /// Puts back what a killed run had moved aside, and removes what it left of no use.
    fn restore(&self) -> io::Result<()> {
        let (parent, path) = (&self.place.parent, &self.place.path);
        if !parent.is_dir() {
            return Ok(());
        }
        for area in area::leftovers(parent, |left| left.name == self.place.name)? {
            if area.old().exists() && fs::symlink_metadata(path).is_err() {
                fs::rename(area.old(), path)?;
            }
            let own = area.label.kind == self.kind.name;
            let former = if own { self.kind.former } else { Kind::listed("").former };
            for folder in [area.whole(), area.old()] {
                // What came into it meanwhile is somebody's, and stays.
                if let Ok(owned) = marker::owned(&folder, &area.label.kind, former) {
                    marker::remove(&folder, &area.label.kind, &owned)?;
                }
            }
            if !area.label.key.is_empty() && area.age() < FRESH {
                area.keep();
            }
        }
        Ok(())
    }

    /// Why the folder may not be written.
    fn refused(&self, foreign: Foreign) -> Problem {
        let own = FolderKind(self.kind.name.into());
        let (found, expected) = match foreign {
            Foreign::Holds(name) => (Found::Stranger(name), Expected::NoStrangers),
            Foreign::Unlisted(name) => (Found::Stranger(name), Expected::NewFolder(own)),
            Foreign::Kind(kind) => (Found::FolderOf(FolderKind(kind)), Expected::FolderOf(own)),
            Foreign::NoFolder => (Found::NoFolder, Expected::Folder),
            Foreign::Unseen(error) => return self.unwritten(&error),
        };
        Problem::file(&self.place.given, found, expected)
    }

    fn unwritten(&self, error: &io::Error) -> Problem {
        let expected = Expected::WritablePlace;
        Problem::file(&self.place.given, library::io(error), expected)
    }
}

/// A folder that is being made.
pub struct Filling<'a> {
    claim: Claim<'a>,
    area: Option<Area>,
    /// The folders that were made for it to stand in.
    made: Vec<PathBuf>,
}

impl Filling<'_> {
    /// Where its files go.
    pub fn folder(&self) -> PathBuf {
        self.area.as_ref().map(Area::half).unwrap_or_default()
    }

    /// Lists what was made, and puts it in its place.
    ///
    /// # Errors
    /// What the system answered, or what came into the place meanwhile; it then stands there still.
    pub fn finish(self) -> Result<(), Problem> {
        let claim = &self.claim;
        let step = claim.system.step;
        let Some(area) = &self.area else { return Ok(()) };
        let marked = step("list").and_then(|()| marker::write(&area.half(), claim.kind.name));
        let whole = marked.and_then(|()| step("whole"));
        whole
            .and_then(|()| fs::rename(area.half(), area.whole()))
            .map_err(|e| claim.unwritten(&e))?;
        let put = swap::put(area, &claim.place.path, &claim.kind, &claim.system);
        if put.is_err() {
            // By its list alone: what stood in the place may be here, where it could not go back.
            let kind = claim.kind.name;
            let _ = marker::owned(&area.whole(), kind, Kind::listed(kind).former)
                .map(|owned| marker::remove(&area.whole(), kind, &owned));
        }
        put.map_err(|foreign| claim.refused(foreign))
    }

    /// Leaves what there is so far, for a run that goes on.
    pub fn keep(mut self) {
        self.made.clear();
        if let Some(area) = self.area.take() {
            area.keep();
        }
    }
}

impl Drop for Filling<'_> {
    fn drop(&mut self) {
        drop(self.area.take());
        unmake(&self.made);
    }
}

/// Removes folders that were made and that nothing stands in.
fn unmake(made: &[PathBuf]) {
    for folder in made.iter().rev() {
        let _ = fs::remove_dir(folder);
    }
}

/// Writes a file at once: what stood there is whole until then. A link is followed.
///
/// # Errors
/// What the system answered, and that it is a pipe.
pub fn save(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let former = match fs::metadata(path) {
        Ok(found) if found.is_file() => Some(found.permissions()),
        Ok(found) if found.is_dir() => return Err(io::ErrorKind::IsADirectory.into()),
        Ok(_) => return Err(io::Error::other(Found::Pipe)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(error),
    };
    let path = resolved(path)?;
    let (Some(parent), Some(name)) = (path.parent(), path.file_name()) else {
        return Err(io::ErrorKind::InvalidInput.into());
    };
    let area = Area::fresh(parent, "bestand", &name.to_string_lossy())?;
    let half = area.half().join("file");
    fs::write(&half, bytes)?;
    if let Some(permissions) = former {
        fs::set_permissions(&half, permissions)?;
    }
    fs::rename(&half, &path)
}
