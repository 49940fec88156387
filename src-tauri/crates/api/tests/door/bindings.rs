//! Keeps `ui/src/lib/api.ts` in step with the Rust it is generated from.

use std::{fs, path::Path};

use ts_rs::{Config, TS};

#[test]
fn bindings_are_current() {
    let out = tempfile::tempdir().unwrap();
    api::Wire::export_all(&Config::new().with_out_dir(out.path())).unwrap();
    let generated = fs::read_to_string(out.path().join("api.ts")).unwrap();

    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../ui/src/lib/api.ts");
    if fs::read_to_string(&path).is_ok_and(|current| current == generated) {
        return;
    }
    fs::write(&path, generated).unwrap();
    panic!("ui/src/lib/api.ts was out of date and has been rewritten; commit it");
}
