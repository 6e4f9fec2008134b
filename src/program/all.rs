// SPDX-License-Identifier: EUPL-1.2
//! Every chart that there are figures for, each in files of its own.

use super::attributes::Attributes;
use super::form::{Drawing, Form};
use crate::data::dataset::Dataset;
use crate::error::Error;
use crate::figure::Figure;
use crate::prepare::folder;
use crate::prepare::problem::Problem;
use indicatif::{ProgressBar, ProgressStyle};
use std::fs;
use std::io;
use std::path::Path;

/// What to write.
pub(super) struct All<'a> {
    pub(super) attributes: &'a Attributes,
    pub(super) src: &'a Path,
    pub(super) width: u32,
    pub(super) forms: &'a [Form],
}

/// Why nothing was written.
pub(super) enum Failure {
    Data(Error),
    Folder(Problem),
}

impl All<'_> {
    /// Writes `out/<indicator>/<region>.<form>` for all; the text for standard output.
    pub(super) fn write(&self, out: &Path) -> Result<String, Failure> {
        let known = self.indicators().map_err(Failure::Data)?;
        let ids = match self.attributes.get("indicator") {
            Some(id) => vec![id.to_string()],
            None => known.clone(),
        };
        let files: Result<Vec<Dataset>, Error> =
            ids.iter().map(|id| super::read(self.src, id)).collect();
        let files = files.map_err(Failure::Data)?;
        is_ours(out, &known).map_err(Failure::Folder)?;
        // Drawn only where someone watches.
        let bar = ProgressBar::new(files.iter().map(|file| file.regions.len() as u64).sum());
        if let Ok(style) = ProgressStyle::with_template("{bar:40} {pos} van {len} {eta}") {
            bar.set_style(style);
        }
        let mut refused = None;
        let written = folder::replace(out, |new| {
            self.fill(new, &ids, &files, &bar).map_err(|stop| match stop {
                Stop::Data(error) => {
                    let told = io::Error::other(error.to_string());
                    refused = Some(error);
                    told
                }
                Stop::Disk(error) => error,
            })
        });
        bar.finish_and_clear();
        match (written, refused) {
            (Ok(count), _) => Ok(format!("{count} bestanden in {}\n", out.display())),
            (Err(_), Some(error)) => Err(Failure::Data(error)),
            (Err(problem), None) => Err(Failure::Folder(problem)),
        }
    }

    fn fill(
        &self,
        out: &Path,
        ids: &[String],
        files: &[Dataset],
        bar: &ProgressBar,
    ) -> Result<usize, Stop> {
        let (mut count, mut without) = (0, None);
        for (id, file) in ids.iter().zip(files) {
            match self.indicator(id, file, out, bar) {
                Ok(written) => count += written,
                // Not every indicator has figures of every region, of every period.
                Err(Stop::Data(
                    error @ (Error::NoFigures { .. }
                    | Error::UnknownPeriod { .. }
                    | Error::UnknownRegion { .. }),
                )) => without = Some(error),
                Err(other) => return Err(other),
            }
        }
        match without {
            Some(error) if count == 0 => Err(Stop::Data(error)),
            _ => Ok(count),
        }
    }

    /// The ids of the indicators that have a file.
    fn indicators(&self) -> Result<Vec<String>, Error> {
        let folder = self.src.join("indicator");
        let unreachable = |error: io::Error| Error::DataUnreachable {
            address: folder.display().to_string(),
            found: error.to_string(),
        };
        let mut ids = Vec::new();
        for entry in fs::read_dir(&folder).map_err(unreachable)? {
            let name = entry.map_err(unreachable)?.file_name();
            ids.extend(name.to_str().and_then(|n| n.strip_suffix(".json")).map(str::to_string));
        }
        ids.sort();
        Ok(ids)
    }

    /// Writes the charts of one indicator, or says why there are none.
    fn indicator(
        &self,
        id: &str,
        file: &Dataset,
        out: &Path,
        bar: &ProgressBar,
    ) -> Result<usize, Stop> {
        let folder = out.join(id);
        let only = match self.attributes.get("region") {
            Some(name) => Some(&file.region(name)?.1.code),
            None => None,
        };
        let (mut count, mut without) = (0, Error::NoFigures { id: id.to_string() });
        for region in &file.regions {
            bar.inc(1);
            if only.is_some_and(|code| *code != region.code) {
                continue;
            }
            let attributes = self.attributes.of(id, &region.code);
            let request = attributes.request(self.width)?;
            let figure = match Figure::new(file, &request) {
                Ok(figure) if figure.says_anything() => figure,
                Ok(_) => continue,
                Err(error @ (Error::NoFigures { .. } | Error::UnknownPeriod { .. })) => {
                    without = error;
                    continue;
                }
                Err(error) => return Err(Stop::Data(error)),
            };
            for error in figure.refused() {
                bar.suspend(|| eprintln!("{error}"));
            }
            let drawing =
                Drawing { attributes: &attributes, figure: &figure, region: &region.code };
            fs::create_dir_all(&folder)?;
            for form in self.forms {
                let name = [&region.code, ".", form.extension()].concat();
                fs::write(folder.join(name), drawing.text(*form)?)?;
                count += 1;
            }
        }
        if count == 0 { Err(Stop::Data(without)) } else { Ok(count) }
    }
}

/// Why a file was not made.
enum Stop {
    Data(Error),
    Disk(io::Error),
}

impl From<Error> for Stop {
    fn from(error: Error) -> Self {
        Self::Data(error)
    }
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        Self::Disk(error)
    }
}

/// A folder that is replaced should hold nothing but what was written here before.
fn is_ours(out: &Path, ids: &[String]) -> Result<(), Problem> {
    let Ok(entries) = fs::read_dir(out) else {
        return Ok(());
    };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if !ids.iter().any(|id| *id == name) {
            let expected = "een nieuwe map, of een map die eerder zo is gemaakt";
            return Err(Problem::file(&out.to_string_lossy(), name, expected));
        }
    }
    Ok(())
}
