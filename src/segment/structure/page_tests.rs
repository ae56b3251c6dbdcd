//! Whole pages, written as text: a letter before each line says its role, as in `tests`.

use crate::segment::structure::tests::check;

#[test]
fn menus_before_and_behind_an_article() {
    check(
        "\
F Skip to main content
F The Valley Post
F Home
F News
F Council
F Sport
F Harbor Life
F Obituaries
F Log in
F Subscribe

F Trending
F Five soups for a cold week
F Captain paints the sea again

H Ferry to the islands stays in the harbor
B By Mira Holm
D Published 17:42, 3 March 2025
F Facebook Twitter Share via Email

  The ferry to the islands stayed in the harbor on Monday for the third time this week.

  “We have begun to row,” said Jonas Field, who teaches on the largest of the islands.

  The company that runs the ferry said the engine waits for a part from another country.

h What the islanders do

  Some of the islanders have bought boats, and others share the boats of their neighbors.

F Related stories
F Harbor gets a new crane
F Who pays for the ferry?
F Most read
F 1. Five soups for a cold week
F 2. Captain paints the sea again
F Comments
F Anna K
F 2 hours ago
F I have rowed there twice and would not do it again in this weather.
F Reply
F About us
F Careers
F Privacy policy
F © 2025 The Valley Post",
    );
}

#[test]
fn menus_of_a_german_page() {
    check(
        "\
F Zum Inhalt springen
F Startseite
F Politik
F Wirtschaft
F Rund um den Hafen
F Wetter
F Anmelden
F Abonnieren

H Fähre zu den Inseln bleibt im Hafen
B Von Mira Holm
D 3. März 2025, 17:42 Uhr
F Artikel teilen

  Die Fähre zu den Inseln blieb am Montag zum dritten Mal in dieser Woche im Hafen liegen.

  „Wir haben angefangen zu rudern“, sagte Jonas Feld, der auf der größten der Inseln unterrichtet.

  Die Reederei teilte mit, dass der Motor auf ein Teil aus einem anderen Land warten muss.

F Meistgelesen
F Fünf Suppen für eine kalte Woche
F Kapitän malt wieder das Meer
F Kommentare
F Anna K
F vor 2 Stunden
F Ich bin zweimal hinüber gerudert und würde es bei diesem Wetter nicht wieder tun.
F Impressum
F Datenschutz
F © 2025 Hafenbote",
    );
}

#[test]
fn what_stands_between_the_paragraphs_of_a_page() {
    check(
        "\
F Home
F News
F Sport
F Weather
F Log in

H Ferry to the islands stays in the harbor

C The ferry in the harbor on Monday. Photo: Ana Díaz/Valley Pictures

  The ferry to the islands stayed in the harbor on Monday for the third time this week.

F Read more: Who pays for the ferry?

  The company that runs the ferry said the engine waits for a part from another country.

F Advertisement

F Recommended for you

F Harbor gets a new crane

F Captain paints the sea again

  Some of the islanders have bought boats, and others share the boats of their neighbors.

C Islanders push a boat into the water. (Ana Díaz/Valley Pictures)

F Sign up for our newsletter
F Enter your email address

  The ferry will sail again when the part has come and somebody has put it in.

F Share this article
F Terms of use
F Contact us
F © 2025 The Valley Post",
    );
}

#[test]
fn what_speaks_of_the_page_is_set_aside_though_it_is_a_sentence() {
    check(
        "\
F We use cookies to improve your experience.
F Accept all
F Menu
F Search
F Log in
F Subscribe

H Ferry to the islands stays in the harbor

  The ferry to the islands stayed in the harbor on Monday for the third time this week.

  The company that runs the ferry said the engine waits for a part from another country.

  Some of the islanders have bought boats, and others share the boats of their neighbors.

F Share
F Tweet
F Mira Holm
F Mira Holm has written about ships and harbors for the paper since the year she left school.
F Newsletter
F Get our newsletter every morning and read what happens in the harbor before you go there.
F Your email address
F Contact us
F Privacy policy
F The texts on this site may not be reproduced without written permission from the publisher.",
    );
}

