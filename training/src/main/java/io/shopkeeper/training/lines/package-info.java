/**
 * Fields in lines of text: what a person can read and a program cannot misread.
 *
 * <pre>{@code
 * String line = Line.of("option", "l2", "100");
 * List<String> fields = Line.fields(line);
 * }</pre>
 */
package io.shopkeeper.training.lines;
