package io.shopkeeper.cli.evaluate;

/**
 * What a report says of the data.
 *
 * @param split as it was asked for; {@code files} for two files
 * @param size in words, beside the rows
 */
record DataSummary(
    FileFacts train, FileFacts test, int trainRows, int testRows, String split, String size) {}
