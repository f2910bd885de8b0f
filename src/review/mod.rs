//! Decisions: what a reviewer said of a conflict, and the ways to take them.
