use std::io::{BufRead, Write};
fn main() {
    let args: Vec<String> = std::env::args().collect();
    let path = args.last().unwrap();
    let lexicon = tadqiq::lexicon::Lexicon::builtin();
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for line in std::io::BufReader::new(std::fs::File::open(path).unwrap()).lines() {
        let v: serde_json::Value = serde_json::from_str(&line.unwrap()).unwrap();
        let doc = tadqiq::document::Document {
            id: v["id"].as_str().unwrap().into(),
            text: v["text"].as_str().unwrap().into(),
            published: v["published"].as_str().and_then(|p| p.parse().ok()),
            ..Default::default()
        };
        for f in tadqiq::extract::figures(&doc, lexicon) {
            let r = tadqiq::figure::FigureRecord::new(&doc.id, &f);
            writeln!(out, "{}", serde_json::to_string(&r).unwrap()).unwrap();
        }
    }
}
