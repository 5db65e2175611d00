//! What can be wrong with the plan of an event, and in which field.

use crate::domain::care::channel::codes;
use crate::domain::care::registration::faults;

codes! {
    /// A field of the plan; its code is the id of the input in the form.
    Field {
        /// Who holds it.
        Holder = "holder",
        /// What it is called.
        Title = "title",
        /// Programme of care.
        Programme = "programme",
        /// The day.
        Day = "day",
        /// When it begins.
        From = "from",
        /// When it ends.
        Until = "until",
        /// Where it is.
        Place = "place",
        /// How to get there and in.
        Directions = "directions",
        /// What it offers so that everybody can take part.
        Offers = "offers",
        /// How many people there is room for.
        Capacity = "capacity",
        /// The languages spoken there.
        Languages = "languages",
        /// How to reach those who hold it.
        Contact = "contact",
        /// Whose team acts on alerts.
        Team = "team",
        /// The day from which answers are taken.
        Opens = "opens",
        /// The time of that day.
        OpensTime = "opens-time",
        /// The day until which answers are taken.
        Closes = "closes",
        /// The time of that day.
        ClosesTime = "closes-time",
        /// Hours from the end to the follow-up.
        FollowUp = "follow-up",
        /// Days from there to the reminder.
        Reminder = "reminder",
        /// The survey it begins with.
        Survey = "survey",
        /// The outcomes to put in order.
        Outcomes = "outcomes",
        /// The indicators asked about.
        Indicators = "indicators",
    }
}

faults! {
    /// Not an organisation for which they hold events.
    HolderWrong = Holder, "holder-wrong";
    TitleMissing = Title, "title-missing";
    TitleLong = Title, "title-long";
    /// None of those of the framework.
    ProgrammeWrong = Programme, "programme-wrong";
    DayMissing = Day, "day-missing";
    /// No such day.
    DayWrong = Day, "day-wrong";
    /// Longer ago or later than anybody plans.
    DayFar = Day, "day-far";
    FromWrong = From, "from-wrong";
    /// Left out when summer time begins.
    FromGap = From, "from-gap";
    /// Comes twice when summer time ends.
    FromFold = From, "from-fold";
    UntilWrong = Until, "until-wrong";
    UntilGap = Until, "until-gap";
    UntilFold = Until, "until-fold";
    /// Not after it begins.
    UntilEarly = Until, "until-early";
    PlaceMissing = Place, "place-missing";
    PlaceLong = Place, "place-long";
    DirectionsLong = Directions, "directions-long";
    CapacityWrong = Capacity, "capacity-wrong";
    LanguagesMissing = Languages, "languages-missing";
    ContactMissing = Contact, "contact-missing";
    ContactLong = Contact, "contact-long";
    /// Not an organisation that has a team for alerts.
    TeamWrong = Team, "team-wrong";
    /// No such day, or none with a time.
    OpensWrong = Opens, "opens-wrong";
    /// Long before it begins, or after it ends.
    OpensFar = Opens, "opens-far";
    OpensTimeWrong = OpensTime, "opens-time-wrong";
    OpensTimeGap = OpensTime, "opens-time-gap";
    OpensTimeFold = OpensTime, "opens-time-fold";
    /// No such day, or none with a time.
    ClosesWrong = Closes, "closes-wrong";
    /// Before it ends, before answers are taken, or long after it.
    ClosesFar = Closes, "closes-far";
    ClosesTimeWrong = ClosesTime, "closes-time-wrong";
    ClosesTimeGap = ClosesTime, "closes-time-gap";
    ClosesTimeFold = ClosesTime, "closes-time-fold";
    FollowUpWrong = FollowUp, "follow-up-wrong";
    ReminderWrong = Reminder, "reminder-wrong";
    /// Not open, or not there.
    SurveyWrong = Survey, "survey-wrong";
    /// Cannot stand before the event's own questions.
    SurveyUnfit = Survey, "survey-unfit";
    /// One alone cannot be put in order.
    OutcomesFew = Outcomes, "outcomes-few";
    IndicatorsMany = Indicators, "indicators-many";
}
