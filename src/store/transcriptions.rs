//! What was typed from a paper, once and again, until both agree and the answers are sent. Then it is taken out.

use diesel::prelude::*;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::answers;
use super::conn::Conn;
use super::error::{Error, Result};
use super::ids::{AccountId, InvitationId, ResponseId, SurveyId};
use super::responses::Response;
use super::schema::{responses, transcriptions};
use crate::domain::care::relationship::Relationship;
use crate::domain::care::transcript::Transcript;
use crate::domain::survey::{Answers, LinkId, Respondent};

/// A paper that is being typed.
#[derive(Debug, Clone)]
pub struct Paper {
    /// The draft that the answers will be sent as.
    pub response: Response,
    /// What was typed, in the order it was: at most two.
    pub passes: Vec<Pass>,
}

/// What one member of staff typed.
#[derive(Debug, Clone)]
pub struct Pass {
    pub entered_by: AccountId,
    pub entered_at: i64,
    pub transcript: Transcript,
}

#[derive(Queryable, Insertable)]
#[diesel(table_name = transcriptions)]
struct Row {
    survey_id: SurveyId,
    response_id: ResponseId,
    pass: i32,
    entered_by: AccountId,
    entered_at: i64,
    answers: String,
}

/// A transcript as it is kept.
#[derive(Serialize, Deserialize)]
struct Kept {
    answered: Date,
    respondent: String,
    relationship: Option<String>,
    answers: Vec<KeptAnswer>,
}

#[derive(Serialize, Deserialize)]
struct KeptAnswer {
    link_id: String,
    kind: String,
    value: String,
    system: Option<String>,
}

/// The paper of a request that is being typed, if there is one.
pub fn of_invitation(conn: &mut Conn, invitation: InvitationId) -> Result<Option<Paper>> {
    let drafts = responses::table.filter(responses::invitation_id.eq(invitation)).filter(responses::status.eq("draft"));
    let found: Option<Response> = drafts.filter(responses::mode.eq("paper")).order(responses::id).first(conn).optional()?;
    let Some(response) = found else { return Ok(None) };
    let own = transcriptions::table.filter(transcriptions::response_id.eq(response.id)).order(transcriptions::pass);
    let rows: Vec<Row> = own.filter(transcriptions::survey_id.eq(response.survey_id)).load(conn)?;
    let passes = rows.iter().map(|row| {
        Ok(Pass { entered_by: row.entered_by, entered_at: row.entered_at, transcript: read(&row.answers).ok_or_else(unreadable)? })
    });
    Ok(Some(Paper { passes: passes.collect::<Result<_>>()?, response }))
}

/// What was sent from the paper of a request, if it was.
pub fn sent(conn: &mut Conn, invitation: InvitationId) -> Result<Option<Response>> {
    let sent = responses::table.filter(responses::invitation_id.eq(invitation)).filter(responses::status.eq("submitted"));
    Ok(sent.filter(responses::mode.eq("paper")).first(conn).optional()?)
}

/// Keeps what was typed as the pass of that number.
pub fn add(tx: &mut Conn, of: &Response, number: i32, pass: &Pass) -> Result<()> {
    let (survey_id, response_id) = (of.survey_id, of.id);
    let answers = written(of, &pass.transcript)?;
    let row = Row { survey_id, response_id, pass: number, entered_by: pass.entered_by, entered_at: pass.entered_at, answers };
    diesel::insert_into(transcriptions::table).values(&row).execute(tx)?;
    Ok(())
}

/// Takes out everything that was typed of a paper.
pub fn remove(tx: &mut Conn, survey: SurveyId, response: ResponseId) -> Result<()> {
    let own = transcriptions::table.filter(transcriptions::survey_id.eq(survey)).filter(transcriptions::response_id.eq(response));
    diesel::delete(own).execute(tx)?;
    Ok(())
}

/// Says who filled the paper in, when both passes agree.
pub fn agree(tx: &mut Conn, of: &Response, on: &Transcript) -> Result<()> {
    let set = (responses::respondent.eq(on.respondent.code()), responses::relationship.eq(on.relationship.map(Relationship::code)));
    diesel::update(responses::table.find((of.survey_id, of.id)).filter(responses::status.eq("draft"))).set(set).execute(tx)?;
    remove(tx, of.survey_id, of.id)
}

fn unreadable() -> Error {
    Error::Corrupt("what was typed from a paper".to_owned())
}

fn written(of: &Response, transcript: &Transcript) -> Result<String> {
    let rows = transcript.answers.iter().flat_map(|(id, given)| answers::rows(of.survey_id, of.id, id, given, false));
    let kept = Kept {
        answered: transcript.answered,
        respondent: transcript.respondent.code().to_owned(),
        relationship: transcript.relationship.map(|one| one.code().to_owned()),
        answers: rows.map(|row| KeptAnswer { link_id: row.link_id, kind: row.kind, value: row.value, system: row.system }).collect(),
    };
    serde_json::to_string(&kept).map_err(|_| unreadable())
}

fn read(text: &str) -> Option<Transcript> {
    let kept: Kept = serde_json::from_str(text).ok()?;
    let mut all = Answers::default();
    for same in kept.answers.chunk_by(|a, b| a.link_id == b.link_id) {
        let row = |(position, one): (i32, &KeptAnswer)| answers::Row {
            survey_id: SurveyId(0),
            response_id: ResponseId(0),
            link_id: one.link_id.clone(),
            position,
            kind: one.kind.clone(),
            value: one.value.clone(),
            system: one.system.clone(),
            derived: false,
        };
        let rows: Vec<answers::Row> = (0..).zip(same).map(row).collect();
        all.put(LinkId::parse(&same.first()?.link_id)?, answers::given(&rows).ok()?);
    }
    Some(Transcript {
        answered: kept.answered,
        respondent: Respondent::from_code(&kept.respondent)?,
        relationship: kept.relationship.as_deref().and_then(Relationship::from_code),
        answers: all,
    })
}
