//! Findings drawn for people and for tools: one file a format.
//! A format only draws; what was found and the exit status are decided elsewhere.
