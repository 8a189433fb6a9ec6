//! The Content Security Policy. It is a constant but for `connect-src`, which
//! names the origins a deployment is configured to call.

/// The policy as a response header.
///
/// `connect` holds origins (`https://api.example`) that the page may call
/// besides its own.
#[must_use]
pub fn content_security_policy(connect: &[String]) -> String {
    join(connect, true)
}

/// The policy as it stands in a `<meta>` element, for hosts that send no
/// headers. `frame-ancestors` is left out: browsers ignore it there and
/// complain on the console.
#[must_use]
pub fn meta_content_security_policy(connect: &[String]) -> String {
    join(connect, false)
}

fn join(connect: &[String], as_header: bool) -> String {
    let connect = connect
        .iter()
        .fold("connect-src 'self'".to_owned(), |all, origin| {
            all + " " + origin
        });
    let mut directives = vec![
        "default-src 'none'",
        "script-src 'self' 'wasm-unsafe-eval'",
        "style-src 'self'",
        "img-src 'self'",
        "font-src 'self'",
        &connect,
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
    ];
    if as_header {
        directives.push("frame-ancestors 'none'");
    }
    directives.extend([
        "frame-src 'none'",
        "object-src 'none'",
        "worker-src 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types default",
    ]);
    directives.join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_connect_src_varies() {
        let own = content_security_policy(&[]);
        let other = content_security_policy(&["https://api.example".into()]);
        assert!(own.contains("connect-src 'self';"));
        assert_eq!(
            own.replace(
                "connect-src 'self'",
                "connect-src 'self' https://api.example"
            ),
            other
        );
    }

    #[test]
    fn meta_lacks_only_frame_ancestors() {
        let header = content_security_policy(&[]);
        assert_eq!(
            header.replace("frame-ancestors 'none'; ", ""),
            meta_content_security_policy(&[])
        );
    }

    #[test]
    fn nothing_unsafe_but_compiling_webassembly() {
        let policy = content_security_policy(&[]);
        assert_eq!(policy.matches("unsafe").count(), 1);
        assert!(!policy.contains("data:") && !policy.contains("blob:") && !policy.contains('*'));
    }
}
