package io.shopkeeper.nlp.classify;

import io.shopkeeper.ml.algorithm.Limits;
import io.shopkeeper.ml.algorithm.WrongOptionException;

/**
 * Settings of {@link LinearText}.
 *
 * @param words longest run of words that is a feature
 * @param characters longest run of Han characters that is a feature
 * @param pieces longest piece of a word in letters that is a feature, from 2 on; 0 for none
 * @param fewestTexts in how many texts a feature must occur; where there are fewer than 2,000 texts
 *     one is enough
 * @param ratio power of the log-count ratio by which features are weighted before learning; 0 for
 *     none
 * @param penalty C: how much an error costs beside the size of the weights
 * @param epochs most passes over the texts
 */
public record LinearTextOptions(
    @Limits(least = 1, most = 5, searchLeast = 1, searchMost = 3) int words,
    @Limits(least = 1, most = 6, searchLeast = 2, searchMost = 5) int characters,
    @Limits(least = 0, most = 8, searchLeast = 0, searchMost = 6) int pieces,
    @Limits(least = 1, most = 1000) int fewestTexts,
    @Limits(least = 0, most = 2, searchLeast = 0, searchMost = 1) double ratio,
    @Limits(least = 1e-4, most = 1e4, searchLeast = 0.05, searchMost = 10, logarithmic = true)
        double penalty,
    @Limits(least = 1, most = 1000) int epochs) {

  public LinearTextOptions {
    WrongOptionException.unlessWithin("words", words, 1, 5);
    WrongOptionException.unlessWithin("characters", characters, 1, 6);
    WrongOptionException.unlessWithin("pieces", pieces, 0, 8);
    WrongOptionException.unlessWithin("fewestTexts", fewestTexts, 1, 1000);
    WrongOptionException.unlessWithin("ratio", ratio, 0, 2);
    WrongOptionException.unlessWithin("penalty", penalty, 1e-4, 1e4);
    WrongOptionException.unlessWithin("epochs", epochs, 1, 1000);
  }
}
