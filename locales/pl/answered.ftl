# Drafted by a machine, awaiting review by a person who speaks Polish.
# "You said, we did": what was heard at an event, and what became of it.

answered-title = Państwa słowa, nasze działania
answered-title-explain = Co usłyszano, co się w tej sprawie robi oraz czego nie można zrobić i dlaczego.
answered-explain = Opisz, co mówili uczestnicy i co się w tej sprawie robi. Nikt inny tego nie widzi, dopóki tego nie opublikujesz; strona publiczna pokazuje wtedy to, co było widać na podglądzie.
answered-none = Nic jeszcze nie napisano. Dodaj pierwszą rzecz, którą usłyszano.
answered-number = Odpowiedź { $number }
answered-add = Dodaj, co usłyszano
answered-change = Zmień
answered-remove = Usuń
answered-up = Przesuń w górę
answered-down = Przesuń w dół
answered-look = Obejrzyj i opublikuj
answered-public-link = Strona publiczna
answered-not-published = Jeszcze nieopublikowana
answered-changed-since = Zmieniona od czasu publikacji

answered-state-none = Nic nie opublikowano. Strona publiczna informuje, że trwają prace nad odpowiedzią.
answered-state-published = Data publikacji: { $day }. Strona publiczna pokazuje to, co poniżej.
answered-state-changed = Data ostatniej publikacji: { $day }. Od tego czasu treść poniżej się zmieniła.

answered-done-added = Dodano. Nikt inny tego nie widzi, dopóki tego nie opublikujesz.
answered-done-changed = Zmieniono. Nikt inny tego nie widzi, dopóki tego nie opublikujesz.
answered-done-removed = Usunięto. To, co opublikowano, pozostaje na stronie publicznej do następnej publikacji.
answered-done-published = Opublikowano.
answered-done-as-before = Strona publiczna pokazuje już dokładnie to. Nie opublikowano niczego po raz drugi.
answered-done-ended = Zdjęto ze strony publicznej.

answered-end-heading = Zdejmij ze strony publicznej
answered-end-explain = Strona poinformuje wtedy, że trwają prace nad odpowiedzią. To, co napisano, pozostaje tutaj.
answered-end = Zdejmij ze strony publicznej

answered-heard = Co usłyszeliśmy
answered-status = Co z tym będzie
answered-doing = Co robimy
answered-reason = Dlaczego nie można tego zrobić
answered-responsible = Kto za to odpowiada
answered-due = Do kiedy
answered-status-done = Zrobione
answered-status-under-way = W trakcie
answered-status-planned = Zaplanowane
answered-status-cannot = Nie można tego zrobić
answered-dated = Data publikacji: { $day }.
answered-dated-changed = Data publikacji: { $day }, data zmiany: { $changed }.

answered-new-heading = Co usłyszano i co się w tej sprawie robi?
answered-change-heading = Zmiana odpowiedzi
answered-form-intro = Ta treść będzie publiczna: nie wymieniaj pacjentów, opiekunów ani osób prywatnych, ani nikogo, kogo można by rozpoznać.
answered-field-heard = Co usłyszano
answered-hint-heard = Własnymi słowami. Nie kopiuj tu komentarzy: są publikowane osobno, po uważnym przeczytaniu.
answered-field-theme = Temat
answered-hint-theme = Z księgi kodów, jeśli pasuje do któregoś tematu
answered-no-theme = Bez tematu
answered-field-status = Co z tym będzie
answered-hint-status = Można to później zmienić i opublikować ponownie.
answered-field-doing = Co się w tej sprawie robi
answered-hint-doing = Napisz też, co już się zmieniło. Jeśli nie można tego zrobić, napisz, co się robi zamiast tego, albo zostaw to pole puste.
answered-field-responsible = Kto za to odpowiada
answered-hint-responsible = Stanowisko albo zespół, na przykład „Kierownik usług dla opiekunów”, a nie osoba prywatna.
answered-field-due = Do kiedy
answered-hint-due = Wymagane dla tego, co zaplanowane lub w trakcie. Na przykład 1 4 2027
answered-field-reason = Dlaczego nie można tego zrobić
answered-hint-reason = Tylko jeśli nie można tego zrobić: powód, prostymi słowami
answered-save = Zapisz

