# Drafted by a machine, awaiting review by a person who speaks Polish.
# Role pracowników, tak jak się je nazywa, i do czego każda służy.

role-administrator = Administrator
role-administrator-explain = Zarządza organizacjami, kontami i rolami.
role-survey-designer = Projektant ankiet
role-survey-designer-explain = Otwiera i zamyka ankiety oraz wprowadza ich nowe wersje.
role-care-coordinator = Koordynator opieki
role-care-coordinator-explain = Zajmuje się osobami pod opieką jednej placówki.
role-provider-manager = Kierownik placówki
role-provider-manager-explain = Widzi wskaźniki jednej placówki i partnerów, którym przewodzi.
role-commissioner-analyst = Analityk zamawiającego
role-commissioner-analyst-explain = Widzi wskaźniki całego hrabstwa, ale żadnych osób.
role-commissioner-approver = Zatwierdzający u zamawiającego
role-commissioner-approver-explain = Widzi i zatwierdza wskaźniki całego hrabstwa; nie widzi żadnych osób.
role-information-governance = Nadzór nad informacjami
role-information-governance-explain = Przegląda dziennik zdarzeń, odpowiada za usuwanie i przechowywanie danych; nie widzi odpowiedzi.
role-engagement-lead = Koordynator konsultacji
role-engagement-lead-explain = Zajmuje się spotkaniami konsultacyjnymi i ankietami, których się tam używa.
