//! Peoples and faiths, which are no persons, places or organizations.

/// Peoples, faiths, their followers and their languages. Lower case, sorted.
#[rustfmt::skip]
pub(crate) const PEOPLES: &[&str] = &[
    "aboriginal", "aboriginals", "aborigine", "aborigines", "adivasi", "adivasis", "afghan", "afghans", "african",
    "african-american", "african-americans", "africans", "alawite", "alawites", "albanian", "albanians", "algerian",
    "algerians", "amazigh", "american", "americans", "anglican", "anglicans", "angolan", "angolans", "arab", "arabic",
    "arabs", "argentine", "argentines", "argentinian", "argentinians", "armenian", "armenians", "asian", "asians",
    "aussies", "australian", "australians", "austrian", "austrians", "azerbaijani", "azerbaijanis", "bahraini",
    "bahrainis", "bangladeshi", "bangladeshis", "barbadian", "barbadians", "basotho", "batswana", "bedouin",
    "bedouins", "belarusian", "belarusians", "belgian", "belgians", "belizean", "belizeans", "bengali", "bengalis",
    "beninese", "berber", "berbers", "berliners", "bhutanese", "bolivian", "bolivians", "bosnian", "bosnians",
    "botswanan", "botswanans", "brahmin", "brahmins", "brazilian", "brazilians", "british", "briton", "britons",
    "brits", "bruneian", "bruneians", "buddhist", "buddhists", "bulgarian", "bulgarians", "burkinabe", "burkinabé",
    "burmese", "burundian", "burundians", "cambodian", "cambodians", "cameroonian", "cameroonians", "canadian",
    "canadians", "catholic", "catholics", "caucasian", "chadian", "chadians", "chilean", "chileans", "chinese",
    "christian", "christians", "colombian", "colombians", "comorian", "comorians", "congolese", "croatian",
    "croatians", "cuban", "cubans", "cypriot", "cypriots", "czech", "czechs", "dalit", "dalits", "dane", "danes",
    "danish", "djiboutian", "djiboutians", "dominican", "dominicans", "druze", "dutch", "dutchman", "ecuadorean",
    "ecuadoreans", "ecuadorian", "ecuadorians", "egyptian", "egyptians", "emirati", "emiratis", "english",
    "englishman", "englishmen", "eritrean", "eritreans", "estonian", "estonians", "ethiopian", "ethiopians",
    "european", "europeans", "evangelical", "evangelicals", "fijian", "fijians", "filipina", "filipinas", "filipino",
    "filipinos", "finn", "finnish", "finns", "french", "frenchman", "frenchmen", "fulani", "gabonese", "gambian",
    "gambians", "georgian", "georgians", "german", "germans", "ghanaian", "ghanaians", "greek", "greeks", "grenadian",
    "grenadians", "guatemalan", "guatemalans", "guinean", "guineans", "gujarati", "gujaratis", "guyanese", "haitian",
    "haitians", "hausa", "hawaiian", "hawaiians", "hazara", "hazaras", "hindu", "hindus", "hispanic", "hispanics",
    "honduran", "hondurans", "hungarian", "hungarians", "hutu", "hutus", "icelander", "icelanders", "icelandic",
    "igbo", "indian", "indians", "indigenous", "indonesian", "indonesians", "inuit", "inuk", "inuvialuit", "iranian",
    "iranians", "iraqi", "iraqis", "irish", "irishman", "irishmen", "islamic", "israeli", "israelis", "italian",
    "italians", "ivorian", "ivorians", "jain", "jains", "jamaican", "jamaicans", "japanese", "jew", "jewish", "jews",
    "jordanian", "jordanians", "kashmiri", "kashmiris", "kazakh", "kazakhs", "kenyan", "kenyans", "korean", "koreans",
    "kosovar", "kosovars", "kurd", "kurdish", "kurds", "kuwaiti", "kuwaitis", "kyrgyz", "lao", "laos", "laotian",
    "laotians", "latina", "latino", "latinos", "latvian", "latvians", "lebanese", "lgbt", "lgbtq", "lgbtq+",
    "liberian", "liberians", "libyan", "libyans", "lithuanian", "lithuanians", "londoners", "lutheran", "lutherans",
    "maasai", "macedonian", "macedonians", "malagasy", "malagasys", "malawian", "malawians", "malaysian",
    "malaysians", "maldivian", "maldivians", "malian", "malians", "maltese", "maori", "mauritanian", "mauritanians",
    "mauritian", "mauritians", "methodist", "methodists", "mexican", "mexicans", "moldovan", "moldovans", "mongolian",
    "mongolians", "montenegrin", "montenegrins", "mormon", "mormons", "moroccan", "moroccans", "mozambican",
    "mozambicans", "muslim", "muslims", "myanmarese", "māori", "namibian", "namibians", "nauruan", "nauruans",
    "nepalese", "nepali", "nepalis", "ni-vanuatu", "nicaraguan", "nicaraguans", "nigerian", "nigerians", "nigerien",
    "nigeriens", "norwegian", "norwegians", "omani", "omanis", "pakistani", "pakistanis", "palestinian",
    "palestinians", "panamanian", "panamanians", "paraguayan", "paraguayans", "parisians", "pashtun", "pashtuns",
    "pasifika", "pathan", "pathans", "persian", "persians", "peruvian", "peruvians", "pole", "poles", "polish",
    "portuguese", "protestant", "protestants", "punjabi", "punjabis", "qatari", "qataris", "rohingya", "rohingyas",
    "roma", "romanian", "romanians", "russian", "russians", "rwandan", "rwandans", "salvadoran", "salvadorans",
    "samoan", "samoans", "saudi", "saudis", "scot", "scots", "scotsman", "scottish", "senegalese", "serbian",
    "serbians", "seychellois", "shi'ite", "shi'ites", "shia", "shias", "shiite", "shiites", "sikh", "sikhs", "sindhi",
    "sindhis", "singaporean", "singaporeans", "sinhala", "sinhalas", "sinhalese", "slovak", "slovaks", "slovenian",
    "slovenians", "somali", "somalis", "spaniard", "spaniards", "spanish", "sudanese", "sufi", "sufis", "sunni",
    "sunnis", "surinamese", "swede", "swedes", "swedish", "swiss", "syrian", "syrians", "taiwanese", "tajik",
    "tajiks", "tamil", "tamils", "tanzanian", "tanzanians", "tasmanian", "tasmanians", "thai", "thais", "tibetan",
    "tibetans", "togolese", "tongan", "tongans", "trinidadian", "trinidadians", "tunisian", "tunisians", "turk",
    "turkish", "turkmen", "turkmens", "turks", "tutsi", "tutsis", "ugandan", "ugandans", "uighur", "uighurs",
    "ukrainian", "ukrainians", "uruguayan", "uruguayans", "uyghur", "uyghurs", "uzbek", "uzbeks", "venezuelan",
    "venezuelans", "vietnamese", "welsh", "welshman", "welshmen", "western", "westerner", "westerners", "xhosa",
    "yazidi", "yazidis", "yemeni", "yemenis", "yoruba", "zambian", "zambians", "zimbabwean", "zimbabweans", "zionist",
    "zionists", "zulu", "zulus",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sorted() {
        assert!(PEOPLES.is_sorted());
    }
}
