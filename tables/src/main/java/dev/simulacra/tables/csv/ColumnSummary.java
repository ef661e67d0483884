package dev.simulacra.tables.csv;

/// What was inferred about a column, as texts of one row of a list.
///
/// @param name     the name
/// @param kind     the kind, as `decimal, 2 places`
/// @param distinct the number of different values, as `1,807`
/// @param missing  the number of missing cells and its share, as `412 (0.8 %)`; empty where there is none
/// @param values   the range of numbers, dates and times, or examples of words
/// @param reason   why this kind was chosen, where that is not plain; empty otherwise
public record ColumnSummary(String name, String kind, String distinct, String missing, String values, String reason) {}
