use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};

use super::*;

/// A running `sandbox_server`, ended with the test.
struct Server {
    process: Child,
    address: String,
}

impl Server {
    fn start(arguments: &[&str]) -> Server {
        let mut process = Command::new(env!("CARGO_BIN_EXE_sandbox_server"))
            .args(arguments)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(process.stdout.take().unwrap())
            .read_line(&mut line)
            .unwrap();
        let address = line.trim().strip_prefix("http://").unwrap().to_owned();
        Server { process, address }
    }

    /// All that comes back for a request, as text; empty when the connection just ends.
    fn send(&self, head: &str, body: &str) -> String {
        self.send_bytes(head, body.as_bytes())
    }

    fn send_bytes(&self, head: &str, body: &[u8]) -> String {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        let length = body.len();
        let request = format!(
            "{head} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\nOrigin: https://other.example\r\nContent-Length: {length}\r\n\r\n",
            self.address
        );
        stream.write_all(request.as_bytes()).unwrap();
        stream.write_all(body).unwrap();
        let mut answer = Vec::new();
        // A connection that is cut is an error for the reader; what came before it counts.
        let _cut = stream.read_to_end(&mut answer);
        String::from_utf8_lossy(&answer).into_owned()
    }

    fn get(&self, target: &str) -> String {
        self.send(&format!("GET {target}"), "")
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }
}

#[test]
fn it_serves_the_contract_to_pages_of_any_origin() {
    let server = Server::start(&["--port", "0", "--customers", "100000"]);
    let answer = server.get("/v1/customers?size=2");
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    assert!(answer.contains("access-control-allow-origin: *"));
    assert!(answer.contains("access-control-expose-headers: "));
    let body: Value = serde_json::from_str(answer.split("\r\n\r\n").nth(1).unwrap()).unwrap();
    assert_eq!(body["totalCount"], 2);
    let asked = server.send("OPTIONS /v1/customers", "");
    assert!(asked.starts_with("HTTP/1.1 204"), "{asked}");
    assert!(server.get("/elsewhere").starts_with("HTTP/1.1 404"));
}

#[test]
fn its_faults_happen_on_the_socket() {
    let server = Server::start(&[
        "--fault",
        "GET /customers network nth=1",
        "--fault",
        "GET /customers cut_body nth=2",
        "--fault",
        "GET /customers 503 nth=3 retry-after=7",
    ]);
    assert_eq!(server.get("/v1/customers"), "");
    let cut = server.get("/v1/customers");
    let (head, body) = cut.split_once("\r\n\r\n").unwrap();
    let length = head
        .lines()
        .find_map(|line| line.strip_prefix("content-length: "))
        .unwrap();
    assert!(body.len() < length.parse().unwrap(), "{head}");
    let refused = server.get("/v1/customers");
    assert!(
        refused.starts_with("HTTP/1.1 503") && refused.contains("retry-after: 7"),
        "{refused}"
    );
    assert!(server.get("/v1/customers").starts_with("HTTP/1.1 200"));
}

#[test]
fn its_controls_are_set_over_http() {
    let server = Server::start(&["--role", "sales_agent"]);
    assert!(
        server
            .get("/v1/extensions/sandbox")
            .contains("\"role\":\"sales_agent\"")
    );
    let set = server.send(
        "PUT /v1/extensions/sandbox",
        "{\"Role\":\"helpdesk_agent\"}",
    );
    assert!(set.contains("\"role\":\"helpdesk_agent\""), "{set}");
    let refused = server.send("PUT /v1/extensions/sandbox", "{\"role\":\"king\"}");
    assert!(refused.starts_with("HTTP/1.1 400"), "{refused}");
    let reset = server.send("POST /v1/extensions/sandbox/reset", "");
    assert!(reset.contains("\"role\":\"sales_agent\""), "{reset}");
}

#[test]
fn a_download_is_real_until_it_is_revoked() {
    let server = Server::start(&[]);
    let mut sandbox = Sandbox::new(60);
    let customer = software::customer(&mut sandbox, "Contoso");
    let options = server.get(&format!(
        "/v1{customer}/products/DG7GMGF0DWTK/skus/0001/downloadoptions"
    ));
    let options: Value = serde_json::from_str(options.split("\r\n\r\n").nth(1).unwrap()).unwrap();
    let link = options["items"][0]["downloadLink"]["uri"].as_str().unwrap();
    let link = server.get(&format!("/v1{link}"));
    let link: Value = serde_json::from_str(link.split("\r\n\r\n").nth(1).unwrap()).unwrap();
    let address = link["uri"]
        .as_str()
        .unwrap()
        .strip_prefix(&format!("http://{}", server.address))
        .unwrap()
        .to_owned();
    let file = server.get(&address);
    assert!(file.starts_with("HTTP/1.1 200") && file.contains("LATCHKEY_SAMPLE"));
    assert!(
        server
            .get(&address.replace("DG7GMGF0DWTK", "DG7GMGF0DWVP"))
            .starts_with("HTTP/1.1 403")
    );
    server.send(
        "PUT /v1/extensions/sandbox",
        r#"{"clock":{"offsetMs":500000000}}"#,
    );
    assert!(server.get(&address).starts_with("HTTP/1.1 410"));
}

/// The body of an answer, which is there.
fn body(answer: &str) -> Value {
    serde_json::from_str(answer.split("\r\n\r\n").nth(1).unwrap()).unwrap()
}

