//! Edited versions of made-up resolutions whose paragraphs are known: how many moves, splits, merges, new numbers and twins are found.
//!
//! Run with `--nocapture` for the table.

// Helpers of tests may panic like tests; the generator prints its table.

use crate::generator::{ACTORS, ACTS, Dice, MANNERS, OBJECTS, VERBS, paragraph};
use rature::align::{AlignOptions, Alignment, Link, Relation, align};
use rature::read::{Layout, ReadOptions, read};
use rature::structure::{Document, structure};

/// `text` with so many of a hundred words replaced by others.
fn edited(text: &str, percent: usize, dice: &mut Dice) -> String {
    let others: Vec<&str> = [ACTORS, ACTS, OBJECTS, MANNERS].concat();
    let mut words: Vec<String> = text.split(' ').map(str::to_owned).collect();
    for word in words.iter_mut().skip(1) {
        if dice.percent(percent) {
            let other: Vec<&str> = dice.pick(&others).split(' ').collect();
            *word = if dice.percent(30) { dice.name() } else { other[dice.below(other.len())].to_owned() };
        }
    }
    words.join(" ")
}

/// A new text: each paragraph with the old ones that it was made of.
type Draft = Vec<(Vec<usize>, String)>;

fn document(paragraphs: &[String]) -> Document {
    let mut options = ReadOptions::default();
    options.layout = Some(Layout::Blocks);
    structure(read("text", paragraphs.join("\n\n").as_bytes(), &options).unwrap())
}

fn aligned(old: &[String], new: &Draft) -> Alignment {
    let new: Vec<String> = new.iter().map(|paragraph| paragraph.1.clone()).collect();
    align(&document(old), &document(&new), &AlignOptions::default())
}

/// Right, claimed and true pairs of one kind.
#[derive(Default)]
struct Count {
    right: usize,
    claimed: usize,
    held: usize,
}

impl Count {
    fn add(&mut self, claimed: &[(usize, usize)], held: &[(usize, usize)]) {
        self.right += claimed.iter().filter(|pair| held.contains(pair)).count();
        self.claimed += claimed.len();
        self.held += held.len();
    }

    /// Recall and precision are no less than so many thousandths.
    fn check(&self, what: &str, recall: usize, precision: usize) {
        let (r, p) = (self.right * 1000 / self.held.max(1), self.right * 1000 / self.claimed.max(1));
        println!("{what:<36} {:>5} true: recall {r:>4}, precision {p:>4} of 1000", self.held);
        assert!(r >= recall && p >= precision, "{what}: recall {r} of {recall}, precision {p} of {precision}");
    }
}

fn pairs(alignment: &Alignment, wanted: impl Fn(&Link) -> bool) -> Vec<(usize, usize)> {
    let links = alignment.links.iter().filter(|link| wanted(link));
    links.flat_map(|link| link.old.iter().flat_map(|&i| link.new.iter().map(move |&j| (i, j)))).collect()
}

fn truth(new: &Draft, wanted: impl Fn(usize, &[usize]) -> bool) -> Vec<(usize, usize)> {
    let held = new.iter().enumerate().filter(|(j, (old, _))| wanted(*j, old));
    held.flat_map(|(j, (old, _))| old.iter().map(move |&i| (i, j))).collect()
}

/// Twenty-five texts of sixty paragraphs, and what `change` makes of them.
fn texts(seed: u64, change: impl Fn(&[String], &mut Dice) -> Draft) -> Vec<(Vec<String>, Draft)> {
    let mut dice = Dice(seed);
    let mut all = Vec::new();
    for _ in 0..25 {
        let old: Vec<String> = (0..60).map(|_| paragraph(&mut dice)).collect();
        let new = change(&old, &mut dice);
        all.push((old, new));
    }
    all
}

/// The old text with a few paragraphs dropped and a few new ones put in, each edited.
fn revised(old: &[String], percent: usize, dice: &mut Dice) -> Draft {
    let mut new = Draft::new();
    for (i, text) in old.iter().enumerate() {
        if dice.percent(94) {
            new.push((vec![i], edited(text, percent, dice)));
        }
        if dice.percent(5) {
            new.push((vec![], paragraph(dice)));
        }
    }
    new
}

#[test]
fn edits_of_up_to_sixty_percent_of_the_words() {
    for (percent, recall, precision) in [(0, 1000, 1000), (15, 1000, 999), (30, 995, 997), (45, 985, 990), (60, 870, 980)] {
        let mut count = Count::default();
        for (old, new) in texts(1 + percent as u64, |old, dice| revised(old, percent, dice)) {
            count.add(&pairs(&aligned(&old, &new), |_| true), &truth(&new, |_, _| true));
        }
        count.check(&format!("kept, {percent} % of the words edited"), recall, precision);
    }
}

/// Six paragraphs of sixty stand elsewhere, at least eight paragraphs off; they are the multiples of ten.
fn moved(old: &[String], percent: usize, dice: &mut Dice) -> Draft {
    let mut order: Vec<usize> = (0..old.len()).collect();
    for who in (0..old.len()).step_by(10) {
        let from = order.iter().position(|&i| i == who).unwrap();
        let to = (from + 8 + dice.below(old.len() - 16)) % old.len();
        order.remove(from);
        order.insert(to, who);
    }
    order.iter().map(|&i| (vec![i], edited(&old[i], percent, dice))).collect()
}

