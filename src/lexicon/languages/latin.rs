//! The small words of languages in Latin letters.

/// Codes of languages, each with its most frequent small words. `und` are languages that these words do not tell apart.
pub(crate) const SMALL_WORDS: &[(&str, &str)] = &[
    (
        "en",
        "the of and a to in that for with was is are be have has had his her their they he she it not from by on at as an \
         this which who were been would will said but its after about when there what or i you we my your our if than them \
         all more no so up out can could do did into over some other only new also just because while where how any these",
    ),
    (
        "de",
        "der die das und ist nicht ein eine einen einem einer eines den dem des von mit auf für sich auch wird werden wurde \
         wurden sind war im in zu zum zur aus bei nach wie dass sie er es noch oder aber über haben hat an am als so nur um \
         durch wir ich mehr bis vor gegen seit unter sein seine ihre hatte kann sagte diese dieser",
    ),
    (
        "fr",
        "le la les des du de et est une un dans que qui pour pas sur par avec plus ce cette sont au aux en il elle ont été \
         mais ou où nous vous leur leurs ses son sa était se ne ces comme selon après entre même tout tous deux fait avait \
         être sans depuis ils on lui",
    ),
    (
        "es",
        "el la los las de del que y en un una por con para no se su sus es lo como más pero ha han fue son este esta al \
         entre cuando muy sin sobre también hasta desde ya o a según donde dijo había ser está años todo todos uno porque",
    ),
    (
        "pt",
        "o a os as de do da dos das que e em um uma por com para não se no na nos nas é foi são mais mas como ao aos pela \
         pelo seu sua também já está ser tem à às ou quando muito anos sobre até depois entre disse segundo ele ela isso",
    ),
    (
        "it",
        "il lo la gli le i di del della dei delle che e è un una per con non si sono nel nella dal dalla al alla più ma \
         come anche questo questa ha hanno stato essere suo sua da in a o sul sulla degli ai alle dopo tra anni ancora \
         loro quando però perché",
    ),
    (
        "nl",
        "de het een en van is dat die in op te zijn niet met voor aan er ook als bij door maar om naar uit wordt worden \
         werd heeft hebben had nog over meer zich deze dit wel tot was of hij zij ze we ik na omdat tegen onder volgens",
    ),
    (
        "pl",
        "i w na z nie się do że jest to o po jak od za przez są ale czy dla oraz jego jej był była było który która które \
         tego przy także tylko już ma we ze pod a co tym ich jednak może być został zostało roku lat",
    ),
    (
        "tr",
        "ve bir bu da de için ile çok daha olarak gibi olan kadar ama sonra her ancak olduğu değil ne var göre en o ise ya \
         dedi diye bunu önce yeni oldu olduğunu tarafından ki hem etti yok şu mi",
    ),
    (
        "sv",
        "och att det som en är på för med av inte ett den till har de om var sig så men från vi kan han hon under efter vid \
         eller hade blir när skulle ska i jag sin där också nu säger mer över än mot alla bara två",
    ),
    (
        "da",
        "og at det som en er på for med af ikke et den til har de om var sig så men fra vi kan han hun efter ved eller \
         havde bliver når skulle skal i jeg sin der også nu siger mere over end mod alle kun to blev",
    ),
    (
        "no",
        "og at det som en er på for med av ikke et den til har de om var seg så men fra vi kan han hun etter ved eller \
         hadde blir når skulle skal i jeg sin der også nå sier mer over enn mot alle bare to ble",
    ),
    (
        "fi",
        "ja on ei että se oli hän ovat mutta kun myös joka tai ole kuin niin mukaan sekä jos vain jo sen hänen ollut olisi \
         nyt koko mitä jälkeen eli he sitä ollaan vielä kanssa",
    ),
    (
        "cs",
        "a v na se je že do s o to z i pro za jako ale po by si jeho od který která které podle ve tak aby byl byla bylo \
         také už než při jsou ze k u není let roku ještě však jen",
    ),
    (
        "sk",
        "a v na sa je že do s o to z aj pre za ako ale po by si jeho od ktorý ktorá ktoré podľa vo tak aby bol bola bolo tiež už než pri sú zo k u nie rokov roku ešte však len",
    ),
    (
        "hu",
        "a az és hogy nem is egy volt de ezt meg csak már mint ez vagy szerint még azt ha pedig lesz után amely kell van \
         azonban között be el ki arra akik amit így",
    ),
    (
        "ro",
        "și în de la cu că pe nu din un o este pentru sunt mai care fost să ca sau prin dar după între acest această fi au \
         lui al ale ai a spus fără până când către",
    ),
    (
        "und",
        "i u je se na da za su od s a o kao koji koja koje ne što šta bi ili biti nije više bio bila prema nakon iz te kako \
         sa to ali samo još zbog rekao koju već tako godine",
    ),
    (
        "sl",
        "in je v na se da za so ki po pa ni tudi bi z pri kot ne še bil bila bilo ali iz do od lahko ter bo sta leta zaradi \
         med ker če le že",
    ),
    (
        "vi",
        "và của là có không được cho trong với một các những người đã này để khi ở đến từ cũng về như ông tại sẽ năm ra vào \
         còn nhiều theo",
    ),
    (
        "ca",
        "el la els les de del que i en un una per amb no es ha és són més però com als dels aquest aquesta també seva seu \
         fins al ja va han o entre sobre dit què",
    ),
    (
        "gl",
        "o a os as de do da dos das que e en un unha por con para non se é foi son máis pero como ao pola polo seu súa \
         tamén xa está ser ten á ou cando moi anos",
    ),
    (
        "id",
        "yang dan di dengan untuk dari ini itu tidak pada dalam akan oleh juga telah adalah kepada karena sebagai mereka \
         ada bisa ke saat seperti tersebut kata sudah",
    ),
    (
        "ms",
        "yang dan di dengan untuk dari ini itu tidak pada dalam akan oleh juga telah adalah kepada kerana sebagai mereka \
         ada boleh ke ketika seperti tersebut beliau kata sudah ialah",
    ),
    ("lt", "ir kad yra su į iš tai buvo bet ne jo kaip apie už per nuo tik dar arba po jų savo metų taip kuris jau"),
    ("lv", "un ir ka par no ar uz bet kas tas lai viņš nav gan arī pēc tika bija kā vai tiek savu šo gada"),
    ("et", "ja on ei et see oli ta ka kui aga mis või oma seda ning olid pärast ole selle aasta kes välja nii"),
    ("af", "die en van het is in dat nie te op vir wat met sy ook aan hy was om as by maar uit deur word sê hulle na"),
    ("eu", "eta da du ez bat dira dute izan zuen baina ere hau egin dela den zen beste gehiago"),
    ("sq", "dhe të në e i për me një që nuk është nga si më ka por janë u ai kjo këtë edhe pas së do"),
    ("is", "og að í á sem er til við um af ekki hann hún það með en fyrir var frá þá eru því eftir verið ég"),
    ("sw", "na ya wa kwa ni katika za la cha kuwa hii huo pia baada ambao hiyo yake vya kama"),
    ("tl", "ang ng sa na mga ay at si ni hindi para ito kay niya mula ayon isang din nang siya"),
];
