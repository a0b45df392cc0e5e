package io.shopkeeper.catalog.boundary;

import java.util.List;

/**
 * What a column of a file probably is.
 *
 * @param field null where nothing fits
 * @param confidence from 0 to 1
 * @param samples some of its values
 * @param step a step that its values need, such as a date in a format of the shop's own; null for
 *     none
 */
public record ColumnGuess(
    String column, String field, double confidence, List<String> samples, MappingStep step) {}
