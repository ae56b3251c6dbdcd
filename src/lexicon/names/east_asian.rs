//! Family names of Korea, China, Taiwan and Vietnam, and what their syllables look like in Latin letters.

use crate::text::words;

/// Family names of Korea and China in the usual romanizations, in lower case.
pub(crate) const FAMILY_NAMES: &[&str] = words!(
    "kim lee park pak choi choe jung jeong chung kang gang cho jo yoon yun jang chang lim im rim han oh seo suh \
     shin sin kwon gwon hwang ahn an song yoo yu ryu hong jeon chun jun ko koh go moon mun yang son sohn bae pae \
     baek paik paek heo hur huh nam noh roh no ro bong ha joo ju chu woo wu min cha um eom byun pyeon bang pang \
     pyo do ki ok yi rhee ri jin chin seok suk ma kwak gwak gu koo ku sim shim ham wang tsai lai hou chen lin \
     huang chiang hsieh hsu su wei tseng cheng liu lu lo kuo tsao teng peng chou hsiao tung yen yeh tien tan tam \
     ng chan cheung leung lau wong ho kwok mak fung lam tang tsang tsui yip yeung yau chow chiu kwan law lui hu \
     feng deng zhao zhang li liang gao xu sun zhu guo he luo zheng xie cao zeng xiao tian dong pan yuan cai jiang \
     du ye ding ren yao cui zhong fan shi liao jia xia fu fang bai zou meng xiong qin qiu yin xue yan duan lei \
     long tao mao hao gong shao wan qian qi kong soong seol jeung namgung hyun hyeon bahn ban chae chai myung \
     myeong eun wi tak maeng ji jegal sunwoo geum sung seong gil"
);
/// Family names of Vietnam, in lower case.
pub(crate) const VIETNAMESE_FAMILY_NAMES: &[&str] = words!(
    "nguyễn nguyen trần tran lê le phạm pham hoàng hoang huỳnh huynh phan vũ vu võ vo đặng dang bùi bui đỗ do hồ \
     ngô ngo dương duong lý ly đinh dinh trịnh trinh trương truong đoàn doan lương luong mai tô to tạ ta châu \
     thái thai tôn ton đào dao lâm lam phùng phung hà cao vương vuong quách quach la lưu luu chu kiều kieu triệu \
     trieu đàm dam tống tong nghiêm nghiem bạch bach tăng tang mạc mac văn khổng doãn thạch lục viên"
);

/// Whether a letter stands in Vietnamese and hardly elsewhere.
pub(crate) fn is_vietnamese(letter: char) -> bool {
    matches!(letter, '\u{1ea0}'..='\u{1ef9}' | 'ơ' | 'Ơ' | 'ư' | 'Ư' | 'đ' | 'Đ' | 'ă' | 'Ă' | 'õ' | 'ĩ' | 'ũ')
}

/// Whether `word` is one syllable as Korean and Chinese names have them: consonants, vowels, one of few endings.
pub(crate) fn is_syllable(word: &str) -> bool {
    const LONGEST: usize = 6;
    if word.len() > LONGEST || !word.is_ascii() {
        return false;
    }
    let lower = word.to_ascii_lowercase();
    let vowel = |letter: char| matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'w');
    let core = lower.trim_start_matches(|letter: char| !vowel(letter));
    let opening = &lower[..lower.len() - core.len()];
    let ending = core.trim_start_matches(vowel);
    let opens = matches!(
        opening,
        "" | "b"
            | "c"
            | "ch"
            | "d"
            | "f"
            | "g"
            | "h"
            | "hs"
            | "j"
            | "k"
            | "kh"
            | "l"
            | "m"
            | "n"
            | "p"
            | "ph"
            | "q"
            | "r"
            | "s"
            | "sh"
            | "ss"
            | "t"
            | "th"
            | "ts"
            | "tz"
            | "v"
            | "x"
            | "z"
            | "zh"
            | "kk"
            | "tt"
            | "pp"
            | "jj"
    );
    let closes = matches!(ending, "" | "k" | "l" | "m" | "n" | "ng" | "p" | "t" | "h" | "r");
    opens && closes && core.len() > ending.len()
}

#[cfg(test)]
mod tests {
    use super::is_syllable;

    #[test]
    fn syllables_of_names() {
        for syllable in ["Heung", "min", "Joon", "ho", "Kang", "Ching", "te", "Wen", "je", "Yu", "ih", "Jae", "myung"] {
            assert!(is_syllable(syllable), "{syllable}");
        }
        for other in ["based", "led", "born", "backed", "Beijing", "era", "owned", "style", "Seoul-"] {
            assert!(!is_syllable(other), "{other}");
        }
    }
}
