//! Finds for whom each voice speaks in the end.

/// Follows each voice to the one that speaks for no other: itself, mostly. None for one whose way
/// ends in a circle.
pub(crate) fn principals(speaks_for: &[Option<usize>]) -> Vec<Option<usize>> {
    let mut spoken_for = vec![Vec::new(); speaks_for.len()];
    for (voice, principal) in speaks_for.iter().enumerate() {
        if let Some(principal) = principal {
            spoken_for[*principal].push(voice);
        }
    }
    let mut found = vec![None; speaks_for.len()];
    for (principal, _) in speaks_for
        .iter()
        .enumerate()
        .filter(|(_, next)| next.is_none())
    {
        let mut waiting = vec![principal];
        while let Some(voice) = waiting.pop() {
            found[voice] = Some(principal);
            waiting.extend(&spoken_for[voice]);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::principals;

    #[test]
    fn a_voice_speaks_for_the_last_one_or_is_in_a_circle() {
        let found = principals(&[None, Some(0), Some(1), Some(4), Some(3), Some(5), None]);
        assert_eq!(
            found,
            [Some(0), Some(0), Some(0), None, None, None, Some(6)]
        );
    }
}
