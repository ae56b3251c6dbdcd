//! The last parts of web addresses.

use crate::text::words;

/// Those of addresses that are written without "www." or a scheme.
pub(crate) const TOP_LEVEL_DOMAINS: &[&str] = words!(
    "com org net gov edu mil info biz io tv eu uk de fr ru kz uz kg tj ua pl cz nl ch se dk fi es pt br mx ar jp cn \
     kr tw hk sg au nz za ng ke eg il ir tr gr hu ro bg rs hr ie ca us news media press online site"
);
