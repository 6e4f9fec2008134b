// SPDX-License-Identifier: EUPL-1.2
//! A logo: a picture of a sort that runs nothing, of a size that pages can carry. The sort is told
//! by the first bytes, not by the name.

use crate::prepare::message::{Expected, Found};

/// The most bytes of a logo.
pub const BYTES: u64 = 200_000;

/// The most pixels of a side.
pub const SIDE: u32 = 4_000;

/// How high a logo stands on the page, in pixels.
const HIGH: u32 = 56;

/// The most that it may then be wide.
const WIDE: u32 = 320;

/// A logo as it was found whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Logo {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// The end of the name of its file.
    pub extension: &'static str,
    /// Its type on the web.
    pub mime: &'static str,
    /// How wide it stands on the page, in pixels.
    pub width: u32,
    /// How high.
    pub height: u32,
}

impl Logo {
    /// Looks at the bytes of a file.
    ///
    /// # Errors
    /// Another sort of file, or one that is too large.
    pub fn read(bytes: Vec<u8>) -> Result<Self, (Found, Expected)> {
        let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        if size > BYTES {
            let most = BYTES / 1000;
            return Err((Found::MoreKilobytes(most), Expected::KilobytesUpTo(most)));
        }
        let png = png(&bytes).map(|size| (size, "png", "image/png"));
        let found = png.or_else(|| jpeg(&bytes).map(|size| (size, "jpg", "image/jpeg")));
        let Some(((width, height), extension, mime)) = found else {
            return Err((Found::NoPicture, Expected::PngOrJpeg));
        };
        if !(1..=SIDE).contains(&width) || !(1..=SIDE).contains(&height) {
            return Err((Found::PictureSize(width, height), Expected::LogoSize(SIDE)));
        }
        let (mut wide, mut high) = ((width * HIGH / height).max(1), HIGH);
        if wide > WIDE {
            (wide, high) = (WIDE, (height * WIDE / width).max(1));
        }
        Ok(Self { bytes, extension, mime, width: wide, height: high })
    }

    /// The name of its file beside the pages.
    pub fn file(&self) -> String {
        ["logo.", self.extension].concat()
    }
}

/// Two bytes at a place, as a number.
fn short(bytes: &[u8], at: usize) -> Option<u32> {
    let bytes: [u8; 2] = bytes.get(at..at + 2)?.try_into().ok()?;
    Some(u32::from(u16::from_be_bytes(bytes)))
}

/// The width and height of a PNG: in the chunk that is always its first.
fn png(bytes: &[u8]) -> Option<(u32, u32)> {
    let rest = bytes.strip_prefix(b"\x89PNG\r\n\x1a\n")?;
    let (head, rest) = rest.split_at_checked(8)?;
    let side = |at: usize| Some(u32::from_be_bytes(rest.get(at..at + 4)?.try_into().ok()?));
    if head == b"\0\0\0\x0dIHDR" { Some((side(0)?, side(4)?)) } else { None }
}

/// Those of a JPEG: in the header of its frame, behind segments that each say how long they are.
fn jpeg(bytes: &[u8]) -> Option<(u32, u32)> {
    let mut at = bytes.starts_with(b"\xff\xd8\xff").then_some(2)?;
    loop {
        let [0xff, kind] = *bytes.get(at..at + 2)? else { return None };
        match kind {
            // Filling between two segments.
            0xff => at += 1,
            // The frame: all of its sorts but what has other tables in that place.
            0xc0..=0xcf if !matches!(kind, 0xc4 | 0xc8 | 0xcc) => {
                return Some((short(bytes, at + 7)?, short(bytes, at + 5)?));
            }
            _ => at += 2 + usize::try_from(short(bytes, at + 2)?.max(2)).ok()?,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png_of(width: u32, height: u32) -> Vec<u8> {
        let sides = [width, height].map(u32::to_be_bytes).concat();
        [b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".as_slice(), &sides, &[8, 6, 0, 0, 0]].concat()
    }

    #[test]
    fn the_sort_is_told_by_the_bytes() {
        let logo = Logo::read(png_of(560, 280)).expect("a PNG");
        assert_eq!((logo.file().as_str(), logo.width, logo.height), ("logo.png", 112, 56));
        let wide = Logo::read(png_of(4000, 100)).expect("a PNG");
        assert_eq!((wide.width, wide.height), (320, 8));
        let jpeg = b"\xff\xd8\xff\xe0\0\x04ab\xff\xff\xc2\0\x11\x08\0\x64\0\xc8rest".to_vec();
        let logo = Logo::read(jpeg).expect("a JPEG");
        assert_eq!((logo.file().as_str(), logo.width, logo.height), ("logo.jpg", 112, 56));
    }

    #[test]
    fn nothing_else_is_a_logo() {
        let svg = b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>";
        for bytes in [
            svg.to_vec(),
            Vec::new(),
            b"\x89PNG\r\n\x1a\n".to_vec(),
            b"\xff\xd8\xff".to_vec(),
            b"\xff\xd8\xff\xe0\0\0\xff\xe0\0\0".to_vec(),
            b"GIF89a".to_vec(),
        ] {
            assert_eq!(Logo::read(bytes), Err((Found::NoPicture, Expected::PngOrJpeg)));
        }
        assert!(Logo::read(png_of(0, 5)).is_err() && Logo::read(png_of(5, 4001)).is_err());
        let large = [png_of(5, 5), vec![0; 200_000]].concat();
        assert!(matches!(Logo::read(large), Err((Found::MoreKilobytes(200), _))));
    }
}
