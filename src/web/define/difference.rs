//! What differs between two texts, line by line: for reading one version of a definition beside another.

/// The lines that went and came, each with the heading of the part of the file it stands in.
pub(super) fn compared(old: &str, new: &str) -> Vec<(char, String)> {
    let mut all: Vec<(char, String)> = Vec::new();
    let (mut before, mut after) = (old.lines().peekable(), new.lines().peekable());
    let stays: Vec<&str> = common(&old.lines().collect::<Vec<_>>(), &new.lines().collect::<Vec<_>>());
    for kept in stays {
        all.extend(std::iter::from_fn(|| before.next_if(|line| *line != kept)).map(|line| ('-', line.to_owned())));
        all.extend(std::iter::from_fn(|| after.next_if(|line| *line != kept)).map(|line| ('+', line.to_owned())));
        before.next();
        after.next();
        if kept.starts_with('[') {
            all.push((' ', kept.to_owned()));
        }
    }
    all.extend(before.map(|line| ('-', line.to_owned())));
    all.extend(after.map(|line| ('+', line.to_owned())));
    all.retain(|(_, line)| !line.trim().is_empty());
    let heads: Vec<bool> = all.iter().map(|(mark, _)| *mark == ' ').collect();
    let is_followed = |at: usize| heads.get(at + 1).is_some_and(|next| !next);
    all.into_iter().enumerate().filter(|(at, (mark, _))| *mark != ' ' || is_followed(*at)).map(|(_, line)| line).collect()
}

/// The longest run of lines that both have, in order.
fn common<'a>(old: &[&'a str], new: &[&'a str]) -> Vec<&'a str> {
    let mut lengths = vec![vec![0_usize; new.len() + 1]; old.len() + 1];
    let length = |lengths: &[Vec<usize>], at: usize, to: usize| lengths.get(at).and_then(|row| row.get(to)).copied().unwrap_or_default();
    for (at, one) in old.iter().enumerate().rev() {
        for (to, other) in new.iter().enumerate().rev() {
            let best = if one == other {
                length(&lengths, at + 1, to + 1) + 1
            } else {
                length(&lengths, at + 1, to).max(length(&lengths, at, to + 1))
            };
            if let Some(cell) = lengths.get_mut(at).and_then(|row| row.get_mut(to)) {
                *cell = best;
            }
        }
    }
    let (mut at, mut to, mut stays) = (0, 0, Vec::new());
    while let Some((one, other)) = old.get(at).zip(new.get(to)) {
        if one == other {
            stays.push(*one);
            (at, to) = (at + 1, to + 1);
        } else if length(&lengths, at + 1, to) >= length(&lengths, at, to + 1) {
            at += 1;
        } else {
            to += 1;
        }
    }
    stays
}

#[cfg(test)]
mod tests {
    use super::compared;

    #[test]
    fn what_differs_is_shown_under_the_heading_it_stands_under() {
        let old = "title = \"a\"\n\n[plain]\nwhy = \"w\"\n\n[cohort]\nage-from = 18\nage-to = 69\n";
        let new = "title = \"a\"\n\n[plain]\nwhy = \"w\"\n\n[cohort]\nage-from = 16\nage-to = 69\nopen-days = 7\n";
        let line = |mark: char, text: &str| (mark, text.to_owned());
        let all = [line(' ', "[cohort]"), line('-', "age-from = 18"), line('+', "age-from = 16"), line('+', "open-days = 7")];
        assert_eq!(compared(old, new), all);
        assert_eq!(compared(old, old), []);
    }
}
