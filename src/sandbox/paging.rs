//! Collections that come page by page: `size`, then `seekOperation=Next` with the token that the page
//! before gave in `links.next.headers` (and as `continuationToken` beside `items`).

use serde_json::{Value, json};

use super::base64;
use super::failure::{Failure, fail, invalid};
use super::http::{Request, encode};
use super::json::{attributes, link};
use crate::partner_center::filter::Filter;
use crate::partner_center::json::decode;

/// The largest page, and the one for `size=0`.
pub const LARGEST: usize = 500;

/// Which part of a collection is asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    pub from: usize,
    pub size: usize,
    pub filter: Option<Filter>,
}

impl Page {
    /// # Errors
    /// 400 for a size, filter, token or seek operation that cannot be read.
    pub fn asked_for(request: &Request) -> Result<Page, Failure> {
        let size = match request.parameter("size") {
            Some(text) => Some(text.parse().map_err(|_| invalid("size"))?),
            None => None,
        };
        let filter = match request.parameter("filter") {
            Some(text) => Some(read_filter(text)?),
            None => None,
        };
        let mut page = match request
            .parameter("seekOperation")
            .map(str::to_ascii_lowercase)
            .as_deref()
        {
            None | Some("first") => Page {
                from: 0,
                size: 0,
                filter: None,
            },
            Some("next") => {
                let token = request.headers.get("MS-ContinuationToken");
                token
                    .and_then(read_token)
                    .ok_or_else(|| invalid("MS-ContinuationToken"))?
            }
            Some(_) => return Err(fail(400, "900141", "The seek operation is not supported.")),
        };
        page.size = size.unwrap_or(page.size);
        if page.size == 0 || page.size > LARGEST {
            page.size = LARGEST;
        }
        page.filter = filter.or(page.filter);
        Ok(page)
    }

    /// The envelope around the items of this page, of a set that has `total` of them. `query` is what
    /// the path carries besides the size.
    pub fn envelope(&self, path: &str, query: &str, items: Vec<Value>, total: usize) -> Value {
        let uri = format!("{path}?{query}size={}{}", self.size, self.filter_query());
        let end = self.from + items.len();
        let mut body = json!({
            "totalCount": items.len(),
            "items": items,
            "links": { "self": link(uri.as_str()) },
            "attributes": attributes("Collection"),
        });
        if end < total {
            let token = Page {
                from: end,
                ..self.clone()
            }
            .token();
            let header = json!({ "key": "MS-ContinuationToken", "value": token });
            let uri = format!("{uri}&seekOperation=Next");
            body["links"]["next"] = json!({ "uri": uri, "method": "GET", "headers": [header] });
            body["continuationToken"] = token.into();
        }
        body
    }

    fn filter_query(&self) -> String {
        let filter = self.filter.as_ref().map(|filter| json!(filter).to_string());
        filter.map_or(String::new(), |filter| {
            format!("&filter={}", encode(&filter))
        })
    }

    fn token(&self) -> String {
        base64::encode(
            json!([self.from, self.size, self.filter])
                .to_string()
                .as_bytes(),
        )
    }
}

fn read_token(token: &str) -> Option<Page> {
    let parts: Value = serde_json::from_slice(&base64::decode(token)?).ok()?;
    let number = |place: usize| parts.get(place)?.as_u64().map(|number| number as usize);
    let filter = parts.get(2)?.clone();
    let filter = if filter.is_null() {
        None
    } else {
        Some(decode(filter).ok()?)
    };
    Some(Page {
        from: number(0)?,
        size: number(1)?,
        filter,
    })
}

fn read_filter(text: &str) -> Result<Filter, Failure> {
    serde_json::from_str(text).map_err(|_| invalid("filter"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_leads_to_the_next_page_with_the_same_filter() {
        let filter = "%7B%22Field%22%3A%22Domain%22%2C%22Value%22%3A%22c%22%2C%22Operator%22%3A%22starts_with%22%7D";
        let first = Request::new("GET", "", &format!("/customers?size=2&filter={filter}"));
        let page = Page::asked_for(&first).unwrap();
        let body = page.envelope("/customers", "", vec![1.into(), 2.into()], 3);
        assert_eq!(body["totalCount"], 2);
        let header = &body["links"]["next"]["headers"][0];
        assert_eq!(header["key"], "MS-ContinuationToken");
        let mut next = Request::new("GET", "", "/customers?seekOperation=Next");
        next.headers
            .set("MS-ContinuationToken", header["value"].as_str().unwrap());
        let next = Page::asked_for(&next).unwrap();
        assert_eq!((next.from, next.size, &next.filter), (2, 2, &page.filter));
        assert!(next.envelope("/customers", "", vec![3.into()], 3)["links"]["next"].is_null());
    }

    #[test]
    fn what_cannot_be_read_is_refused() {
        for target in [
            "/a?size=-1",
            "/a?size=x",
            "/a?filter=%7B",
            "/a?seekOperation=Next",
            "/a?seekOperation=Last",
        ] {
            let asked = Page::asked_for(&Request::new("GET", "", target));
            assert_eq!(asked.unwrap_err().status, 400, "{target}");
        }
        let all = Page::asked_for(&Request::new("GET", "", "/a?size=0")).unwrap();
        assert_eq!((all.from, all.size), (0, LARGEST));
    }
}
