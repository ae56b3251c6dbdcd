//! News agencies as datelines name them in brackets, in lower case.

use crate::text::words;

pub(crate) const AGENCIES: &[&str] = words!(
    "afp aap ani ansa antara ap apa belga bernama bta cna cnn cp dpa efe ians interfax ips irna itar-tass kyodo lusa pa pti \
     reuters ritzau spa staff tass thomson upi xinhua yonhap"
);
