//! The program: arguments in, exit status out.

use rayon::prelude::*;
use std::io::{self, Write};
use std::process::ExitCode;
use tadqiq::align::{self, AlignOptions, Extracted};
use tadqiq::document::Document;
use tadqiq::lexicon::Lexicon;
use tadqiq::report::{self, Findings, Options};
use tadqiq::review::Decisions;
use tadqiq::{extract, rules};

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match run(&args) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("tadqiq: {error}");
            ExitCode::from(2)
        }
    }
}

fn run(args: &[String]) -> Result<ExitCode, Box<dyn std::error::Error>> {
    let lexicon = Lexicon::builtin();
    let mut documents = Vec::new();
    for path in args.iter().skip(3) {
        for line in std::fs::read_to_string(path)?.lines() {
            let value: serde_json::Value = serde_json::from_str(line)?;
            let field = |name: &str| value[name].as_str().map(str::to_string);
            documents.push(Document {
                id: field("id").unwrap_or_default(),
                text: field("text").unwrap_or_default(),
                publisher: field("publisher"),
                published: field("published").and_then(|date| date.parse().ok()),
                ..Document::default()
            });
        }
    }
    let extracted: Vec<Extracted> = documents
        .into_par_iter()
        .map(|document| Extracted { figures: extract::figures(&document, lexicon), document })
        .collect();
    let mut out = io::BufWriter::new(io::stdout().lock());
    if args.first().is_some_and(|verb| verb == "extract") {
        report::figures::write(report::figures::Format::Jsonl, &extracted, &Options::default(), &mut out)?;
    } else {
        let alignment = align::claims(&extracted, lexicon, &AlignOptions::default());
        let conflicts = rules::conflicts(&extracted, &alignment, &rules::Checks::builtin());
        let findings = Findings {
            documents: &extracted,
            alignment: &alignment,
            conflicts: &conflicts,
            left_out: 0,
            decisions: &Decisions::default(),
        };
        report::conflicts::write(report::conflicts::Format::Json, &findings, &Options::default(), &mut out)?;
    }
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}
