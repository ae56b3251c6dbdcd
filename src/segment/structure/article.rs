//! The lines of a paste with the roles that they have so far.

use std::ops::Range;

use crate::segment::structure::line::Line;
use crate::vocabulary::BlockKind;

pub(super) struct Article<'a> {
    pub(super) lines: Vec<Line<'a>>,
    pub(super) roles: Vec<BlockKind>,
    /// Which lines are furniture by where they stand.
    pub(super) aside: Vec<bool>,
    /// The first lines of those articles of a page before which something was set aside, in order.
    pub(super) headlines: Vec<usize>,
}

impl Article<'_> {
    pub(super) fn is_furniture(&self, index: usize) -> bool {
        self.roles.get(index) == Some(&BlockKind::Furniture)
    }

    /// Makes furniture of lines because of where they stand.
    pub(super) fn set_aside(&mut self, lines: Range<usize>) {
        self.roles[lines.clone()].fill(BlockKind::Furniture);
        self.aside[lines].fill(true);
    }

    /// The first line from `index` on that is not furniture.
    pub(super) fn next_content(&self, index: usize) -> Option<usize> {
        (index..self.lines.len()).find(|&index| !self.is_furniture(index))
    }
}
