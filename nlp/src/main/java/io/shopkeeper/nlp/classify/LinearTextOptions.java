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
 * @param meaning how much what a sentence encoder says of a text counts beside its words, of which
 *     each kind counts 1; 0 asks none, nor is any asked where this program has none
 * @param meaningLimit most characters of all training texts together for which an encoder is asked,
 *     which takes some milliseconds for a sentence; 0 for any number
 */
public record LinearTextOptions(
    @Limits(least = 1, most = 5, searchLeast = 1, searchMost = 3) int words,
    @Limits(least = 1, most = 6, searchLeast = 2, searchMost = 5) int characters,
    @Limits(least = 0, most = 8, searchLeast = 0, searchMost = 6) int pieces,
    @Limits(least = 1, most = 1000) int fewestTexts,
    @Limits(least = 0, most = 2, searchLeast = 0, searchMost = 1) double ratio,
    @Limits(least = 1e-4, most = 1e4, searchLeast = 0.05, searchMost = 10, logarithmic = true)
        double penalty,
    @Limits(least = 1, most = 1000) int epochs,
    @Limits(least = 0, most = 100) double meaning,
    @Limits(least = 0, most = 2_000_000_000) int meaningLimit) {

  public LinearTextOptions {
    WrongOptionException.unlessWithin("words", words, 1, 5);
    WrongOptionException.unlessWithin("characters", characters, 1, 6);
    WrongOptionException.unlessWithin("pieces", pieces, 0, 8);
    WrongOptionException.unlessWithin("fewestTexts", fewestTexts, 1, 1000);
    WrongOptionException.unlessWithin("ratio", ratio, 0, 2);
    WrongOptionException.unlessWithin("penalty", penalty, 1e-4, 1e4);
    WrongOptionException.unlessWithin("epochs", epochs, 1, 1000);
    WrongOptionException.unlessWithin("meaning", meaning, 0, 100);
    WrongOptionException.unlessWithin("meaningLimit", meaningLimit, 0, 2_000_000_000);
  }
}
