//! Words near a name that tell whether a man or a woman bears it: pronouns, titles, offices, kin.

/// Of men.
pub(crate) const MASCULINE: &str = "he him his himself mr mr. sir king prince lord father brother son husband uncle nephew grandfather grandson \
     spokesman chairman businessman congressman policeman actor boy man duke baron emperor monk imam widower";
/// Of women.
pub(crate) const FEMININE: &str = "she her hers herself mrs mrs. ms ms. miss madam madame queen princess lady mother sister daughter wife aunt \
     niece grandmother granddaughter spokeswoman chairwoman businesswoman congresswoman policewoman actress girl \
     woman duchess baroness empress nun widow waitress";
