// SPDX-License-Identifier: EUPL-1.2
//! Charts of the first 1000 days.
