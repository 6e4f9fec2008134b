// SPDX-License-Identifier: EUPL-1.2
//! The colours of a picture that leaves its page are those of the style sheet.

use kansrijke_start::chart::canvas::role::{DASHES, Role};
use kansrijke_start::figure::style::sheet;

#[test]
fn every_role_has_its_class_and_colour_in_the_style_sheet() {
    let sheet = sheet();
    for role in Role::ALL {
        let class = format!(".{} {{ --role: var(--", role.class());
        assert!(sheet.contains(&class), "no rule begins {class}");
        let light = format!("light-dark({},", role.color());
        assert!(sheet.contains(&light), "{role:?}: no {light}");
        let plain = format!("{})", role.color());
        assert!(sheet.contains(&plain), "{role:?}: no {plain} where light-dark is not known");
    }
}

#[test]
fn dashes_are_the_same_in_page_and_picture() {
    let sheet = sheet();
    for (role, dashes) in DASHES {
        let rule = format!(".line.{} {{ stroke-dasharray: {dashes}; }}", role.class());
        assert!(sheet.contains(&rule), "no rule {rule}");
    }
}
