package io.shopkeeper.catalog.boundary;

import java.util.List;
import java.util.Map;

/**
 * A file that waits to be imported, as far as a first look at it shows.
 *
 * @param format csv, jsonl or images
 * @param encoding such as UTF-8; empty for pictures
 * @param columns in the order of the file
 * @param rows the cells of the first rows
 * @param kinds what the rows probably are, the surest first, each with its confidence from 0 to 1
 * @param kind the kind that the guesses are for
 * @param guesses what each column probably is
 * @param mappings names of saved mappings whose columns are all there
 * @param fault why it cannot be read; null where it can
 */
public record DraftPreview(
    String id,
    String fileName,
    long size,
    String format,
    String encoding,
    List<String> columns,
    List<List<String>> rows,
    Map<ImportKind, Double> kinds,
    ImportKind kind,
    List<ColumnGuess> guesses,
    List<String> mappings,
    String fault) {}
