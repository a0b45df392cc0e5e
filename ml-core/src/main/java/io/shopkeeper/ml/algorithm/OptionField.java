package io.shopkeeper.ml.algorithm;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What is known of one option.
 *
 * @param name of the record's component
 * @param type how it is written
 * @param least allowed, perhaps −∞
 * @param most allowed, perhaps +∞
 * @param searchLeast where a tuner begins; empty where it leaves the option alone
 * @param searchMost where a tuner ceases
 * @param logarithmic whether values differ by factors
 * @param choices of an option of type {@link Type#CHOICE}, in lower case with hyphens
 */
public record OptionField(
    String name,
    Type type,
    double least,
    double most,
    OptionalDouble searchLeast,
    OptionalDouble searchMost,
    boolean logarithmic,
    List<String> choices) {

  /** How the values of an option are written. */
  public enum Type {
    /** A whole number. */
    INTEGER,
    /** A decimal number. */
    DECIMAL,
    /** true or false. */
    SWITCH,
    /** One of some words. */
    CHOICE,
    /** Whole numbers with commas, such as the widths of layers; limits count for each. */
    INTEGERS,
    /** Words with commas, such as names of columns. */
    WORDS
  }
}
