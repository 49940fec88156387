//! Opening the window, which is a program of its own beside this one.

use std::{
    env, io,
    path::Path,
    process::{Command, ExitCode},
};

/// Tells the window's pages to paint by themselves, and not with a graphics chip.
const WITHOUT_CHIP: &str = "WEBKIT_SKIA_ENABLE_CPU_RENDERING";

/// Becomes the window, on `study` if one is given. Returns once the window is closed, where a
/// program cannot become another, or if there is no window to open.
pub fn open(study: Option<&Path>) -> ExitCode {
    let opened = beside().and_then(|path| {
        let mut window = Command::new(path);
        window.args(study);
        if env::var_os(WITHOUT_CHIP).is_none() && !has_graphics_chip() {
            window.env(WITHOUT_CHIP, "1");
        }
        become_it(&mut window)
    });
    opened.unwrap_or_else(|e| {
        eprintln!("The window could not be opened: {e}");
        ExitCode::FAILURE
    })
}

/// Where the window's program is.
fn beside() -> io::Result<std::path::PathBuf> {
    let own = env::current_exe()?.canonicalize()?;
    let window = own.with_file_name(format!("folkmoot-window{}", env::consts::EXE_SUFFIX));
    if window.is_file() {
        return Ok(window);
    }
    let place = window.display();
    Err(io::Error::new(io::ErrorKind::NotFound, format!("{place} is not there")))
}

/// Whether the pages have a graphics chip to be painted with. On Linux without one they would be
/// painted by one that is only pretended, and the first screen would take twice as long: in a
/// virtual machine, over a remote desktop. Other systems settle it by themselves.
fn has_graphics_chip() -> bool {
    if cfg!(not(target_os = "linux")) {
        return true;
    }
    let devices = std::fs::read_dir("/dev/dri").into_iter().flatten().flatten();
    devices.into_iter().any(|device| device.file_name().to_string_lossy().starts_with("renderD"))
}

/// Puts the window in the place of this program, so that whoever started this one has it.
#[cfg(unix)]
fn become_it(window: &mut Command) -> io::Result<ExitCode> {
    use std::os::unix::process::CommandExt;

    // It comes back only if it failed.
    Err(window.exec())
}

/// Runs the window to its end.
#[cfg(not(unix))]
fn become_it(window: &mut Command) -> io::Result<ExitCode> {
    Ok(if window.status()?.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
