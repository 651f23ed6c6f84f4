//! Tells a headline's words from the claims that it cites, `[@id]`.

/// Cuts the marks out of a headline: returns its words, and the ids that it cites.
pub(super) fn cut(text: &str) -> (String, Vec<&str>) {
    let (mut words, mut ids) = (String::new(), Vec::new());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("[@") {
        let Some((inside, behind)) = after.split_once(']') else {
            break;
        };
        words.push_str(before.trim_end());
        let cited = inside.split([';', ',']);
        ids.extend(cited.map(|id| id.trim().trim_start_matches('@')));
        rest = behind;
    }
    words.push_str(rest);
    (words, ids)
}
