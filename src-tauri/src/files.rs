//! Paths as people give them.

use std::path::{Path, PathBuf};

/// A path that stays right when the working folder changes.
pub fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}
