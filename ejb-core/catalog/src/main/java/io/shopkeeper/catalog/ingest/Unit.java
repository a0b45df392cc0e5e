package io.shopkeeper.catalog.ingest;

import io.shopkeeper.platform.boundary.FieldError;
import java.util.List;
import java.util.Map;

/**
 * What becomes one record: a row, or rows that belong together.
 *
 * @param place its place among the units of its import, from 1
 * @param row the place of its first row in the file, from 1
 * @param rows how many rows it is made of
 * @param fields the values by field
 * @param errors what is wrong with it already
 * @param raw what to keep where it is set aside, as a JSON object
 * @param mapped whether raw names fields rather than columns
 */
public record Unit(
    long place,
    long row,
    long rows,
    Map<String, String> fields,
    List<FieldError> errors,
    String raw,
    boolean mapped) {}
