//! Reads what works say of themselves that are no pages: messages by their heads, PDFs.

use super::stated::{Said, add};
use crate::evidence::Kept;

/// Adds what a message or a PDF says of itself. When a PDF was made is not when it appeared.
pub(super) fn read(kept: &Kept, said: &mut Said) {
    let around = &kept.around;
    for (value, values, from) in [
        (&around.subject, &mut said.title, "Subject"),
        (&around.sender, &mut said.author, "From"),
        (&around.date, &mut said.issued, "Date"),
    ] {
        if let Some(value) = value {
            add(values, value, from);
        }
    }
    let Some(pdf) = kept.snapshot.about_pdf() else {
        return;
    };
    if let Some(title) = pdf.title.as_deref().filter(|title| !is_file_name(title)) {
        add(&mut said.title, title, "PDF Title");
    }
    if let Some(author) = &pdf.author {
        add(&mut said.author, author, "PDF Author");
    }
    if let Some((year, month, day)) = pdf.made {
        let day = format!("{year:04}-{month:02}-{day:02}");
        add(&mut said.made, &day, "PDF CreationDate");
    }
}

/// Says whether a title is the name of the file that the PDF was made of, as programs put it in.
fn is_file_name(title: &str) -> bool {
    const ENDINGS: &[&str] = &[
        ".doc", ".docx", ".odt", ".indd", ".pdf", ".rtf", ".tex", ".qxd",
    ];
    let lower = title.trim().to_lowercase();
    lower.starts_with("microsoft word - ") || ENDINGS.iter().any(|ending| lower.ends_with(ending))
}

#[cfg(test)]
mod tests {
    use super::is_file_name;

    #[test]
    fn names_of_files_are_no_titles() {
        assert!(is_file_name("Microsoft Word - works_final2"));
        assert!(is_file_name("works_final2.DOCX"));
        assert!(!is_file_name("The works of 2026"));
    }
}
