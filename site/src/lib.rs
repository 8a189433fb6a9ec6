//! What a static host of Latchkey sends: headers, content types, files.
