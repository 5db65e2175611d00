//! Somebody who answers a survey, page by page.

use super::Browser;

impl Browser {
    /// Opens a survey and goes past who is answering and which service it is about, to the first question.
    pub async fn begin(&mut self, survey: &str) -> &mut Self {
        self.open(&format!("/s/{survey}")).await;
        assert_eq!(self.status, 200, "{}", self.words());
        self.set_out().await
    }

    /// From a start page to the first question.
    pub async fn set_out(&mut self) -> &mut Self {
        self.press().await;
        while matches!(self.step(), "who" | "service") {
            self.pick_first().press().await;
        }
        self
    }

    /// Fills in the page as somebody in a hurry would: the first option, or a few words.
    pub fn pick_first(&mut self) -> &mut Self {
        let key = self.step().to_owned();
        let controls = self.controls();
        let first = controls.iter().find(|control| control.name == "answer").unwrap_or_else(|| panic!("no answer on {}", self.address));
        match (first.kind.as_str(), key.as_str()) {
            ("radio" | "checkbox", _) => self.choose_code(&first.value),
            (_, "about-postcode-area") => self.fill("answer", "OX4"),
            _ => self.fill("answer", "A few words"),
        }
    }

    /// Answers every question that is left, those named as said and the others by their first option. Urgent help is read
    /// and gone past.
    pub async fn answer_all(&mut self, said: &[(&str, &str)]) -> &mut Self {
        for _ in 0..80 {
            match self.step().to_owned().as_str() {
                "check" => return self,
                _ if self.path().contains("/urgent/") => drop(self.click("Continue with the survey").await),
                key => {
                    match said.iter().find(|(question, _)| *question == key) {
                        Some((_, "")) => {}
                        Some((_, code)) => drop(self.choose_code(code)),
                        None => drop(self.pick_first()),
                    }
                    self.press().await;
                    assert_eq!(self.status, 200, "{key}: {:?}", self.errors());
                }
            }
        }
        panic!("the survey does not end: {}", self.address)
    }

    /// Answers every question before this one by its first option.
    pub async fn answer_until(&mut self, question: &str) -> &mut Self {
        for _ in 0..80 {
            if self.step() == question {
                return self;
            }
            self.pick_first().press().await;
        }
        panic!("`{question}` is never asked")
    }

    /// Answers a survey from start to receipt, and returns the receipt code.
    pub async fn complete(&mut self, survey: &str, said: &[(&str, &str)]) -> String {
        self.begin(survey).await.answer_all(said).await.press().await;
        assert_eq!(self.step(), "done", "{}", self.words());
        self.code()
    }
}