/// Buys as any client does that knows nothing but the published contract; `line` writes the line of
/// the cart.
fn buys_and_reads_the_key(line: fn(&Value) -> String) {
    let server = Server::start(&["--provisioning", "0", "--products", "200"]);
    let get = |target: &str| body(&server.get(&format!("/v1{target}")));
    let customers = get("/customers?size=12");
    let customer = format!(
        "/customers/{}",
        customers["items"][11]["id"].as_str().unwrap()
    );
    let products = get(&format!("{customer}/products?targetView=SoftwarePerpetual"));
    let products = products["items"].as_array().unwrap();
    assert!(products.len() > 150);
    let product = products
        .iter()
        .find(|product| product["title"] == "Visio LTSC Standard 2024")
        .unwrap();
    let skus = get(product["links"]["skus"]["uri"].as_str().unwrap());
    let availabilities = get(skus["items"][0]["links"]["availabilities"]["uri"]
        .as_str()
        .unwrap());
    let made = server.send(
        &format!("POST /v1{customer}/carts"),
        &line(&availabilities["items"][0]["catalogItemId"]),
    );
    assert!(made.starts_with("HTTP/1.1 201"), "{made}");
    let cart = body(&made);
    let cart = cart["links"]["self"]["uri"].as_str().unwrap();
    let done = server.send(&format!("POST /v1{cart}/checkout"), "");
    assert!(done.starts_with("HTTP/1.1 201"), "{done}");
    let bought = body(&done)["orders"][0].clone();
    let order = get(bought["links"]["self"]["uri"].as_str().unwrap());
    assert_eq!(order["status"], "completed");
    assert_eq!(order["lineItems"][0]["quantity"], 3);
    let entitlements = get(&format!("{customer}/entitlements?entitlementType=software"));
    let mut entitlements = entitlements["items"].as_array().unwrap().iter();
    let owned = entitlements
        .find(|owned| owned["referenceOrder"]["id"] == order["id"])
        .unwrap();
    let key = get(owned["entitledArtifacts"][0]["link"]["uri"]
        .as_str()
        .unwrap());
    assert!(key["productKey"].as_str().unwrap().starts_with("0000"));
    let state = get("/extensions/sandbox");
    let effects = state["effects"]["byBusinessKey"].as_object().unwrap();
    let orders = effects.iter().filter(|(key, _)| key.starts_with("order:"));
    assert_eq!(orders.map(|(_, count)| count).collect::<Vec<_>>(), [1]);
}

#[test]
fn another_client_buys_in_camel_case() {
    buys_and_reads_the_key(|item| {
        format!(
            r#"{{"lineItems":[{{"id":0,"catalogItemId":{item},"quantity":3,"billingCycle":"one_time"}}]}}"#
        )
    });
}

#[test]
fn another_client_buys_in_pascal_case() {
    buys_and_reads_the_key(|item| {
        format!(
            r#"{{"Id":null,"LineItems":[{{"Id":0,"CatalogItemId":{item},"FriendlyName":null,"Quantity":3,"BillingCycle":"one_time","TermDuration":null,"Participants":null,"ProvisioningContext":{{}}}}]}}"#
        )
    });
}

#[test]
fn another_client_cancels_and_the_file_is_gone() {
    let server = Server::start(&[]);
    let mut sandbox = Sandbox::new(60);
    let customer = software::customer(&mut sandbox, "Blue Yonder Airlines");
    let get = |target: &str| body(&server.get(&format!("/v1{target}")));
    let order = get(&format!("{customer}/orders"))["items"][0].clone();
    let line = &order["lineItems"][0];
    let sku = line["links"]["sku"]["uri"].as_str().unwrap();
    let sku = sku.split('?').next().unwrap();
    let options = get(&format!("{customer}{sku}/downloadoptions"));
    let link = get(options["items"][0]["downloadLink"]["uri"].as_str().unwrap());
    let address = link["uri"].as_str().unwrap();
    let file = address.strip_prefix(&format!("http://{}", server.address));
    let file = file.unwrap().to_owned();
    assert!(server.get(&file).starts_with("HTTP/1.1 200"));
    let path = order["links"]["patchOperation"]["uri"].as_str().unwrap();
    let cancelled = server.send(
        &format!("PATCH /v1{path}"),
        &format!(
            r#"{{"id":{},"status":"cancelled","lineItems":[{{"lineItemNumber":0,"offerId":{}}}]}}"#,
            order["id"], line["offerId"]
        ),
    );
    assert!(cancelled.starts_with("HTTP/1.1 200"), "{cancelled}");
    assert_eq!(body(&cancelled)["status"], "cancelled");
    assert!(server.get(&file).starts_with("HTTP/1.1 410"));
}

#[test]
fn another_client_sends_a_file() {
    let server = Server::start(&["--support", "0"]);
    let made = server.send(
        "POST /v1/extensions/attachments",
        r#"{"FileName":"proof.zip","Size":524544,"ContentType":"application/zip"}"#,
    );
    assert!(made.starts_with("HTTP/1.1 201"), "{made}");
    let path = format!(
        "/v1/extensions/attachments/{}",
        body(&made)["id"].as_str().unwrap()
    );
    // Every byte there is, so that none is taken for text.
    let bytes: Vec<u8> = (0..=255).cycle().take(524_544).collect();
    for (number, chunk) in bytes.chunks(524_288).enumerate() {
        let sent = server.send_bytes(&format!("PUT {path}/chunks/{number}"), chunk);
        assert!(sent.starts_with("HTTP/1.1 200"), "{sent}");
    }
    assert_eq!(body(&server.get(&path))["received"], 524_544);
    let mut stream = TcpStream::connect(&server.address).unwrap();
    let head = format!("GET {path}/content HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    stream.write_all(head.as_bytes()).unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    assert!(answer.ends_with(&bytes));
    let removed = server.send(&format!("DELETE {path}"), "");
    assert!(removed.starts_with("HTTP/1.1 204"), "{removed}");
}
