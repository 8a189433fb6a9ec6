//! index.html as it is shipped.

use crate::failure::Result;

/// What is put into the page.
pub struct Parts<'a> {
    /// The path the page is hosted under; begins and ends with `/`.
    pub base: &'a str,
    /// The content security policy for `<meta>`.
    pub policy: &'a str,
    /// Elements for the head: style sheet and boot module.
    pub assets: &'a str,
    /// The drawing of all icons.
    pub icons: &'a str,
}

/// Completes the source of the page at its marks: comments like
/// `<!-- assets: … -->` … `<!-- /assets -->`.
pub fn complete(source: &str, parts: &Parts) -> Result<String> {
    let policy = format!(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">",
        parts.policy
    );
    let page = source.replace("=\"/", &format!("=\"{}", parts.base));
    let page = replace_comment(&page, "head", &policy)?;
    let page = replace_between(&page, "assets", parts.assets)?;
    replace_between(&page, "icons", parts.icons)
}

/// An element that loads the style sheet.
pub fn stylesheet(href: &str, integrity: &str) -> String {
    format!("<link rel=\"stylesheet\" href=\"{href}\" integrity=\"{integrity}\" crossorigin>")
}

/// An element that loads the boot module.
pub fn module(src: &str, integrity: &str) -> String {
    format!("<script type=\"module\" src=\"{src}\" integrity=\"{integrity}\" crossorigin></script>")
}

fn replace_comment(page: &str, name: &str, by: &str) -> Result<String> {
    let (before, after) = cut(page, &format!("<!-- {name}: "))?;
    let (_, after) = cut(after, "-->")?;
    Ok(format!("{before}{by}{after}"))
}

fn replace_between(page: &str, name: &str, by: &str) -> Result<String> {
    let (before, after) = cut(page, &format!("<!-- {name}: "))?;
    let (_, after) = cut(after, &format!("<!-- /{name} -->"))?;
    Ok(format!("{before}{by}{after}"))
}

fn cut<'a>(page: &'a str, at: &str) -> Result<(&'a str, &'a str)> {
    page.split_once(at)
        .ok_or_else(|| format!("index.html has no mark “{at}”.").into())
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = "<head><!-- head: policy --><meta name=\"base-path\" content=\"/\">\
        <link href=\"/favicon.svg\"><!-- assets: a --><link data-trunk><!-- /assets --></head>\
        <body><!-- icons: i --><link data-trunk><!-- /icons --></body>";

    #[test]
    fn marks_are_filled_and_paths_moved() {
        let parts = Parts {
            base: "/sub/",
            policy: "default-src 'none'",
            assets: "<script>",
            icons: "<svg/>",
        };
        assert_eq!(
            complete(SOURCE, &parts).unwrap(),
            "<head><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\">\
             <meta name=\"base-path\" content=\"/sub/\"><link href=\"/sub/favicon.svg\"><script></head>\
             <body><svg/></body>"
        );
    }

    #[test]
    fn a_missing_mark_is_said() {
        let parts = Parts {
            base: "/",
            policy: "",
            assets: "",
            icons: "",
        };
        let said = complete("<head>", &parts).unwrap_err().to_string();
        assert!(said.contains("<!-- head: "));
    }
}
