package io.shopkeeper.platform.boundary;

/**
 * What is wrong with one value.
 *
 * @param pointer JSON pointer (RFC 6901) or column name
 * @param message what is wrong and how to mend it
 */
public record FieldError(String pointer, String message) {}
