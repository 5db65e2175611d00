//! Facts and cells kept up answer by answer are the ones that counting everything anew gives.

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use super::world::{Event, World, event};

#[test]
fn counting_anew_gives_exactly_what_counting_answer_by_answer_gave() {
    let mut runner = TestRunner::new(Config { cases: 16, failure_persistence: None, ..Config::default() });
    let law = runner.run(&proptest::collection::vec(event(), 1..45), |events| {
        let mut world = World::new();
        for event in &events {
            world.happen(event);
        }
        while world.count() {}
        let kept_up = world.figures();
        world.rebuild();
        prop_assert_eq!(kept_up, world.figures());
        Ok(())
    });
    law.unwrap();
}

#[test]
fn a_draft_counts_what_comes_while_it_is_counted_like_what_came_before() {
    let mut world = World::new();
    world.happen(&Event::Episode { programme: 0, age: 40, opened: 10, days: None, provider: 0, locality: Some(0) });
    world.happen(&Event::Asked { episode: 0, survey: 0, timepoint: 1, after: 5 });
    world.happen(&Event::Drafted { indicator: 0 });
    world.happen(&Event::Answered { invitation: Some(0), survey: 0, on: 40, says: 0 });
    let counted = |world: &World| world.figures().1.iter().filter(|(key, ..)| key.0 == "settled-accommodation@2").count();
    assert!(counted(&world) > 0, "counted by whoever took the answer, who knew of no draft");
    while world.count() {}
    let kept_up = world.figures();
    world.rebuild();
    assert_eq!(kept_up, world.figures());
}

#[test]
fn the_law_is_tried_on_answers_that_count() {
    let mut world = World::new();
    world.happen(&Event::Episode { programme: 0, age: 40, opened: 10, days: None, provider: 0, locality: Some(0) });
    world.happen(&Event::Asked { episode: 0, survey: 0, timepoint: 1, after: 5 });
    world.happen(&Event::Answered { invitation: Some(0), survey: 0, on: 40, says: 0 });
    let (cells, facts) = world.figures();
    assert!(cells.keys().any(|(indicator, breakdown, ..)| indicator == "settled-accommodation@1" && breakdown == "locality"));
    assert!(facts.iter().any(|(key, _, sums)| key.0 == "settled-accommodation@1" && sums[0] == 1));
    assert!(cells.keys().any(|(indicator, ..)| indicator == "response:settled-accommodation@1"));
}
