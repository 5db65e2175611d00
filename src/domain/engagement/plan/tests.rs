use jiff::Timestamp;
use jiff::civil::date;

use super::*;

fn fields() -> PlanFields {
    PlanFields {
        holder: "7".to_owned(),
        title: "Carers \t at the library ".to_owned(),
        place: "Fenmarch Library".to_owned(),
        directions: " By bus: 7\r\n\r\nRing the bell ".to_owned(),
        offers: vec!["hearing-loop".to_owned(), "step-free".to_owned(), "a-pony".to_owned()],
        day: "5/12/2026".to_owned(),
        from: "10".to_owned(),
        until: "12:30".to_owned(),
        languages: vec!["pl".to_owned(), "en".to_owned()],
        contact: "01632 960 150".to_owned(),
        team: "8".to_owned(),
        follow_up: "3".to_owned(),
        reminder: "0".to_owned(),
        asks: Some(AskFields::default()),
        ..PlanFields::default()
    }
}

fn read(fields: &PlanFields) -> Result<Plan, Vec<Fault>> {
    let keys = |all: &[&str]| all.iter().map(|key| (*key).to_owned()).collect::<Vec<_>>();
    fields.read(&About {
        today: date(2026, 11, 22),
        zone: &TimeZone::get("Europe/London").unwrap(),
        kept: None,
        holders: &[7],
        teams: &[8, 9],
        programmes: &keys(&["maternity"]),
        surveys: &keys(&["employment"]),
        outcomes: &keys(&["a", "b", "c"]),
        indicators: &keys(&["i1", "i2", "i3", "i4", "i5", "i6"]),
    })
}

fn at(written: &str) -> i64 {
    written.parse::<Timestamp>().unwrap().as_microsecond()
}

fn faults(change: impl FnOnce(&mut PlanFields)) -> Vec<Fault> {
    let mut fields = fields();
    change(&mut fields);
    read(&fields).unwrap_err()
}

#[test]
fn a_plan_is_read_with_the_usual_times_for_answers() {
    let plan = read(&fields()).unwrap();
    assert_eq!((plan.title.as_str(), plan.directions.as_str()), ("Carers at the library", "By bus: 7\n\nRing the bell"));
    assert_eq!((plan.offers, plan.languages), (vec![Offer::StepFree, Offer::HearingLoop], vec!["en", "pl"]));
    assert_eq!((plan.times.starts_at, plan.times.ends_at), (at("2026-12-05T10:00Z"), at("2026-12-05T12:30Z")));
    assert_eq!((plan.times.opens_at, plan.times.closes_at), (at("2026-12-05T09:00Z"), at("2026-12-19T12:30Z")));
    assert_eq!((plan.capacity, plan.asks), (None, Some(Asks::default())));
}

#[test]
fn the_usual_end_is_the_same_time_of_day_when_summer_time_ends_in_between() {
    let zone = TimeZone::get("Europe/London").unwrap();
    let (_, closes) = usual(at("2026-10-20T09:00Z"), at("2026-10-20T11:00Z"), &zone);
    assert_eq!(closes, at("2026-11-03T12:00Z"));
}

#[test]
fn an_hour_that_is_left_out_or_comes_twice_is_refused() {
    let spring = |fields: &mut PlanFields| (fields.day, fields.from) = ("28/3/2027".to_owned(), "1:30".to_owned());
    assert_eq!(faults(spring), [Fault::FromGap]);
    let autumn = |fields: &mut PlanFields| {
        (fields.day, fields.from, fields.until) = ("31/10/2027".to_owned(), "0:30".to_owned(), "1:30".to_owned());
    };
    assert_eq!(faults(autumn), [Fault::UntilFold]);
    let opens = |fields: &mut PlanFields| {
        (fields.day, fields.opens, fields.opens_time) = ("31/10/2027".to_owned(), "31/10/2027".to_owned(), "1.00".to_owned());
    };
    assert_eq!(faults(opens), [Fault::OpensTimeFold]);
}

#[test]
fn everything_that_is_missing_is_said_at_once() {
    let nothing = PlanFields { asks: Some(AskFields::default()), ..PlanFields::default() };
    let said = read(&nothing).unwrap_err();
    let wanted = [
        Fault::HolderWrong,
        Fault::TitleMissing,
        Fault::DayMissing,
        Fault::FromWrong,
        Fault::UntilWrong,
        Fault::PlaceMissing,
        Fault::LanguagesMissing,
        Fault::ContactMissing,
        Fault::TeamWrong,
        Fault::FollowUpWrong,
        Fault::ReminderWrong,
    ];
    assert_eq!(said, wanted);
}

#[test]
fn times_that_do_not_go_together_are_refused() {
    assert_eq!(faults(|fields| fields.until = "10:00".to_owned()), [Fault::UntilEarly]);
    assert_eq!(faults(|fields| fields.day = "5/12/2062".to_owned()), [Fault::DayFar]);
    assert_eq!(faults(|fields| fields.day = "31/11/2026".to_owned()), [Fault::DayWrong]);
    assert_eq!(faults(|fields| fields.opens_time = "9:00".to_owned()), [Fault::OpensWrong]);
    assert_eq!(faults(|fields| fields.closes = "6/12/2026".to_owned()), [Fault::ClosesTimeWrong]);
    let closes = |day: &'static str| move |fields: &mut PlanFields| (fields.closes, fields.closes_time) = (day.to_owned(), "9".to_owned());
    assert_eq!(faults(closes("5/12/2026")), [Fault::ClosesFar], "before it begins");
    assert_eq!(faults(closes("5/12/2027")), [Fault::ClosesFar]);
}

#[test]
fn one_outcome_cannot_be_put_in_order_and_six_indicators_are_too_many() {
    let keys = |all: &[&str]| all.iter().map(|key| (*key).to_owned()).collect::<Vec<_>>();
    let asks = |outcomes: &[&str], indicators: &[&str]| {
        let asks = AskFields { survey: "employment".to_owned(), outcomes: keys(outcomes), indicators: keys(indicators) };
        read(&PlanFields { asks: Some(asks), ..fields() })
    };
    assert_eq!(asks(&["a"], &[]).unwrap_err(), [Fault::OutcomesFew]);
    assert_eq!(asks(&["a", "gone"], &[]).unwrap_err(), [Fault::OutcomesFew]);
    assert_eq!(asks(&[], &["i1", "i2", "i3", "i4", "i5", "i6"]).unwrap_err(), [Fault::IndicatorsMany]);
    let kept = asks(&["c", "a"], &["i2"]).unwrap().asks.unwrap();
    assert_eq!((kept.outcomes, kept.indicators), (keys(&["a", "c"]), keys(&["i2"])));
}

#[test]
fn room_for_nobody_is_no_room() {
    for typed in ["0", "-1", "10001", "many", "1.5"] {
        assert_eq!(faults(|fields| fields.capacity = typed.to_owned()), [Fault::CapacityWrong], "{typed}");
    }
    assert_eq!(read(&PlanFields { capacity: " 40 ".to_owned(), ..fields() }).unwrap().capacity, Some(40));
}
