/// Why a study could not be opened, read or written.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("no such {0}")]
    NotFound(&'static str),
    #[error("the file is not a study")]
    NotAStudy,
    #[error("the study was written by a newer version (format {found}, this one knows {known})")]
    Newer { found: i64, known: i64 },
    #[error("the study is open in another window or program")]
    InUse,
    #[error("the place cannot be written to")]
    ReadOnly,
    #[error("the disk is full")]
    DiskFull,
    #[error("there is already a file of that name")]
    Exists,
    #[error("the {table} has changed since")]
    Changed { table: &'static str },
    #[error("it is about somebody who was erased")]
    Erased,
    #[error("something done since rests on it")]
    RestsOn,
    #[error("the file is damaged: {0}")]
    Damaged(String),
    #[error("there is nothing in the file that could be saved")]
    NothingToSave,
    #[error("the study is a copy of what was saved, to look at only")]
    OnlyToLookAt,
    #[error("the study holds something this version cannot read")]
    Corrupt(#[from] serde_json::Error),
    #[error("the study could not be brought up to date")]
    Migration(#[from] rusqlite_migration::Error),
    #[error("the study could not be read or written: {0}")]
    Sqlite(rusqlite::Error),
    #[error("the file could not be read or written: {0}")]
    File(std::io::Error),
}

/// What the store's functions give back.
pub type Result<T, E = Error> = std::result::Result<T, E>;

impl From<rusqlite::Error> for Error {
    fn from(e: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode;
        match e.sqlite_error_code() {
            Some(ErrorCode::NotADatabase) => Self::NotAStudy,
            Some(ErrorCode::DatabaseCorrupt) => Self::Damaged(e.to_string()),
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::InUse,
            Some(ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => {
                Self::ReadOnly
            }
            Some(ErrorCode::DiskFull) => Self::DiskFull,
            _ => Self::Sqlite(e),
        }
    }
}

impl From<std::io::Error> for Error {
    fn from(e: std::io::Error) -> Self {
        match e.kind() {
            std::io::ErrorKind::StorageFull => Self::DiskFull,
            std::io::ErrorKind::PermissionDenied | std::io::ErrorKind::ReadOnlyFilesystem => {
                Self::ReadOnly
            }
            _ => Self::File(e),
        }
    }
}
