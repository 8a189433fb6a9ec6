//! Languages that the seed's software comes in.

use super::Language;

/// Forty languages.
pub const ALL: &[Language] = &[
    ("ar-SA", "Arabic (Saudi Arabia)"),
    ("bg-BG", "Bulgarian (Bulgaria)"),
    ("zh-CN", "Chinese (Simplified)"),
    ("zh-TW", "Chinese (Traditional)"),
    ("hr-HR", "Croatian (Croatia)"),
    ("cs-CZ", "Czech (Czechia)"),
    ("da-DK", "Danish (Denmark)"),
    ("nl-NL", "Dutch (Netherlands)"),
    ("en-GB", "English (United Kingdom)"),
    ("en-US", "English (United States)"),
    ("et-EE", "Estonian (Estonia)"),
    ("fi-FI", "Finnish (Finland)"),
    ("fr-CA", "French (Canada)"),
    ("fr-FR", "French (France)"),
    ("de-DE", "German (Germany)"),
    ("el-GR", "Greek (Greece)"),
    ("he-IL", "Hebrew (Israel)"),
    ("hi-IN", "Hindi (India)"),
    ("hu-HU", "Hungarian (Hungary)"),
    ("id-ID", "Indonesian (Indonesia)"),
    ("it-IT", "Italian (Italy)"),
    ("ja-JP", "Japanese (Japan)"),
    ("kk-KZ", "Kazakh (Kazakhstan)"),
    ("ko-KR", "Korean (Korea)"),
    ("lv-LV", "Latvian (Latvia)"),
    ("lt-LT", "Lithuanian (Lithuania)"),
    ("ms-MY", "Malay (Malaysia)"),
    ("nb-NO", "Norwegian Bokmål (Norway)"),
    ("pl-PL", "Polish (Poland)"),
    ("pt-BR", "Portuguese (Brazil)"),
    ("pt-PT", "Portuguese (Portugal)"),
    ("ro-RO", "Romanian (Romania)"),
    ("ru-RU", "Russian (Russia)"),
    ("sr-Latn-RS", "Serbian (Latin, Serbia)"),
    ("sk-SK", "Slovak (Slovakia)"),
    ("sl-SI", "Slovenian (Slovenia)"),
    ("es-ES", "Spanish (Spain)"),
    ("sv-SE", "Swedish (Sweden)"),
    ("th-TH", "Thai (Thailand)"),
    ("tr-TR", "Turkish (Türkiye)"),
];

/// Twenty-six languages.
pub const MANY: &[Language] = &[
    ("zh-CN", "Chinese (Simplified)"),
    ("zh-TW", "Chinese (Traditional)"),
    ("cs-CZ", "Czech (Czechia)"),
    ("da-DK", "Danish (Denmark)"),
    ("nl-NL", "Dutch (Netherlands)"),
    ("en-GB", "English (United Kingdom)"),
    ("en-US", "English (United States)"),
    ("fi-FI", "Finnish (Finland)"),
    ("fr-CA", "French (Canada)"),
    ("fr-FR", "French (France)"),
    ("de-DE", "German (Germany)"),
    ("el-GR", "Greek (Greece)"),
    ("he-IL", "Hebrew (Israel)"),
    ("hu-HU", "Hungarian (Hungary)"),
    ("it-IT", "Italian (Italy)"),
    ("ja-JP", "Japanese (Japan)"),
    ("ko-KR", "Korean (Korea)"),
    ("nb-NO", "Norwegian Bokmål (Norway)"),
    ("pl-PL", "Polish (Poland)"),
    ("pt-BR", "Portuguese (Brazil)"),
    ("pt-PT", "Portuguese (Portugal)"),
    ("ro-RO", "Romanian (Romania)"),
    ("ru-RU", "Russian (Russia)"),
    ("es-ES", "Spanish (Spain)"),
    ("sv-SE", "Swedish (Sweden)"),
    ("tr-TR", "Turkish (Türkiye)"),
];

/// Twenty-four languages: those of the oldest version, which has neither Canadian French nor Hebrew.
pub const OLDER: &[Language] = &[
    ("zh-CN", "Chinese (Simplified)"),
    ("zh-TW", "Chinese (Traditional)"),
    ("cs-CZ", "Czech (Czechia)"),
    ("da-DK", "Danish (Denmark)"),
    ("nl-NL", "Dutch (Netherlands)"),
    ("en-GB", "English (United Kingdom)"),
    ("en-US", "English (United States)"),
    ("fi-FI", "Finnish (Finland)"),
    ("fr-FR", "French (France)"),
    ("de-DE", "German (Germany)"),
    ("el-GR", "Greek (Greece)"),
    ("hu-HU", "Hungarian (Hungary)"),
    ("it-IT", "Italian (Italy)"),
    ("ja-JP", "Japanese (Japan)"),
    ("ko-KR", "Korean (Korea)"),
    ("nb-NO", "Norwegian Bokmål (Norway)"),
    ("pl-PL", "Polish (Poland)"),
    ("pt-BR", "Portuguese (Brazil)"),
    ("pt-PT", "Portuguese (Portugal)"),
    ("ro-RO", "Romanian (Romania)"),
    ("ru-RU", "Russian (Russia)"),
    ("es-ES", "Spanish (Spain)"),
    ("sv-SE", "Swedish (Sweden)"),
    ("tr-TR", "Turkish (Türkiye)"),
];

/// Nine languages of server products.
pub const SERVER: &[Language] = &[
    ("zh-CN", "Chinese (Simplified)"),
    ("en-US", "English (United States)"),
    ("fr-FR", "French (France)"),
    ("de-DE", "German (Germany)"),
    ("it-IT", "Italian (Italy)"),
    ("ja-JP", "Japanese (Japan)"),
    ("ko-KR", "Korean (Korea)"),
    ("pt-BR", "Portuguese (Brazil)"),
    ("es-ES", "Spanish (Spain)"),
];

/// Six languages.
pub const FEW: &[Language] = &[
    ("en-US", "English (United States)"),
    ("fr-FR", "French (France)"),
    ("de-DE", "German (Germany)"),
    ("it-IT", "Italian (Italy)"),
    ("ja-JP", "Japanese (Japan)"),
    ("es-ES", "Spanish (Spain)"),
];

/// Software whose one file holds every language.
pub const ONE: &[Language] = &[("mul", "Multiple languages")];

pub const ENGLISH: &[Language] = &[("en-US", "English (United States)")];
