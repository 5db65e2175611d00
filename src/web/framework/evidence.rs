//! Gathering what the events of the county say about an outcome or indicator, all of it released: the numbers by disclosure
//! control, the comments by those who moderate them, the answers by those who hold the event.

use std::collections::BTreeSet;

use super::Topic;
use super::exhibit::{Said, Words};
use crate::app::App;
use crate::clock::Moment;
use crate::domain::disclosure::{Figure, Profile, Released};
use crate::domain::engagement::Stance;
use crate::domain::engagement::answer_back::Published;
use crate::domain::framework::evidence::{Cited, Exhibit, Figures, Place, Rank, Sense, Stances};
use crate::store::answer_publications::{self, Publication};
use crate::store::events::{Event, listed};
use crate::store::evidence::{self, Spoken};
use crate::store::ids::CommentId;
use crate::store::{Conn, comments};
use crate::web::engage::released;
use crate::web::problem::Problem;

/// What each event says, the latest event first. An event that has nothing to show is left out.
pub async fn gather(app: &App, topic: &Topic) -> Result<Vec<Exhibit>, Problem> {
    let (subject, key) = (topic.subject, topic.key.clone());
    let find = move |conn: &mut Conn| {
        let spoken = evidence::spoken(conn, (subject, &key))?;
        let mut found = Vec::new();
        for event in evidence::events(conn, (subject, &key), &spoken)? {
            let publication = answer_publications::standing(conn, event.id)?;
            let answered = publication.as_ref().map(Publication::said).transpose()?.unwrap_or_default();
            found.push((event, answered.answers));
        }
        Ok((found, spoken))
    };
    let (found, spoken) = app.store.read("evidence", find).await?;
    let mut exhibits = Vec::new();
    // Whether an event is over is decided where its results are released, so that the two never differ.
    for (event, answered) in found.into_iter().filter(|(event, _)| released::is_over(app, event)) {
        let own: Vec<&Spoken> = spoken.iter().filter(|one| one.event == event.id).collect();
        exhibits.push(exhibit(app, &event, figures(app, &event, topic).await?, (&own, answered)));
    }
    exhibits.retain(Exhibit::says_anything);
    Ok(exhibits)
}

/// What was released of the event about it.
async fn figures(app: &App, event: &Event, topic: &Topic) -> Result<Figures, Problem> {
    let Some(results) = released::results(app, event).await? else { return Ok(Figures::default()) };
    let said = results.evidence(topic.subject, &topic.key);
    let people = |one: &Released| one.figure().and_then(Figure::numerator);
    let of = u32::try_from(listed(&event.outcomes).count()).unwrap_or_default();
    let rank = said.standing.map(|one| Rank { rank: one.rank, best: one.best, worst: one.worst });
    let place = said.first.map(|first| {
        let first = first.figure().and_then(|figure| Some((figure.numerator()?, figure.denominator())));
        Place { first, rank, of }
    });
    let sense = match said.senses.as_slice() {
        [yes, partly, no] => Some(Sense { yes: people(yes), partly: people(partly), no: people(no) }),
        _ => None,
    };
    Ok(Figures { answers: said.answers, place, sense })
}

/// The words of the published comments that are cited.
pub async fn words(app: &App, exhibits: &[Exhibit]) -> Result<Words, Problem> {
    let ids: Vec<CommentId> = exhibits.iter().flat_map(|one| &one.comments).map(|cited| CommentId(cited.comment)).collect();
    let found = app.store.read("published comments", move |conn| comments::published_among(conn, &ids)).await?;
    let opener = app.words();
    let mut words = Words::new();
    for one in found {
        if let Some(wording) = opener.published(&one)? {
            words.insert(one.comment.id.0, Said { words: wording, language: one.language });
        }
    }
    Ok(words)
}

fn exhibit(app: &App, event: &Event, figures: Figures, (spoken, answered_back): (&[&Spoken], Vec<Published>)) -> Exhibit {
    let cited = |one: &&&Spoken| one.is_published;
    Exhibit {
        event: event.id.0,
        code: event.join_code.clone(),
        title: event.title.clone(),
        held: Moment::from_micros(event.starts_at).date(app.clock.zone()),
        figures,
        stances: Stances { supports: people(spoken, Stance::Supports), questions: people(spoken, Stance::Questions) },
        comments: spoken.iter().filter(cited).map(|one| Cited { comment: one.comment.0, stance: one.stance }).collect(),
        answered_back,
    }
}

/// How many people said so, as it may be shown: somebody who said it twice counts once.
fn people(spoken: &[&Spoken], stance: Stance) -> Option<u64> {
    let own: BTreeSet<i64> = spoken.iter().filter(|one| one.stance == stance).map(|one| one.response.0).collect();
    Profile::mhsds().release_count(i64::try_from(own.len()).unwrap_or(i64::MAX))
}
