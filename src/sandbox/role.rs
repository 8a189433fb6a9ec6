//! `GET /extensions/role`: the visitor's role, which the real API does not tell. Ours alone.

use serde_json::json;

use super::call::Call;
use super::failure::Failure;
use super::http::Response;

pub fn one(call: &mut Call) -> Result<Response, Failure> {
    Ok(Response::json(200, &json!({ "role": call.settings.role })))
}
