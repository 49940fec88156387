//! The method that comes with the program.

use std::sync::LazyLock;

use domain::{
    Design,
    method::{MethodFile, MethodFiles, read},
};

macro_rules! shipped {
    ($name:literal) => {
        MethodFile {
            name: $name,
            text: include_str!(concat!("../../../../../assets/methods/policy-ideas/", $name)),
        }
    };
}

static DESIGN: LazyLock<Design> = LazyLock::new(|| {
    read(&MethodFiles {
        method: shipped!("method.toml"),
        guide: shipped!("guide.toml"),
        ideas: shipped!("ideas.toml"),
    })
    .unwrap()
});

pub fn design() -> Design {
    DESIGN.clone()
}
