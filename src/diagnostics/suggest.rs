//! "Did you mean": the nearest of a set of names.

/// Returns the candidate nearest to a name, if one is near enough to be meant.
///
/// Near is at most one edit for every three characters (Damerau–Levenshtein). Of equally near
/// candidates the first wins, so the answer does not depend on anything but the order given.
pub fn nearest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let limit = (name.chars().count() / 3).max(1);
    let mut best: Option<(usize, &'a str)> = None;
    for candidate in candidates {
        let distance = strsim::damerau_levenshtein(name, candidate);
        if distance <= limit && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn near_names_are_suggested_and_far_ones_are_not() {
        let names = ["us-troops", "nato-membership", "sanctions"];
        assert_eq!(nearest("us-trops", names), Some("us-troops"));
        assert_eq!(nearest("nato-membreship", names), Some("nato-membership"));
        assert_eq!(nearest("budget", names), None);
    }
}
