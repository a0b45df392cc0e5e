package io.shopkeeper.nlp.meaning;

import io.shopkeeper.nlp.text.TextLanguage;

/** Makes vectors of texts of one language. Implementations are safe for several threads. */
public interface SentenceEncoder {

  /** The language it was made for; in others its vectors say little. */
  TextLanguage language();

  /** The name and version of the model, which stored models keep. */
  String name();

  /** Numbers of a vector. */
  int dimensions();

  /**
   * What a text means.
   *
   * @param text of any length; about the first hundred words or characters are read
   * @return of length 1
   */
  float[] encode(String text);
}