#[test]
fn scores_and_prices_around_an_article() {
    check(
        "\
F Menu
F Home
F Football
F Log in
F Islanders 2 - 1 Rowers
F Harbor 0 - 0 Valley
F Gold 1,912.40 +0.3%
F Oil 81.20 -1.1%
F Weather 12°C

H Islanders beat the rowers in the last minute

  The islanders beat the rowers in the last minute of a match that nobody will forget soon.

  “We did not think it would end like that,” said Jonas Field, who scored the second goal.

  The rowers had led for most of the match, and had hit the post twice in the first half.

F Latest results
F Harbor 0 - 0 Valley
F Islanders 2 - 1 Rowers
F More sport
F Advertise with us
F Cookie policy
F © 2025 The Valley Post",
    );
}

#[test]
fn a_live_blog_keeps_its_times_and_posts() {
    check(
        "\
F Home
F News
F Log in
F Subscribe

H Storm over the islands: as it happened

  17.05 The storm has reached the islands, and the ferry has turned back to the harbor.

  Mira Holm is in the harbor and says that nobody has come off the ferry so far.

  16.40 The mayor has asked everybody on the islands to stay at home until the morning.

  We are safe and dry and the soup is hot #storm

D — Jonas Field (@jonasfield) March 3, 2025

  16.10 The wind has taken the roof of the school, in which there was nobody at the time.

F Back to top
F Privacy policy
F © 2025 The Valley Post",
    );
}

#[test]
fn times_of_a_live_blog_stand_as_dates() {
    check(
        "\
H Storm over the islands: as it happened
D 3 March 2025

D 17:05

  The storm has reached the islands, and the ferry has turned back to the harbor.

D 16:40 GMT

  The mayor has asked everybody on the islands to stay at home until the morning.

D 4.10 pm

  The wind has taken the roof of the school, in which there was nobody at the time.",
    );
}

#[test]
fn signatures_and_tickers_in_an_article() {
    check(
        "\
H Ferry shares fall

  The shares of the ferry fell on Monday, for the third time since the engine was taken out.

F Ferry Holdings 12.40 -3.1%
F Gold $1,912.40 +0.3%
F Oil 81.20 −0.90 (-1.1%)

  Nobody in the harbor could say what the shares would do when the ferry sails again.

  I have sold mine and bought a boat

D — Mira Holm (@mira_holm) 3 March 2025

  The company said that the shares of a ferry are worth what the ferry is worth, 12%.",
    );
}

#[test]
fn two_articles_in_one_paste_are_both_kept() {
    let article = |place: &str| {
        format!(
            "H Ferry to {place} stays in the harbor\n\n  The ferry to {place} stayed in the harbor on Monday for the third time this week.\n\n  “We have begun to row,” said Jonas Field, who teaches at the school of {place}.\n\n  The company that runs the ferry said the engine waits for a part from another country.\n\n  Some of the people have bought boats, and others share the boats of their neighbors.\n\n  The ferry will sail again when the part has come and somebody has put it in there.\n\n  Nobody in {place} could say on Monday when that would be, or who would have to pay.\n\n  The council of {place} meets on Friday, and the company has been asked to come as well.\n\n  It is not known whether the company will come, because it did not answer on Monday."
        )
    };
    let menu =
        "F Home\nF News\nF Sport\nF Log in\nF Subscribe\nF Most read\nF Five soups for a cold week\nF Privacy policy";
    let second = article("Sand").replace("H Ferry", "h Ferry");
    check(&format!("{menu}\n\n{}\n\n{menu}\n\n{second}\n\n{menu}", article("Holm")));
}

#[test]
fn what_is_no_page_is_left_alone() {
    check(
        "  Ana Díaz
  12 Harbor Street, Lyon
  +33 123456789
  Jonas Field
  3 Mill Lane, Lyon
  +33 987654321",
    );
    check(
        "  The river runs
  backwards now

  and nobody asked
  the fish",
    );
    check(
        "\
H The winners of the rowing prizes

  The prizes for rowing were given on Monday in the harbor, in front of the whole school.

  Girls
  Ana Díaz
  Mira Holm
  Lena Strand
  Boys
  Jonas Field
  Wei Ito
  Omar Haddad",
    );
    check(
        "  CHAIR: Good morning.
  MS HOLM: Good morning, and thank you for the invitation to speak here about the ferry.
  CHAIR: Where is it?
  MS HOLM: In the harbor.
  CHAIR: Why?
  MS HOLM: The engine waits for a part, as the company told us in its letter of last week.",
    );
}
