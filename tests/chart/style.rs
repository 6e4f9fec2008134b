// SPDX-License-Identifier: EUPL-1.2
//! The colours of a picture that leaves its page are those of the style sheet.

use kansrijke_start::chart::canvas::role::{DASHES, Role};
use kansrijke_start::figure::style::SHEET;

#[test]
fn every_role_has_its_class_and_colour_in_the_style_sheet() {
    for role in Role::ALL {
        let class = format!(".{} {{ --role: var(--", role.class());
        assert!(SHEET.contains(&class), "no rule begins {class}");
        let light = format!("light-dark({},", role.color());
        assert!(SHEET.contains(&light), "{role:?}: no {light}");
        let plain = format!("{})", role.color());
        assert!(SHEET.contains(&plain), "{role:?}: no {plain} where light-dark is not known");
    }
}

#[test]
fn dashes_are_the_same_in_page_and_picture() {
    for (role, dashes) in DASHES {
        let rule = format!(".line.{} {{ stroke-dasharray: {dashes}; }}", role.class());
        assert!(SHEET.contains(&rule), "no rule {rule}");
    }
}
