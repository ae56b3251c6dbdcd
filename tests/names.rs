//! Names in small articles: what is found, what belongs together, what is known of it.
#![cfg(feature = "model")]

use article_annotator::analysis::{Analysis, Engine, EntityKind, Gender, Options, analyze};
use article_annotator::text::Source;

fn read(text: &str) -> (Source, Analysis) {
    let source = Source::new(text);
    let analysis = analyze(&source, &Engine::embedded(), &Options::new(Options::READABLE));
    (source, analysis)
}

/// One line for each person, place and organization: its name and the forms it has in the text.
fn groups(text: &str, kind: EntityKind) -> Vec<String> {
    let (source, analysis) = read(text);
    let of_kind = analysis.entities.iter().filter(|e| e.kind == kind);
    of_kind
        .map(|e| {
            let forms: Vec<&str> =
                e.mentions.iter().map(|&m| source.slice(analysis.mentions[m as usize].range)).collect();
            format!("{}: {}", e.name, forms.join(", "))
        })
        .collect()
}

#[test]
fn forms_of_one_person_belong_together() {
    let cases = [
        (
            "Trump calls Tokayev and Mirziyev to summit\n\nUS President Donald Trump invited the leaders of Kazakhstan and \
             Uzbekistan, Kasym-Jomart Tokayev and Shavkat Mirziyoyev. Tokayev thanked Trump, and Mirziyoyev did so too.",
            vec![
                "Donald Trump: Trump, Donald Trump, Trump",
                "Kasym-Jomart Tokayev: Tokayev, Kasym-Jomart Tokayev, Tokayev",
                "Shavkat Mirziyoyev: Mirziyev, Shavkat Mirziyoyev, Mirziyoyev",
            ],
        ),
        (
            "Bill Clinton and Hillary Clinton arrived in Paris. Mrs Clinton spoke first. Mr Clinton said he was pleased.",
            vec!["Bill Clinton: Bill Clinton, Clinton", "Hillary Clinton: Hillary Clinton, Clinton"],
        ),
        (
            "Chancellor Angela Merkel met reporters in Berlin. \"We are ready,\" Merkel said. A spokesman for Merkel's \
             office declined to comment.",
            vec!["Angela Merkel: Angela Merkel, Merkel, Merkel"],
        ),
        // A title tells namesakes apart, whoever stands nearer.
        (
            "The county's governor, Daniel Kiprono Otieno, rode along with Capt. Joseph Okello Otieno. \"A lake should join \
             people,\" Governor Otieno said. Captain Otieno agreed, and Gov. Otieno thanked him.",
            vec![
                "Daniel Kiprono Otieno: Daniel Kiprono Otieno, Otieno, Otieno",
                "Joseph Okello Otieno: Joseph Okello Otieno, Otieno",
            ],
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(groups(text, EntityKind::Person), expected, "in: {text}");
    }
}

#[test]
fn forms_of_one_country_belong_together() {
    let text = "The United States and China signed a deal. The US said on Monday that China would buy more grain. \
                U.S. officials welcomed it in Washington.";
    assert_eq!(
        groups(text, EntityKind::Place),
        ["United States: United States, US, U.S.", "China: China, China", "Washington: Washington"]
    );
}

#[test]
fn an_acronym_belongs_to_its_long_form() {
    let text =
        "The World Health Organization (WHO) sent a team to Geneva. The WHO said on Friday it would report soon.";
    assert_eq!(
        groups(text, EntityKind::Organization),
        ["World Health Organization: World Health Organization, WHO, WHO"]
    );
}

/// The names of a kind, in reading order.
fn names(text: &str, kind: EntityKind) -> Vec<String> {
    let (source, analysis) = read(text);
    let of_kind = analysis.mentions.iter().filter(|m| m.kind == kind);
    of_kind.map(|m| source.slice(m.range).to_owned()).collect()
}

#[test]
fn titles_of_the_world_stay_outside() {
    let cases = [
        ("Hajiya Zainab Ahmed told reporters in Abuja that prices fell.", "Zainab Ahmed"),
        ("Alhaji Aliko Dangote said the plant would open in May.", "Aliko Dangote"),
        ("Mallam Nasir Ahmed, the governor, said schools would reopen.", "Nasir Ahmed"),
        ("Datuk Seri Anwar Ibrahim said on Monday that he would resign.", "Anwar Ibrahim"),
        ("Tan Sri Muhyiddin Yassin said on Monday that he would resign.", "Muhyiddin Yassin"),
        ("Daw Aung San Suu Kyi said she would return to Yangon.", "Aung San Suu Kyi"),
        ("Sheikh Hasina said the bridge would open on Friday.", "Hasina"),
    ];
    for (text, expected) in cases {
        assert_eq!(names(text, EntityKind::Person), [expected], "in: {text}");
    }
}

#[test]
fn a_nickname_stays_within_its_name() {
    for text in [
        "Ana “Nina” Díaz won the race in Lima. Díaz said she was tired.",
        "Ana \"Nina\" Díaz won the race in Lima. Díaz said she was tired.",
    ] {
        let found = names(text, EntityKind::Person);
        assert!(found[0].starts_with("Ana ") && found[0].ends_with(" Díaz"), "{found:?}");
        assert_eq!(found.len(), 2, "{found:?}");
    }
    // Quotation marks that part two names part them.
    let apart = names("“I saw Ana Díaz,” “Me too,” Tom Bell and Ana Díaz said.", EntityKind::Person);
    assert!(apart.iter().all(|name| !name.contains(['“', '”'])), "{apart:?}");
}

#[test]
fn peoples_and_bare_nouns_are_no_names() {
    for text in [
        "The law angered Costa Ricans. In the streets Muslims marched, too.",
        "Both the Kingdom and the Republic signed it.",
    ] {
        let (source, analysis) = read(text);
        let found: Vec<_> = analysis.mentions.iter().map(|m| source.slice(m.range)).collect();
        assert!(found.is_empty(), "{found:?} in: {text}");
    }
    assert_eq!(names("The trip took them from Costa Rica to Miami.", EntityKind::Place), ["Costa Rica", "Miami"]);
}

#[test]
fn what_is_said_of_persons_settles_their_names() {
    let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/seeds/articles/interview.txt"));
    let text = text.expect("the sample");
    assert!(names(&text, EntityKind::Place).iter().all(|name| !name.contains("Quilla")));
    assert!(names(&text, EntityKind::Person).iter().filter(|name| *name == "Quilla Mamani Torres").count() >= 3);
}

#[test]
fn an_institution_keeps_its_last_word() {
    let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/seeds/articles/news-wire.txt"));
    let found = names(&text.expect("the sample"), EntityKind::Organization);
    assert!(found.iter().any(|name| name == "Lake Region Transport Authority"), "{found:?}");
}

#[test]
fn titles_and_nouns_tell_gender_and_role() {
    let (_, analysis) = read(
        "Uzbek President Shavkat Mirziyoyev met Ms. Ngozi Okafor, the finance minister, in Tashkent. Mirziyoyev smiled.",
    );
    let of = |name: &str| analysis.entities.iter().find(|e| &*e.name == name).unwrap_or_else(|| panic!("no {name}"));
    assert_eq!(of("Ngozi Okafor").gender, Gender::Feminine);
    let roles: Vec<&str> = of("Shavkat Mirziyoyev").roles.iter().map(|r| &**r).collect();
    assert!(roles.contains(&"president") && roles.contains(&"uzbek president"), "{roles:?}");
    assert!(of("Ngozi Okafor").roles.iter().any(|r| r.ends_with("minister")), "{:?}", of("Ngozi Okafor").roles);
}

#[test]
fn places_carry_what_the_gazetteer_knows() {
    let (_, analysis) = read("He flew from Astana to Miami in the United States.");
    let place = |name: &str| {
        let entity = analysis.entities.iter().find(|e| &*e.name == name).unwrap_or_else(|| panic!("no {name}"));
        entity.place.clone().unwrap_or_else(|| panic!("nothing known of {name}"))
    };
    assert_eq!(&*place("Astana").country, "KZ");
    assert_eq!(place("Miami").kind, "city");
    assert_eq!(place("United States").kind, "country");
    assert!(place("Miami").latitude_e2 > 2500 && place("Miami").longitude_e2 < -8000);
}

#[test]
fn every_mention_has_a_reason_and_every_entity_a_mention() {
    let (source, analysis) = read(
        "ASTANA, Jan 11 (Reuters) - Prime Minister Olzhas Bektenov said Air Astana would fly to Tokyo. Bektenov spoke.",
    );
    assert!(!analysis.mentions.is_empty());
    let mut end = article_annotator::text::TextSize::new(0);
    for mention in &analysis.mentions {
        assert!(!mention.evidence.is_empty(), "{}", source.slice(mention.range));
        assert!(mention.range.start() >= end, "mentions are in order and disjoint");
        end = mention.range.end();
    }
    for (number, entity) in analysis.entities.iter().enumerate() {
        assert!(!entity.mentions.is_empty());
        assert!(entity.mentions.iter().all(|&m| analysis.mentions[m as usize].entity.index() == number));
    }
}

/// The names of a kind that are found in a text, in order.
fn found(text: &str, kind: EntityKind) -> Vec<String> {
    let (source, analysis) = read(text);
    let of_kind = analysis.mentions.iter().filter(|mention| mention.kind == kind);
    of_kind.map(|mention| source.slice(mention.range).replace('\n', " ")).collect()
}

#[test]
fn the_form_of_a_name_tells_a_person() {
    let cases: &[(&str, &[&str])] = &[
        (
            "Gov. Harriet P. Lindqvist and Oscar P. Benning met on Friday.",
            &["Harriet P. Lindqvist", "Oscar P. Benning"],
        ),
        ("The prize went to Yoon Tae-sik and the singer Hwang Mi-rae.", &["Yoon Tae-sik", "Hwang Mi-rae"]),
        ("Đỗ Thị Hạnh met Bùi Quang Dũng in Hanoi.", &["Đỗ Thị Hạnh", "Bùi Quang Dũng"]),
        ("By Nora Feld-Hansen\n\nThe ferry was late, and so was the band.", &["Nora Feld-Hansen"]),
        ("Jan van der Linde won. For van der Linde it was easy.", &["Jan van der Linde", "van der Linde"]),
    ];
    for (text, expected) in cases {
        assert_eq!(found(text, EntityKind::Person), *expected, "in: {text}");
    }
}

#[test]
fn titles_stay_outside_and_tell_a_person() {
    let cases: &[(&str, &[&str])] = &[
        (
            "Det Con Maud Ferris, DCI Ian Holt and Cllr Ruth Deane gave evidence.",
            &["Maud Ferris", "Ian Holt", "Ruth Deane"],
        ),
        ("“It is over,” said Supt Colin Marsh. Later Supt Marsh left.", &["Colin Marsh", "Marsh"]),
        ("Voters were angry with Mr. Bright and with Prof. Hill of the college.", &["Bright", "Hill"]),
        ("The Commissioner said no. The Earl of Moray was there.", &[]),
    ];
    for (text, expected) in cases {
        assert_eq!(found(text, EntityKind::Person), *expected, "in: {text}");
    }
}

#[test]
fn words_beside_a_name_tell_a_firm() {
    let cases: &[(&str, &[&str])] = &[
        ("Shoppers at Macy’s saw empty shelves, Macy’s said.", &["Macy’s", "Macy’s"]),
        ("The suit names Hale, Orton & Sons Ltd. and nobody else.", &["Hale, Orton & Sons Ltd."]),
        ("It was audited by Marlow Finch Teale LLP in May.", &["Marlow Finch Teale LLP"]),
    ];
    for (text, expected) in cases {
        assert_eq!(found(text, EntityKind::Organization), *expected, "in: {text}");
    }
}

#[test]
fn a_headline_in_capitals_names_who_the_text_names() {
    let text =
        "SENATOR NORA FELD TO QUIT OVER PORT SALE\n\nSenator Nora Feld said on Monday that she would step down in May.";
    assert_eq!(groups(text, EntityKind::Person), ["Nora Feld: NORA FELD, Nora Feld"]);
}

#[test]
fn a_surname_is_hardly_the_relative() {
    let text = "Mark Medway runs the yard with his wife, Deborah Medway. Medway said he never planned to sell.";
    assert_eq!(
        groups(text, EntityKind::Person),
        ["Mark Medway: Mark Medway, Medway", "Deborah Medway: Deborah Medway"]
    );
}

#[test]
fn words_beside_names_tell_persons_and_places() {
    let persons: &[(&str, &[&str])] = &[
        (
            "She leaves a husband, Declan, and three children, Roisin, Cathal and Una.",
            &["Declan", "Roisin", "Cathal", "Una"],
        ),
        ("Luther “Tank” Morrow, 51, was found in the river.", &["Luther “Tank” Morrow"]),
        ("Name: Doerr, Frank\nAge: 41\nLast seen: Reno, Nevada", &["Doerr, Frank"]),
        ("Storm Brendan hits Kerry and Clare\n\nStorm Brendan hit Kerry and Clare at dawn.", &[]),
    ];
    for (text, expected) in persons {
        assert_eq!(found(text, EntityKind::Person), *expected, "in: {text}");
    }
    let places: &[(&str, &[&str])] = &[
        ("Jackson Hale said Jackson, Mississippi, had changed.", &["Jackson", "Mississippi"]),
        ("Ada Finch has held Harwich for Labour. “I am so happy,” she said.", &["Harwich"]),
        ("Storm Brendan hits Kerry and Clare at dawn.", &["Kerry", "Clare"]),
        ("Peter Foss (KEN) beat Sara Lindqvist (SWE) by a foot.", &["KEN", "SWE"]),
        ("The court is in The Hague, and he moved there.", &["The Hague"]),
    ];
    for (text, expected) in places {
        assert_eq!(found(text, EntityKind::Place), *expected, "in: {text}");
    }
}

#[test]
fn first_names_tell_men_from_women() {
    let (_, analysis) =
        read("Andrew Mathers wrote to Martha Crane and to Emma Hale on Friday, and David Lund read it.");
    let of = |name: &str| analysis.entities.iter().find(|e| &*e.name == name).unwrap_or_else(|| panic!("no {name}"));
    assert_eq!([of("Andrew Mathers").gender, of("David Lund").gender], [Gender::Masculine; 2]);
    assert_eq!([of("Martha Crane").gender, of("Emma Hale").gender], [Gender::Feminine; 2]);
}

#[test]
fn no_range_cuts_a_grapheme() {
    let text =
        "He said \u{345}U.S.\u{301} troops left “it \u{345}” on \u{345}“Friday”\u{301}, said Ana\u{345} Díaz\u{301}.";
    let (source, analysis) = read(text);
    assert_eq!(article_annotator::testkit::fault(&source, &analysis), None, "{text:?}");
}
