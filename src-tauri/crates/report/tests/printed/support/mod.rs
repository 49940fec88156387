//! What other programs read out of a file.

mod accessible;

use std::io::Write;
use std::process::{Command, Stdio};

/// Feeds a file to a program and gives what it prints; a program that is not there fails the test.
pub fn through(program: &str, arguments: &[&str], file: &[u8]) -> String {
    let dir = std::env::temp_dir();
    let name = format!("report-{}-{:x}.pdf", std::process::id(), file.as_ptr() as usize);
    let path = dir.join(name);
    std::fs::File::create(&path).unwrap().write_all(file).unwrap();
    let mut command = Command::new(program);
    for argument in arguments {
        command.arg(if *argument == "FILE" { path.as_os_str() } else { argument.as_ref() });
    }
    let done = command.stdin(Stdio::null()).output();
    std::fs::remove_file(&path).unwrap();
    let done = done.unwrap_or_else(|error| panic!("{program} (poppler-utils, qpdf): {error}"));
    let errors = String::from_utf8_lossy(&done.stderr).into_owned();
    assert!(done.status.success(), "{program}: {errors}{}", String::from_utf8_lossy(&done.stdout));
    assert_eq!(errors, "", "{program}");
    String::from_utf8(done.stdout).unwrap()
}

/// The text of a file in the order of the document, with single spaces. A word that was parted
/// at the end of a line is whole again.
pub fn text(file: &[u8]) -> String {
    let text = through("pdftotext", &["-raw", "-enc", "UTF-8", "FILE", "-"], file);
    let text = text.replace("\u{ad}\n", "").replace('\u{ad}', "");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A line of what `pdfinfo` says.
pub fn info(file: &[u8], name: &str) -> String {
    let info = through("pdfinfo", &["-box", "FILE"], file);
    let line = info.lines().find_map(|line| line.strip_prefix(name));
    line.unwrap_or_default().trim().to_owned()
}

/// Whether the file is sound, tagged, read out as it should be, and holds its fonts.
pub fn sound(file: &[u8]) {
    accessible::accessible(file);
    through("qpdf", &["--check", "FILE"], file);
    assert_eq!(info(file, "Tagged:"), "yes");
    let fonts = through("pdffonts", &["FILE"], file);
    for font in fonts.lines().skip(2) {
        assert!(font.contains("yes yes yes"), "embedded, subset, with its meaning: {font}");
    }
}
