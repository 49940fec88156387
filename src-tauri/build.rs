//! Prepares the window: its permissions, its icon, and the pages it carries.

use std::path::Path;

fn main() {
    // The pages are read into the program when it is compiled, so a new build of them means a
    // new build of the program.
    println!("cargo:rerun-if-changed=../ui/dist");
    let pages = Path::new("../ui/dist/index.html");
    assert!(
        pages.exists(),
        "The pages of the window are not built yet. Run: npm ci && npm run build, in ui/ \
         (make build does both)."
    );
    tauri_build::build();
}
