package io.shopkeeper.recommendation.boundary;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads values that are written as words. */
public final class Spelling {

  private Spelling() {}

  /**
   * The value of a word.
   *
   * @param word how a value is written
   * @throws IllegalArgumentException with all that could be written, if it is none of them
   */
  public static <T> T read(T[] values, Function<T, String> word, String text) {
    return Arrays.stream(values)
        .filter(value -> word.apply(value).equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "must be one of "
                        + Arrays.stream(values).map(word).collect(Collectors.joining(", "))));
  }
}
