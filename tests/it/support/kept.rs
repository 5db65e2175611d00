//! What is on disk, read as another process would.

use diesel::prelude::*;
use saywell::store::alerts::Alert;
use saywell::store::answers::Row;
use saywell::store::responses::Response;
use saywell::store::schema::{alerts, answers, responses, scores};

use super::App;

impl App {
    /// Every response to a survey, oldest first.
    pub fn responses(&self, survey: &str) -> Vec<Response> {
        let survey = self.survey(survey);
        let own = move |conn: &mut saywell::store::Conn| {
            Ok(responses::table.filter(responses::survey_id.eq(survey)).order(responses::id).load(conn)?)
        };
        self.database.store(1).read_now("responses", own).unwrap()
    }

    /// Every row of answers to a survey.
    pub fn rows(&self, survey: &str) -> Vec<Row> {
        let survey = self.survey(survey);
        let own = move |conn: &mut saywell::store::Conn| {
            let own = answers::table.filter(answers::survey_id.eq(survey));
            Ok(own.order((answers::response_id, answers::link_id, answers::position)).load(conn)?)
        };
        self.database.store(1).read_now("answers", own).unwrap()
    }

    /// The values that are kept as answers to one question.
    pub fn kept(&self, survey: &str, question: &str) -> Vec<String> {
        self.rows(survey).into_iter().filter(|row| row.link_id == question).map(|row| row.value).collect()
    }

    /// Every score of a survey, in thousandths.
    pub fn scores(&self, survey: &str) -> Vec<(String, i64)> {
        let survey = self.survey(survey);
        let own = move |conn: &mut saywell::store::Conn| {
            let own = scores::table.filter(scores::survey_id.eq(survey)).order((scores::response_id, scores::score));
            Ok(own.select((scores::score, scores::thousandths)).load(conn)?)
        };
        self.database.store(1).read_now("scores", own).unwrap()
    }

    /// Every alert that was raised.
    pub fn alerts(&self) -> Vec<Alert> {
        self.database.store(1).read_now("alerts", |conn| Ok(alerts::table.load(conn)?)).unwrap()
    }
}
