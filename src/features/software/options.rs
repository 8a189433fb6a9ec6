//! The downloads of a product, from the wire to the pickers.

use crate::i18n::{Lang, format, text};
use crate::model::downloads::{Choice, DownloadOption, Pickers, Words};
use crate::partner_center::collection::Collection;
use crate::partner_center::downloads as wire;

/// The options that could be read; one that could not cannot be chosen either.
pub(super) fn options(list: &Collection<wire::DownloadOption>) -> Vec<DownloadOption> {
    let readable = list.items.iter().flatten();
    readable
        .filter(|option| !option.option_key.is_empty())
        .map(|option| DownloadOption {
            key: option.option_key.clone(),
            title: option.option_title.trim().to_owned(),
            rank: option.display_rank,
            cpu_and_file_type: option.cpu_and_file_type.trim().to_owned(),
            language_code: option.language_code.trim().to_owned(),
            language_name: option.language_name.trim().to_owned(),
            size: option.file_size.and_then(|size| u64::try_from(size).ok()),
        })
        .collect()
}

/// The pickers over them, in the words of a language.
pub(super) fn pickers(options: &[DownloadOption], choice: &Choice, lang: Lang) -> Pickers {
    let words = Words {
        language: &|tag| format::language(lang, tag),
        bits: &|bits| text::item_bits(lang, &bits.to_string()),
    };
    Pickers::new(options, choice, &words)
}
