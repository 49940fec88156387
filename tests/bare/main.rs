//! A bare window of the same settings as Folkmoot's: what its start is measured against.

fn main() {
    let built =
        tauri::Builder::default().run(tauri::generate_context!("../tests/bare/tauri.conf.json"));
    if let Err(problem) = built {
        eprintln!("{problem}");
    }
}
