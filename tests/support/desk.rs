//! The place a program under test runs in: a display, a driver, and the files that are its own.

use std::{
    env,
    fs::Permissions,
    io::{BufRead, BufReader},
    net::{TcpListener, TcpStream},
    os::unix::{
        fs::{PermissionsExt, symlink},
        process::CommandExt,
    },
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

/// The top of the checkout.
pub fn checkout() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// The program under test: `FOLKMOOT_APP`, or the one built beside this test.
pub fn app() -> PathBuf {
    if let Some(path) = env::var_os("FOLKMOOT_APP") {
        return path.into();
    }
    let this = env::current_exe().unwrap();
    // A test runs from deps/, a program from the folder above it.
    let mut near = this.ancestors().skip(1).take(2).map(|folder| folder.join("folkmoot"));
    near.find(|built| built.is_file()).expect("folkmoot is not built: run cargo build --workspace")
}

/// A display of its own, without a monitor. Dropping it ends it.
pub struct Screen {
    server: Child,
    /// What `DISPLAY` must be to draw here.
    pub name: String,
}

impl Screen {
    /// Starts a display of `width` by `height` pixels and waits until it answers.
    pub fn new(width: u32, height: u32) -> Self {
        let size = format!("{width}x{height}x24");
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", &size, "-nolisten", "tcp"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Xvfb is needed: make setup installs it");
        let mut number = String::new();
        BufReader::new(server.stdout.take().unwrap()).read_line(&mut number).unwrap();
        Self { server, name: format!(":{}", number.trim()) }
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

/// A driver on a display, ready to start the program. Dropping it ends both.
pub struct Desk {
    driver: Child,
    pub screen: Screen,
    /// Where the driver listens.
    pub port: u16,
    /// Where the program keeps its studies.
    home: PathBuf,
}

impl Desk {
    /// Sets out a desk whose program keeps its studies in `home`.
    pub fn new(home: &Path, width: u32, height: u32) -> Self {
        let screen = Screen::new(width, height);
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        // Settings, caches and window places stay out of the person's own.
        let own = home.join(".desk");
        let driver = Command::new("WebKitWebDriver")
            .arg(format!("--port={port}"))
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .env("DISPLAY", &screen.name)
            .env("GDK_BACKEND", "x11")
            .env("FOLKMOOT_HOME", home)
            // Whoever looks is at home there, so that a picture shows no temporary folder.
            .env("HOME", home)
            .env("XDG_DATA_HOME", own.join("data"))
            .env("XDG_CONFIG_HOME", own.join("config"))
            .env("XDG_CACHE_HOME", own.join("cache"))
            .env("XDG_DATA_DIRS", without_programs(&own.join("share")))
            .env("DBUS_SESSION_BUS_ADDRESS", "disabled:")
            .env_remove("WAYLAND_DISPLAY")
            .process_group(0)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("WebKitWebDriver is needed: make setup installs it");
        let patience = Instant::now() + Duration::from_secs(20);
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            assert!(Instant::now() < patience, "the driver did not start");
            thread::sleep(Duration::from_millis(10));
        }
        Self { driver, screen, port, home: home.to_owned() }
    }

    /// Kills the program at once, as a power cut would, and leaves the driver.
    pub fn cut_the_power(&self) {
        for program in self.members("folkmoot") {
            let _ = Command::new("kill").args(["-KILL", &program.to_string()]).status();
        }
    }

    /// The processes of the driver's group whose name starts with `name`.
    pub fn members(&self, name: &str) -> Vec<u32> {
        let group = self.driver.id().to_string();
        let processes = std::fs::read_dir("/proc").unwrap().flatten();
        processes
            .filter_map(|entry| {
                let id = entry.file_name().to_str()?.parse().ok()?;
                let stat = std::fs::read_to_string(entry.path().join("stat")).ok()?;
                // "id (name) state parent group ...": the name may hold spaces, so cut at its end.
                let (before, after) = stat.rsplit_once(')')?;
                let is_named = before.split_once('(')?.1.starts_with(name);
                let mut facts = after.split_whitespace();
                // Ended, and its last thread too: until then its files are still its own.
                let ended = facts.next()? == "Z"
                    && std::fs::read_dir(entry.path().join("task")).map_or(0, Iterator::count) < 2;
                (is_named && !ended && facts.nth(1)? == group).then_some(id)
            })
            .collect()
    }
}

/// What the system shares, but for its programs: which of them this computer has must not matter,
/// and none may come up in the middle of a test. Says where, as `XDG_DATA_DIRS` does.
fn without_programs(place: &Path) -> String {
    let shared = env::var("XDG_DATA_DIRS").ok().filter(|dirs| !dirs.is_empty());
    let shared = shared.unwrap_or_else(|| "/usr/local/share:/usr/share".to_owned());
    let linked = (0..).zip(shared.split(':')).map(|(at, shared)| {
        let place = place.join(format!("{at}"));
        std::fs::create_dir_all(&place).unwrap();
        for entry in std::fs::read_dir(shared).into_iter().flatten().flatten() {
            if entry.file_name() != "applications" {
                // A desk that is set out again finds its links.
                let _ = symlink(entry.path(), place.join(entry.file_name()));
            }
        }
        place.display().to_string()
    });
    linked.collect::<Vec<_>>().join(":")
}

/// Gives the desk of `home` a program for files of these kinds. It writes down the last file it was
/// asked to open, in the file that is given back.
pub fn program_for(home: &Path, kinds: &[&str]) -> PathBuf {
    let data = home.join(".desk/data");
    let programs = data.join("applications");
    std::fs::create_dir_all(&programs).unwrap();
    let (script, asked) = (data.join("asked.sh"), data.join("asked"));
    // Moved into its place, so that what is read there is all of it.
    let text = format!("#!/bin/sh\nprintf %s \"$1\" >{0}.part\nmv {0}.part {0}\n", asked.display());
    std::fs::write(&script, text).unwrap();
    std::fs::set_permissions(&script, Permissions::from_mode(0o755)).unwrap();
    let entry = format!(
        "[Desktop Entry]\nType=Application\nName=Reader\nExec={} %f\nMimeType={};\n",
        script.display(),
        kinds.join(";")
    );
    std::fs::write(programs.join("reader.desktop"), entry).unwrap();
    let lines: String = kinds.iter().map(|kind| format!("{kind}=reader.desktop\n")).collect();
    let settings = home.join(".desk/config");
    std::fs::create_dir_all(&settings).unwrap();
    let list = format!("[Default Applications]\n{lines}");
    std::fs::write(settings.join("mimeapps.list"), list).unwrap();
    asked
}

/// How long the program may take to end when it is asked to.
const PATIENCE: Duration = Duration::from_secs(10);
/// How long a disk under load may keep a program that was killed in its last write.
const LONG_PATIENCE: Duration = Duration::from_secs(90);

impl Drop for Desk {
    fn drop(&mut self) {
        // The program and its web processes share the driver's group: ending the driver alone
        // would orphan them.
        let group = format!("-{}", self.driver.id());
        let _ = Command::new("kill").args(["-TERM", "--", &group]).stderr(Stdio::null()).status();
        let _ = self.driver.wait();
        // The study is free once the program has let go of it. That may be a moment later, and
        // much later while a build keeps the disk busy: whoever opens it next waits for that here.
        let asked = Instant::now();
        let mut killed = false;
        while !self.members("folkmoot").is_empty() || has_study_open(&self.home) {
            if asked.elapsed() > PATIENCE && !killed {
                self.cut_the_power();
                killed = true;
            }
            if asked.elapsed() > LONG_PATIENCE {
                return eprintln!("the program still has a study open in {}", self.home.display());
            }
            thread::sleep(Duration::from_millis(10));
        }
    }
}

/// Whether another process has a study open whose file is in `home`. Every thread is asked: what the first
/// one of a program has let go of, another may still hold.
fn has_study_open(home: &Path) -> bool {
    let inside = |folder: PathBuf| std::fs::read_dir(folder).into_iter().flatten().flatten();
    inside("/proc".into())
        .filter(|entry| {
            let id = entry.file_name().to_str().and_then(|id| id.parse().ok());
            id.is_some_and(|id: u32| id != std::process::id())
        })
        .flat_map(|process| inside(process.path().join("task")))
        .flat_map(|thread| inside(thread.path().join("fd")))
        .filter_map(|file| std::fs::read_link(file.path()).ok())
        .any(|file| file.starts_with(home) && file.to_string_lossy().contains(".folkmoot"))
}
