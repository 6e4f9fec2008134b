// SPDX-License-Identifier: EUPL-1.2
//! Archives that are the same to the byte wherever they are made: their entries sorted, with one time
//! and one of two modes, and nothing of the machine.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Write};
use std::path::Path;

use anyhow::{Context, Result, ensure};
use flate2::{Compression, GzBuilder};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::moment::Moment;

/// What an archive holds, by its path there.
#[derive(Debug, Default)]
pub struct Contents(BTreeMap<String, Held>);

#[derive(Debug)]
struct Held {
    bytes: Vec<u8>,
    mode: u32,
}

const FILE: u32 = 0o644;
const PROGRAM: u32 = 0o755;

impl Contents {
    /// Puts a file at a path.
    pub fn put(&mut self, path: impl Into<String>, bytes: impl Into<Vec<u8>>) {
        self.0.insert(path.into(), Held { bytes: bytes.into(), mode: FILE });
    }

    /// Puts a file at a path that somebody starts.
    pub fn put_program(&mut self, path: impl Into<String>, bytes: impl Into<Vec<u8>>) {
        self.0.insert(path.into(), Held { bytes: bytes.into(), mode: PROGRAM });
    }

    /// Puts all files of a folder below a path, but what has one of these names at its top. A link
    /// counts as what it leads to.
    pub fn put_folder(&mut self, path: &str, folder: &Path, without: &[&str]) -> Result<()> {
        for entry in fs::read_dir(folder).with_context(|| format!("{}", folder.display()))? {
            let entry = entry?;
            let name = entry.file_name();
            let name = name.to_str().context("a name that is no text")?;
            if without.contains(&name) {
                continue;
            }
            let inside = format!("{path}/{name}");
            if fs::metadata(entry.path())?.is_dir() {
                self.put_folder(&inside, &entry.path(), &[])?;
            } else {
                self.put(inside, fs::read(entry.path())?);
            }
        }
        Ok(())
    }

    /// The paths, sorted.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// The bytes at a path.
    pub fn get(&self, path: &str) -> Option<&[u8]> {
        self.0.get(path).map(|held| held.bytes.as_slice())
    }

    /// Writes all of it into a folder.
    pub fn write(&self, folder: &Path) -> Result<()> {
        for (path, held) in &self.0 {
            let file = folder.join(path);
            fs::create_dir_all(file.parent().unwrap_or(folder))?;
            fs::write(file, &held.bytes)?;
        }
        Ok(())
    }

    /// All of it as a zip.
    pub fn zip(&self, at: &Moment) -> Result<Vec<u8>> {
        let [year, month, day, hour, minute, second] = at.fields()?;
        let small = |number: u16| u8::try_from(number).context("a time that is none");
        let time = DateTime::from_date_and_time(
            year,
            small(month)?,
            small(day)?,
            small(hour)?,
            small(minute)?,
            small(second)?,
        );
        let time = time.ok().context("the commit is of before 1980, which no zip can say")?;
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (path, held) in &self.0 {
            let options = SimpleFileOptions::default()
                .compression_method(CompressionMethod::Deflated)
                .last_modified_time(time)
                .unix_permissions(held.mode);
            zip.start_file(path.as_str(), options)?;
            zip.write_all(&held.bytes)?;
        }
        Ok(zip.finish()?.into_inner())
    }

    /// All of it as a tar under gzip.
    pub fn tarball(&self, at: &Moment) -> Result<Vec<u8>> {
        // Without a name and a time of its own.
        let gzip = GzBuilder::new().write(Vec::new(), Compression::best());
        let mut tar = tar::Builder::new(gzip);
        for (path, held) in &self.0 {
            ensure!(path.is_ascii(), "{path}: not every tar reads such a name");
            let mut header = tar::Header::new_ustar();
            header.set_size(u64::try_from(held.bytes.len())?);
            header.set_mode(held.mode);
            header.set_mtime(at.seconds());
            header.set_uid(0);
            header.set_gid(0);
            tar.append_data(&mut header, path, held.bytes.as_slice())?;
        }
        Ok(tar.into_inner()?.finish()?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;
    use std::time::{Duration, SystemTime};

    /// A folder whose files were made in this order, and at different times.
    fn folder(names: &[&str]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().expect("a folder");
        fs::create_dir(folder.path().join("data")).expect("a folder");
        for (nth, name) in (1..).zip(names) {
            let file = folder.path().join(name);
            fs::write(&file, name.repeat(400)).expect("a file");
            let time = SystemTime::UNIX_EPOCH + Duration::from_secs(nth * 100_000_000);
            let times = fs::FileTimes::new().set_modified(time);
            fs::File::options().write(true).open(&file).expect("it").set_times(times).expect("it");
        }
        folder
    }

    fn packed(names: &[&str]) -> [Vec<u8>; 2] {
        let folder = folder(names);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = if names.first() == Some(&"b.js") { 0o600 } else { 0o666 };
            let file = folder.path().join("b.js");
            fs::set_permissions(file, fs::Permissions::from_mode(mode)).expect("a mode");
        }
        let mut contents = Contents::default();
        contents.put_folder("top", folder.path(), &["left"]).expect("a folder");
        contents.put_program("top/run", "x");
        let at = Moment::parse("1764421262\n2025-11-29T13:01:02Z\n").expect("a time");
        [contents.zip(&at).expect("a zip"), contents.tarball(&at).expect("a tarball")]
    }

    #[test]
    fn two_folders_that_were_made_otherwise_give_the_same_bytes() {
        let first = packed(&["b.js", "data/a.json", "left", ".htaccess"]);
        assert!(first == packed(&[".htaccess", "left", "data/a.json", "b.js"]));
        assert!(first != packed(&[".htaccess", "left", "data/b.json", "b.js"]));
    }

    #[test]
    fn other_readers_find_files_times_and_modes() {
        let [zipped, tarball] = packed(&["b.js", "data/a.json", "left"]);
        let mut zip = zip::ZipArchive::new(Cursor::new(zipped)).expect("a zip");
        let names: Vec<_> =
            zip.file_names().map(|name| name.expect("a name").into_owned()).collect();
        assert_eq!(names, ["top/b.js", "top/data/a.json", "top/run"]);
        let mut file = zip.by_name("top/b.js").expect("a file");
        let time = file.last_modified().expect("a time");
        assert_eq!((time.year(), time.month(), time.day(), time.hour()), (2025, 11, 29, 13));
        assert_eq!(file.unix_mode().map(|mode| mode & 0o777), Some(0o644));
        let mut text = String::new();
        file.read_to_string(&mut text).expect("text");
        assert_eq!(text, "b.js".repeat(400));
        drop(file);
        let run = zip.by_name("top/run").expect("a file");
        assert_eq!(run.unix_mode().map(|mode| mode & 0o777), Some(0o755));
        let mut tar = tar::Archive::new(flate2::read::GzDecoder::new(tarball.as_slice()));
        let found: Vec<_> = tar
            .entries()
            .expect("entries")
            .map(|entry| {
                let header = entry.expect("an entry");
                let path = header.path().expect("a path").display().to_string();
                (
                    path,
                    header.header().mode().expect("a mode"),
                    header.header().mtime().expect("a time"),
                )
            })
            .collect();
        assert_eq!(
            found,
            [
                ("top/b.js".into(), 0o644, 1_764_421_262),
                ("top/data/a.json".into(), 0o644, 1_764_421_262),
                ("top/run".into(), 0o755, 1_764_421_262),
            ]
        );
    }
}
