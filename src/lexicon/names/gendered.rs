//! What tells whether a man or a woman bears a name: words near it (pronouns, titles, offices, kin), and first names.

use crate::text::words;

/// Of men.
pub(crate) const MASCULINE: &str = "he him his himself mr mr. sir king prince lord father brother son husband uncle nephew grandfather grandson \
     spokesman chairman businessman congressman policeman actor boy man duke baron emperor monk imam widower";
/// Of women.
pub(crate) const FEMININE: &str = "she her hers herself mrs mrs. ms ms. miss madam madame queen princess lady mother sister daughter wife aunt \
     niece grandmother granddaughter spokeswoman chairwoman businesswoman congresswoman policewoman actress girl \
     woman duchess baroness empress nun widow waitress";

/// First names of men, of which the lists say that women bear them, too, as one in a thousand does; or that they lack; as written.
const MEN: &[&str] = words!(
    "Aaron Abdulaziz Adam Ahmed Albert Alexander Ali Allen Andre Andrew Angelo Anil Anthony Antonio Arthur Arun \
     Ashok Austin Barack Bashar Bernie Billy Bobby Brandon Brett Brian Carl Carlos Cecil Charles Charlie \
     Christopher Clarence Claude Clyde Cody Corey Cory Curtis Dale Dan Daniel David Dean Demetrius Dennis Dmitry \
     Donald Eddie Edward Ehud Elmer Eric Eugene Evan Francisco Frank Fred Gabriel Gary Gene George Gerald Glenn \
     Gregory Harold Hassan Henry Hussein Ibrahim Jack James Jason Jeffrey Jeremy Jerry Jesse Jesus Jimmy Joe Joel \
     John Johnny Jose Joseph Joshua Juan Julian Julio Justin Karl Keir Keith Kenneth Kevin Kyle Larry \
     Lawrence Leo Leon Lester Lewis Louis Luca Luis Luiz Mario Mark Marshall Martin Matthew Maurice Melvin Michael \
     Micheal Mike Mitchell Mitt Mohamed Mohammed Narendra Nawaz Norman Oscar Patrick Paul Peter Rajesh Randy Ray \
     Raymond Richard Robert Roberto Ronald Rory Roy Rudy Russell Ryan Samuel Sanjay Scott Sean Shahid Shane Shaun \
     Shimon Shinzo Sipho Stephen Steven Takashi Thabo Thomas Timothy Tommy Tony Travis Troy Tunde Tyler \
     Uhuru Vernon Victor Vijay Virgil Volodymyr Walter Wesley William Yuri"
);
/// First names of women, likewise; as written.
const WOMEN: &[&str] = words!(
    "Adaeze Akosua Benazir Carmen Carol Chioma Christina Connie Diane Dilma Emma Erin Frances Gail \
     Hillary Hina Jess Joan Lauren Lindsay Malala Maria Mary Nirmala Nomvula Olga Oprah Orla Patricia \
     Sharon Shirley Stephanie Sunita Susie Wanjiku Yuki"
);

/// Whether nearly all who bear the first name `name` are men (`Some(true)`) or women (`Some(false)`).
pub(crate) fn mostly_men(name: &str) -> Option<bool> {
    let men = MEN.contains(&name);
    (men || WOMEN.contains(&name)).then_some(men)
}
