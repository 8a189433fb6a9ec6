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
        let mut stream = TcpStream::connect(&self.address).unwrap();
        let length = body.len();
        let request = format!(
            "{head} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\nOrigin: https://other.example\r\nContent-Length: {length}\r\n\r\n{body}",
            self.address
        );
        stream.write_all(request.as_bytes()).unwrap();
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
