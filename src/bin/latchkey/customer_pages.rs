//! The pages of customers: in a file of its own beside the page of a build, part of the program
//! otherwise.
//!
//! The split stands here and not in the library, whose other programs would export it as well.

use latchkey::lazy::Source;

/// Where the code of these pages comes from.
pub const SOURCE: Source = source::SOURCE;

#[cfg(release_page)]
mod source {
    use futures::FutureExt;
    use latchkey::dom::Fragment;
    use latchkey::lazy::{CodeMissing, LazyPage, Source};
    use latchkey::routes::lazy_page;
    use wasm_split_helpers::{SplitLoaderError, wasm_split};

    pub const SOURCE: Source = Source {
        load: || Box::pin(load().map(|loaded| loaded.map_err(|_| CodeMissing))),
        // It waits for nothing once the code is here.
        show: |page| show(page).now_or_never()?.ok(),
    };

    #[wasm_split(customers, fallible, preload(load))]
    fn show(page: LazyPage) -> Result<Fragment, SplitLoaderError> {
        Ok(lazy_page(page))
    }
}

#[cfg(not(release_page))]
mod source {
    use latchkey::lazy::Source;
    use latchkey::routes::lazy_page;

    pub const SOURCE: Source = Source {
        load: || Box::pin(std::future::ready(Ok(()))),
        show: |page| Some(lazy_page(page)),
    };
}
