// SPDX-License-Identifier: EUPL-1.2

use super::support;
use kansrijke_start::prepare::publish::compress::{beside_all, compressed};
use std::fs;
use std::path::Path;

#[test]
fn every_file_has_its_compressed_twin() {
    let folder = tempfile::tempdir().unwrap();
    let names = ["index.json", "indicator/tienermoeders.json"];
    fs::create_dir(folder.path().join("indicator")).unwrap();
    for name in names {
        fs::copy(support::figures().join(name), folder.path().join(name)).unwrap();
    }
    assert_eq!(beside_all(folder.path()).unwrap(), names.len());
    for name in names {
        let packed = fs::read(folder.path().join([name, ".br"].concat())).unwrap();
        let mut open = Vec::new();
        brotli::BrotliDecompress(&mut packed.as_slice(), &mut open).unwrap();
        assert!(open == fs::read(folder.path().join(name)).unwrap(), "{name}");
        assert!(packed.len() * 4 < open.len(), "{name}");
    }
    assert!(!compressed(b"").unwrap().is_empty(), "an empty file is one, too");
    assert!(beside_all(Path::new("/nowhere")).is_err());
}
