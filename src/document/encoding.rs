//! Bytes to text: UTF-8, UTF-16 with a byte order mark, Windows-1256; nothing else.
//! Guessing wrong would turn figures into other figures, so that whatever is not plainly one of these is refused.

use super::place::place;
use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_1256};
use std::borrow::Cow;

/// Why bytes are not text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotText {
    /// A known format that holds text in its own way.
    Format(&'static str),
    /// Something that `gzip` compressed.
    Compressed,
    /// A NUL byte: at this place there is no text.
    Binary(usize),
    /// UTF-8 but for the byte at this line and column.
    BrokenUtf8(usize, usize),
    /// UTF-16 by its mark, but not by its units.
    BrokenUtf16,
    /// Some other encoding.
    Unknown,
}

/// The first bytes of files that people take for text.
const FORMATS: [(&[u8], &str); 7] = [
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "Word, OpenDocument or ZIP"),
    (b"{\\rtf", "RTF"),
    (b"\xD0\xCF\x11\xE0", "Word"),
    (b"\x89PNG", "PNG"),
    (b"\xFF\xD8\xFF", "JPEG"),
    (b"GIF8", "GIF"),
];

/// Whether bytes begin as those of gzip do.
pub(super) fn is_compressed(bytes: &[u8]) -> bool {
    bytes.starts_with(b"\x1F\x8B")
}

/// The text of a file's bytes, without its byte order mark.
pub(super) fn decode(bytes: Vec<u8>) -> Result<String, NotText> {
    if let Some((_, name)) = FORMATS.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Err(NotText::Format(name));
    }
    if is_compressed(&bytes) {
        return Err(NotText::Compressed);
    }
    match Encoding::for_bom(&bytes) {
        Some((encoding, mark)) if encoding == UTF_16LE || encoding == UTF_16BE => {
            let text = encoding.decode_without_bom_handling_and_without_replacement(&bytes[mark..]);
            let text = text.ok_or(NotText::BrokenUtf16)?.into_owned();
            // The mark of UTF-32 begins with that of UTF-16; its text then is half NULs.
            if text.contains('\0') { Err(NotText::Binary(mark)) } else { Ok(text) }
        }
        found => decode_unmarked(&bytes[found.map_or(0, |(_, mark)| mark)..]).map(Cow::into_owned),
    }
}

/// The text of bytes that carry no byte order mark.
pub(super) fn decode_unmarked(bytes: &[u8]) -> Result<Cow<'_, str>, NotText> {
    if let Some(at) = memchr::memchr(0, bytes) {
        return Err(NotText::Binary(at));
    }
    let error = match simdutf8::compat::from_utf8(bytes) {
        Ok(text) => return Ok(Cow::Borrowed(text)),
        Err(error) => error,
    };
    if is_nearly_utf8(bytes) {
        let (line, column) = place(bytes, error.valid_up_to());
        return Err(NotText::BrokenUtf8(line, column));
    }
    let (text, _) = WINDOWS_1256.decode_without_bom_handling(bytes);
    if is_plausible_arabic(&text) { Ok(text) } else { Err(NotText::Unknown) }
}

/// How many characters beyond ASCII tell whether a text is garbled, and how many at the least.
const SAMPLE: usize = 400;
const TELLING: usize = 40;

/// Whether a text reads like Arabic in UTF-8 that was taken for Windows-1256 or Windows-1252: «ط§ظ„», `Ø§Ù„`. There every
/// other character is one of two letters.
pub(super) fn is_garbled(text: &str) -> bool {
    let (mut all, mut arabic, mut latin) = (0, 0, 0);
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next().filter(|_| all < SAMPLE) {
        match c {
            'ط' | 'ظ' => arabic += 1,
            // In Danish a letter of ASCII follows.
            'Ø' | 'Ù' if chars.peek().is_some_and(|next| !next.is_ascii()) => latin += 1,
            _ => {}
        }
        all += usize::from(!c.is_ascii() && !c.is_whitespace());
    }
    all >= TELLING && arabic.max(latin) * 10 >= all * 3
}

/// Whether most of what is not ASCII is valid UTF-8: other encodings hardly ever are by chance.
fn is_nearly_utf8(bytes: &[u8]) -> bool {
    let (mut valid, mut broken) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        valid += chunk.valid().bytes().filter(|byte| !byte.is_ascii()).count();
        broken += chunk.invalid().len();
    }
    valid > broken
}

