//! The sample files under `/sandbox/downloads`, for who holds a link that is still good.

use crate::model::Timestamp;
use crate::sandbox::Sandbox;
use crate::sandbox::call::Call;
use crate::sandbox::downloads::owner;
use crate::sandbox::failure::{Failure, fail, no_such_resource};
use crate::sandbox::files::{Grant, bytes, name};
use crate::sandbox::http::{Request, Response};
use crate::sandbox::product_keys::revoked;
use crate::sandbox::seed::catalog::File;
use crate::sandbox::seed::company::Company;
use crate::sandbox::seed::who::Who;
use crate::sandbox::settings::Settings;
use crate::sandbox::support;

/// Answers the address of a file, which a server can refuse and a static host cannot: 403 for a query
/// that is not ours, 410 for a link that has expired or whose order was cancelled.
pub fn serve(sandbox: &mut Sandbox, request: &Request, real_now: Timestamp) -> Response {
    match granted(sandbox, request, real_now) {
        Ok(file) => {
            let kind = if file == File::Iso {
                "application/x-iso9660-image"
            } else {
                "application/zip"
            };
            let disposition = format!("attachment; filename=\"{}\"", name(file));
            Response::text(200, kind, bytes(file)).with("Content-Disposition", disposition)
        }
        Err(failure) => failure.response(),
    }
    .with("Cache-Control", "no-store")
}

fn granted(sandbox: &mut Sandbox, request: &Request, real_now: Timestamp) -> Result<File, Failure> {
    let files = [File::Iso, File::Zip];
    let asked = request.path.last().map_or("", String::as_str);
    let file = files
        .into_iter()
        .find(|file| name(*file) == asked)
        .ok_or_else(no_such_resource)?;
    let grant = read(request).ok_or_else(|| fail(403, "2032", "The link is not valid."))?;
    let settings = Settings::load(&sandbox.documents, &sandbox.start);
    let now = settings.now(real_now);
    if grant.expires < now {
        return Err(fail(410, "800037", "The link has expired."));
    }
    let company = Who::from_tenant(&grant.customer)
        .map(Company::of)
        .ok_or_else(revoked)?;
    let mut call = Call::new(sandbox, &settings, request, Vec::new(), now);
    support::act(&mut call);
    owner(call.purchases(&company), &grant.product, &grant.sku)?;
    Ok(file)
}

/// Reads the query of a link; `None` unless it is one of ours.
fn read(request: &Request) -> Option<Grant> {
    let text = |name: &str| request.parameter(name).map(str::to_owned);
    let expires = Timestamp::from_millis(text("expires")?.parse().ok()?);
    let grant = Grant {
        customer: text("customer")?,
        product: text("product")?,
        sku: text("sku")?,
        expires,
    };
    (format!("{:016x}", grant.signature()) == text("signature")?).then_some(grant)
}
