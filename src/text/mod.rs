//! Arabic text: folding with offsets kept, tokens, sentences, stems, bidi isolation.
//! Not here: what words mean (`lexicon/`).