#[test]
fn moves_with_their_edits() {
    for percent in [0, 15, 30] {
        let mut count = Count::default();
        for (old, new) in texts(40 + percent as u64, |old, dice| moved(old, percent, dice)) {
            count.add(&pairs(&aligned(&old, &new), |link| link.moved), &truth(&new, |_, old| old[0] % 10 == 0));
        }
        count.check(&format!("moved, {percent} % of the words edited"), 980, 1000);
    }
}

/// How edited pieces are, and how many thousandths of them are found: a third of a paragraph, of which every third word is another,
/// is hardly more like it than a stranger.
const PIECES: [(usize, usize); 6] = [(0, 1000), (10, 990), (20, 955), (30, 800), (45, 350), (60, 80)];

/// Every eighth paragraph is cut between its clauses; one later piece in three stands elsewhere.
fn cut(old: &[String], percent: usize, dice: &mut Dice) -> Draft {
    let mut new = Draft::new();
    let mut apart = Vec::new();
    for (i, text) in old.iter().enumerate() {
        if i % 8 != 3 {
            new.push((vec![i], edited(text, percent / 2, dice)));
            continue;
        }
        for (piece, text) in text.trim_end_matches(';').split(", and further encourages ").enumerate() {
            let verb = if piece == 0 { String::new() } else { format!("{} ", dice.pick(VERBS)) };
            let text = edited(&format!("{verb}{text};"), percent, dice);
            if piece > 0 && dice.percent(33) { &mut apart } else { &mut new }.push((vec![i], text));
        }
    }
    for piece in apart {
        let at = dice.below(new.len());
        new.insert(at, piece);
    }
    new
}

#[test]
fn splits_with_pieces_edited_and_apart() {
    for (percent, recall) in PIECES {
        let mut count = Count::default();
        for (old, new) in texts(200 + percent as u64, |old, dice| cut(old, percent, dice)) {
            let claimed = pairs(&aligned(&old, &new), |link| link.relation == Relation::Split);
            count.add(&claimed, &truth(&new, |_, old| old[0] % 8 == 3));
        }
        count.check(&format!("split, {percent} % of the words edited"), recall, 980);
    }
}

#[test]
fn merges_with_pieces_edited_and_apart() {
    for (percent, recall) in PIECES {
        let mut count = Count::default();
        for (whole, pieces) in texts(300 + percent as u64, |old, dice| cut(old, percent, dice)) {
            // The same seen from the other side: the pieces are the old text.
            let old: Vec<String> = pieces.iter().map(|piece| piece.1.clone()).collect();
            let parts = |i: usize| (0..pieces.len()).filter(|&k| pieces[k].0.contains(&i)).collect();
            let new: Draft = whole.iter().enumerate().map(|(i, text)| (parts(i), text.clone())).collect();
            let claimed = pairs(&aligned(&old, &new), |link| link.relation == Relation::Merged);
            count.add(&claimed, &truth(&new, |_, old| old.len() > 1));
        }
        count.check(&format!("merged, {percent} % of the words edited"), recall, 980);
    }
}

#[test]
fn new_numbers_are_all_found_and_no_other() {
    let mut count = Count::default();
    let number = |text: &str, k: usize| format!("{}. {text}", k + 1);
    for (old, new) in texts(400, |old, dice| revised(old, 20, dice)) {
        let labelled: Vec<String> = old.iter().enumerate().map(|(k, text)| number(text, k)).collect();
        let numbered: Draft = new.iter().enumerate().map(|(k, (old, text))| (old.clone(), number(text, k))).collect();
        // Of the paragraphs that are tied to their own.
        let own = truth(&new, |_, _| true);
        let renumbered = pairs(&aligned(&labelled, &numbered), |link| link.renumbered);
        let claimed: Vec<_> = renumbered.into_iter().filter(|pair| own.contains(pair)).collect();
        count.add(&claimed, &truth(&new, |j, old| old.iter().any(|&i| i != j)));
    }
    count.check("renumbered", 1000, 1000);
}

#[test]
fn near_twins_are_resolved_in_order() {
    let mut count = Count::default();
    let item = |k: usize| format!("the contribution of the member for the period, {} units;", 10 + k * 7);
    for (body, revision) in texts(500, |old, dice| revised(old, 10, dice)) {
        // A schedule of twelve items that differ in one figure stands before all else; every fourth is dropped.
        let mut old: Vec<String> = (0..12).map(item).collect();
        old.extend(body);
        let mut new: Draft = (0..12).filter(|k| k % 4 != 2).map(|k| (vec![k], item(k))).collect();
        new.extend(revision.into_iter().map(|(from, text)| (from.iter().map(|i| i + 12).collect(), text)));
        let twin = |pair: &(usize, usize)| pair.0 < 12;
        let claimed: Vec<_> = pairs(&aligned(&old, &new), |_| true).into_iter().filter(twin).collect();
        let held: Vec<_> = truth(&new, |_, _| true).into_iter().filter(twin).collect();
        count.add(&claimed, &held);
    }
    count.check("near-twins in a schedule", 1000, 1000);
}

#[test]
fn every_unit_is_in_one_link_and_the_same_one_each_time() {
    for (old, new) in texts(600, |old, dice| cut(old, 40, dice)) {
        let alignment = aligned(&old, &new);
        for (units, count) in [
            (alignment.links.iter().flat_map(|link| link.old.clone()).collect::<Vec<_>>(), old.len()),
            (alignment.links.iter().flat_map(|link| link.new.clone()).collect::<Vec<_>>(), new.len()),
        ] {
            let mut units = units;
            units.sort_unstable();
            assert_eq!(units, (0..count).collect::<Vec<_>>());
        }
        assert_eq!(alignment.links, aligned(&old, &new).links);
    }
}
