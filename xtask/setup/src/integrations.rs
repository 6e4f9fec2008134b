// SPDX-License-Identifier: EUPL-1.2
//! What the packages for content systems are tested with: PHP with PHPUnit, Python, and WordPress with
//! its database; and what opens our files: LibreOffice and R.

use std::path::Path;
use std::process::Command;

use crate::apt;
use crate::program::{output, version};

const PHP: &str = "php-cli phpunit";
const PYTHON: &str = "python3 python3-venv";
const OFFICE: &str = "libreoffice-calc-nogui r-base-core r-cran-jsonlite";
const WORDPRESS: &str =
    "wordpress wordpress-theme-twentytwentythree mariadb-server php-cli php-mysql";

/// Installs PHP and PHPUnit where apt can, unless they are there.
///
/// # Errors
/// The sentence that says what to type.
pub fn require_php() -> Result<(), String> {
    apt::install(PHP, "PHP", has_php).map_err(|why| {
        format!(
            "PHP 8.1 or newer with PHPUnit is missing ({why}): type `sudo apt-get install {PHP}`, \
             or install both in another way so that `php` and `phpunit` start them"
        )
    })
}

/// Installs Python where apt can, unless it is there. Its packages come from PyPI, into the folder
/// of what is built.
///
/// # Errors
/// The sentence that says what to type.
pub fn require_python() -> Result<(), String> {
    apt::install(PYTHON, "Python", has_python).map_err(|why| {
        format!(
            "Python 3.11 or newer with its module venv is missing ({why}): type \
             `sudo apt-get install {PYTHON}`, or install it so that `python3` starts it"
        )
    })
}

/// Installs Debian's WordPress with MariaDB where apt can, unless they are there. Neither is started
/// but by the tests.
///
/// # Errors
/// The sentence that says what to type.
pub fn require_wordpress() -> Result<(), String> {
    apt::install(WORDPRESS, "WordPress", has_wordpress).map_err(|why| {
        format!(
            "WordPress with MariaDB is missing ({why}): type `sudo apt-get install {WORDPRESS}`"
        )
    })
}

/// Installs LibreOffice's spreadsheet, without a screen, and R where apt can, unless they are there.
///
/// # Errors
/// The sentence that says what to type.
pub fn require_office() -> Result<(), String> {
    apt::install(OFFICE, "LibreOffice and R", has_office).map_err(|why| {
        format!("LibreOffice or R is missing ({why}): type `sudo apt-get install {OFFICE}`")
    })
}

fn has_office() -> bool {
    let asked = "library(jsonlite)";
    version("soffice").is_some() && output(Command::new("Rscript").args(["-e", asked])).is_ok()
}

fn has_wordpress() -> bool {
    let folder = Path::new("/usr/share/wordpress");
    let is_whole = folder.join("wp-load.php").is_file()
        && folder.join("wp-content/themes/twentytwentythree").is_dir();
    let asked = "exit(extension_loaded('mysqli') ? 0 : 1);";
    is_whole
        && output(Command::new("php").args(["-r", asked])).is_ok()
        && version("mariadbd").is_some()
}

fn has_php() -> bool {
    let asked = "exit(PHP_VERSION_ID >= 80100 ? 0 : 1);";
    output(Command::new("php").args(["-r", asked])).is_ok() && version("phpunit").is_some()
}

fn has_python() -> bool {
    let asked = "import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))";
    output(Command::new("python3").args(["-c", asked])).is_ok()
}