answered-fault-heard-missing = Napisz, co usłyszano
answered-fault-heard-long = To, co usłyszano, może mieć najwyżej { $most } znaków
answered-fault-status-missing = Wybierz, co z tym będzie
answered-fault-doing-missing = Napisz, co się w tej sprawie robi
answered-fault-doing-long = Opis działań może mieć najwyżej { $most } znaków
answered-fault-responsible-missing = Napisz, które stanowisko lub który zespół za to odpowiada
answered-fault-responsible-long = Nazwa odpowiedzialnych może mieć najwyżej { $most } znaków
answered-fault-due-missing = Podaj dzień, do którego to będzie zrobione
answered-fault-no-day = Podaj istniejący dzień, na przykład 1 4 2027
answered-fault-reason-missing = Napisz, dlaczego nie można tego zrobić
answered-fault-reason-long = Powód może mieć najwyżej { $most } znaków
answered-fault-stale = Ktoś zmienił lub usunął tę odpowiedź, gdy pisano tutaj. Przed zapisaniem obejrzyj listę

answered-remove-heading = Usunąć tę odpowiedź?
answered-remove-explain = Jeśli jest opublikowana, pozostanie na stronie publicznej do następnej publikacji.

answered-preview-title = Obejrzyj przed publikacją
answered-preview-explain = Strona publiczna pokaże poniższe odpowiedzi, a obok nich: ile osób odpowiedziało, co było dla nich najważniejsze, oraz opublikowane komentarze.
answered-news = Wyślij e-mail do osób, które chciały się dowiedzieć, co z tego wynikło
answered-news-hint = Jeden krótki e-mail do każdej z nich, z linkiem do strony publicznej.
answered-publish = Opublikuj
answered-called-off = Spotkanie odwołano, nie usłyszano więc na nim niczego, na co można by odpowiedzieć.
answered-too-early = Odpowiedzi są jeszcze przyjmowane. Opublikować można po zakończeniu spotkania i przyjmowania odpowiedzi.

# For everybody.

answered-public-title = Co usłyszeliśmy i co z tym robimy
answered-public-list = Co wynikło z tego, co mówili ludzie
answered-public-list-explain = Ludzie spotkali się, powiedzieli, co jest dla nich ważne, i poprosili o zmiany. Tutaj opisujemy, co usłyszeliśmy, co się robi w tych sprawach oraz czego nie można zrobić i dlaczego.
answered-public-none = Żadne spotkanie nie doczekało się jeszcze odpowiedzi.
answered-public-when = Kiedy
answered-public-where = Gdzie
answered-public-published = Data publikacji: { $day }.
answered-waiting = Pracujemy nad odpowiedzią. Prosimy zajrzeć tu później.
answered-waiting-open = Pracujemy nad odpowiedzią. Spotkanie przyjmuje odpowiedzi do dnia: { $day }. Prosimy zajrzeć tu później.
answered-waiting-called-off = To spotkanie odwołano.
answered-waiting-contact = Pytania: { $contact }
answered-home = Co wynikło z tego, co mówili ludzie
answered-public-answers = Kto odpowiedział
answered-public-priorities = Co jest najważniejsze
answered-public-themes = O czym mówiono
answered-public-themes-explain = Komentarze przeczytali ludzie i przypisali do tych tematów.
answered-public-comments = Własnymi słowami uczestników
answered-public-comments-explain = Opublikowane za zgodą autorów. Nazwiska i inne szczegóły, po których można by kogoś rozpoznać, usunięto: zastępują je słowa w nawiasach kwadratowych.
answered-public-matters = Co jest dla ludzi ważne
answered-public-missing = Czego brakuje
answered-public-indicator = O wskaźniku „{ $indicator }”
answered-public-else = Inne komentarze
answered-theme-people = Liczba osób: około { $people }