/// Whether a text decoded as Windows-1256 reads like Arabic. Decoded so, Latin, Cyrillic and ISO-8859-6 texts
/// have accented Latin letters, and UTF-8 has «ط» and «ظ» for every other letter.
fn is_plausible_arabic(text: &str) -> bool {
    let (mut arabic, mut foreign, mut common, mut rare, mut odd) = (0, 0, 0, 0, 0);
    for c in text.chars() {
        match c {
            'ا' | 'ل' => (arabic, common) = (arabic + 1, common + 1),
            'ط' | 'ظ' => (arabic, rare) = (arabic + 1, rare + 1),
            'ـ' => {}
            'ء'..='ي' => arabic += 1,
            '\t' | '\n' | '\r' | '\u{C}' => {}
            // Marks and digits that Arabic texts have.
            '\u{64B}'..='\u{652}' | '،' | '؛' | '؟' | '«' | '»' | '\u{A0}' | '\u{200C}'..='\u{200F}' => {}
            '–' | '—' | '‘' | '’' | '“' | '”' | '…' | '•' | '°' | '±' | '×' | '÷' | '£' | '€' => {
            }
            c if c.is_control() => odd += 1,
            c if c.is_ascii() => {}
            c if c.is_alphabetic() => foreign += 1,
            _ => odd += 1,
        }
    }
    // A few letters say nothing of how often each comes.
    let shaped = arabic < 100 || (common * 100 >= arabic * 12 && rare * 100 <= arabic * 15);
    arabic > 0 && shaped && (foreign + odd) * 10 <= arabic
}

#[cfg(test)]
mod tests {
    use super::*;
    use encoding_rs::{GBK, ISO_8859_6, WINDOWS_1251, WINDOWS_1252};

    const TEXT: &str = "أعلنت الوزارة أن قيمة المشروع بلغت 4.7 مليار ريال، وأن العمل فيه يبدأ بعد شهرين.\n";

    fn utf16(text: &str, big: bool) -> Vec<u8> {
        let unit = |unit: u16| if big { unit.to_be_bytes() } else { unit.to_le_bytes() };
        std::iter::once(0xFEFF).chain(text.encode_utf16()).flat_map(unit).collect()
    }

    fn encoded(encoding: &'static Encoding, text: &str) -> Vec<u8> {
        let (bytes, _, lost) = encoding.encode(text);
        assert!(!lost, "{} lacks a letter of {text}", encoding.name());
        bytes.into_owned()
    }

    #[test]
    fn what_was_read_wrongly_and_saved_is_garbled() {
        for (encoding, garbled) in [(WINDOWS_1256, true), (WINDOWS_1252, true), (encoding_rs::UTF_8, false)] {
            let (text, _) = encoding.decode_without_bom_handling(TEXT.as_bytes());
            assert_eq!(is_garbled(&text), garbled, "{text}");
        }
        assert!(!is_garbled("أطلقت الطائرة من المطار ظهرا، ط."));
        assert!(!is_garbled(&"SØNDAG DEN FØRSTE: RØD GRØD ".repeat(20)));
    }

    #[test]
    fn the_three_encodings_are_read() {
        for bytes in [
            TEXT.as_bytes().to_vec(),
            [b"\xEF\xBB\xBF", TEXT.as_bytes()].concat(),
            utf16(TEXT, false),
            utf16(TEXT, true),
            encoded(WINDOWS_1256, TEXT),
        ] {
            assert_eq!(decode(bytes).as_deref(), Ok(TEXT));
        }
        assert_eq!(decode(encoded(WINDOWS_1256, "خبر قصير")).as_deref(), Ok("خبر قصير"));
        assert_eq!(decode(Vec::new()).as_deref(), Ok(""));
        assert_eq!(decode(b"GDP of 5%".to_vec()).as_deref(), Ok("GDP of 5%"));
    }

    #[test]
    fn anything_else_is_refused() {
        let cyrillic = "Министерство объявило, что стоимость проекта составила несколько миллиардов рублей";
        let french = "Le ministère a annoncé que le coût du projet a été révisé à la hausse après l'été";
        let chinese = "美国政府宣布了一项五千亿美元的人工智能基础设施投资计划，引发市场广泛关注";
        let iso = TEXT.replace('،', ",");
        for (bytes, want) in [
            (encoded(ISO_8859_6, &iso), NotText::Unknown),
            (encoded(WINDOWS_1251, cyrillic), NotText::Unknown),
            (encoded(WINDOWS_1252, french), NotText::Unknown),
            (encoded(GBK, chinese), NotText::Unknown),
            ([TEXT.as_bytes(), b"\xD8 \n", TEXT.as_bytes()].concat(), NotText::BrokenUtf8(2, 1)),
            (TEXT.as_bytes()[..20].to_vec(), NotText::BrokenUtf8(1, 11)),
            (b"abc\0def".to_vec(), NotText::Binary(3)),
            (utf16(TEXT, false)[2..].to_vec(), NotText::Binary(11)),
            (utf16(TEXT, false)[..9].to_vec(), NotText::BrokenUtf16),
            (b"\xFF\xFE\0\0A\0\0\0".to_vec(), NotText::Binary(2)),
            (b"%PDF-1.7 \xFF\x00".to_vec(), NotText::Format("PDF")),
            (b"PK\x03\x04...".to_vec(), NotText::Format("Word, OpenDocument or ZIP")),
            (b"\x1F\x8B\x08\0".to_vec(), NotText::Compressed),
            (vec![0xFF; 40], NotText::Unknown),
        ] {
            assert_eq!(decode(bytes), Err(want));
        }
    }
}
